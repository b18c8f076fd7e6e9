import { parseHTML } from 'linkedom';

/** A drawing in a form that compares: numbers to whole pixels, one element a line. */
export function normalised(svg: string): string {
	return svg
		.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))))
		.replaceAll(/></g, '>\n<');
}

/** Texts of a drawing, in order. */
export function textsOf(svg: string): string[] {
	const { document } = parseHTML(`<body>${svg}</body>`);
	return [...document.querySelectorAll('text')].map((text) => text.textContent ?? '');
}
