// Numbers, dates and changes as the product prints them (en-GB). One place, so that a tile, a table
// and a download never round one figure in two ways.

import type { ValueKind } from './indicator.ts';

export interface Unit {
	valueKind: ValueKind;
	unit: string;
	decimals: number;
}

const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const longDate = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'Europe/London'
});
const clockTime = new Intl.DateTimeFormat('en-GB', {
	hour: '2-digit',
	minute: '2-digit',
	timeZone: 'Europe/London'
});

// Making a formatter takes forty times as long as using it, and a page prints hundreds of numbers.
const byDecimals = new Map<number, Intl.NumberFormat>();

function numbers(decimals: number): Intl.NumberFormat {
	const known = byDecimals.get(decimals);
	if (known) return known;
	const made = new Intl.NumberFormat('en-GB', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	});
	byDecimals.set(decimals, made);
	return made;
}

/** 7501 → "7,501". */
export function count(value: number): string {
	return counts.format(value);
}

/** A number to fixed decimals with thousands separators and a true minus sign. */
export function fixed(value: number, decimals: number): string {
	const text = numbers(decimals).format(value);
	const zero = Number(value.toFixed(decimals)) === 0;
	return zero ? text.replace('-', '') : text.replace('-', '\u2212');
}

/** A value with its unit: "2.7%", "£605", "56.2 years", "27,290". */
export function value(number: number, unit: Unit): string {
	switch (unit.valueKind) {
		case 'percent':
			return `${fixed(number, unit.decimals)}%`;
		case 'money':
			return `£${fixed(number, unit.decimals)}`;
		case 'years':
			return `${fixed(number, unit.decimals)} years`;
		case 'points':
			return `${fixed(number, unit.decimals)} points`;
		case 'count':
		case 'rate':
		case 'score':
		case 'index':
			return fixed(number, unit.decimals);
		default:
			throw new Error(`unknown kind of value: ${unit.valueKind satisfies never}`);
	}
}

/** Size of a change without its sign: percents change by points. */
export function change(difference: number, unit: Unit): string {
	const size = Math.abs(difference);
	if (unit.valueKind === 'percent') return `${fixed(size, unit.decimals)} percentage points`;
	return value(size, unit);
}

/** "20 November 2026". */
export function date(instant: Date | string): string {
	return longDate.format(new Date(instant));
}

/** "20 November 2026, 09:30". */
export function dateTime(instant: Date | string): string {
	const day = new Date(instant);
	return `${longDate.format(day)}, ${clockTime.format(day)}`;
}

/**
 * "1 in 5" for shares a member can picture; undefined outside 1 in 2 to 1 in 100, and where "about"
 * would stretch too far: 40% is not about 1 in 3.
 */
export function oneIn(share: number): string | undefined {
	const people = Math.round(1 / share);
	if (!(share > 0 && share <= 0.5) || people > 100) return undefined;
	return Math.abs(1 / people - share) <= share / 10 ? `1 in ${people}` : undefined;
}
