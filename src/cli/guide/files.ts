// Two files as a partner sends them: one with faults, and the same put right. Their figures are invented.

const HEADER = 'Indicator,Period,Area,Count,Note';
const row = (area: string, count: string, note = '') => `W08,2026/27 Q3,${area},${count},${note}`;

export const FAULTY = [
	'People helped into work (illustrative),,,,',
	HEADER,
	row('North', '41'),
	row('South', 'about fifty'),
	row('Eastern', '23'),
	row('West', '38'),
	row('West', '39'),
	row('Walsall', '152')
].join('\n');

export const RIGHT = [
	'People helped into work (illustrative),,,,',
	HEADER,
	row('North', '41'),
	row('South', '50'),
	row('East', '23'),
	row('West', '38', 'Illustrative'),
	row('Walsall', '152')
].join('\n');
