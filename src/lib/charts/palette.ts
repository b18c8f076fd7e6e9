// Colours of charts: the design tokens of app.css, as the values that SVG attributes need. Walsall is
// petrol, comparators are grey; every meaning also has a shape, a dash or a label, so that a greyscale
// print loses nothing.
export const palette = {
	ink: '#17212b',
	ink2: '#46515c',
	ink3: '#6b7580',
	lineStrong: '#7b848d',
	grid: '#e0dbd0',
	paper: '#ffffff',
	wash: '#f6f4ee',
	wash2: '#ece8de',
	/** Walsall's own data. */
	walsall: '#0b4f6c',
	/** Walsall's 95% range, under its line. */
	walsallRange: '#cfdfe6',
	/** Range of the similar areas. */
	similarRange: '#e3e1db',
	/** Where the present trend leads: warm grey, apart from Walsall's own range. */
	fan: '#ece4d2',
	england: '#46515c',
	region: '#6b7580',
	start: '#17212b',
	/** Invented figures of the demonstration. */
	illustrative: '#6d1f5b'
} as const;

/** Type sizes inside drawings, in the drawing's own units. */
export const type = { tick: 15, label: 16, small: 14 } as const;

/** Dashes: provisional and estimated points, region line, breaks, borough line. */
export const dash = { region: '2 4', estimated: '4 3', break: '6 4', borough: '5 3' } as const;
