// What an officer types or pastes into a box: a number in any of the field's spellings, or nothing.

export type Typed = { number: number | null } | { wrong: string };

const NUMBER = /^[-+\u2212]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

/** "1,234" is 1234, an empty box is nothing, and anything else says what to do. */
export function typed(text: string): Typed {
	const clean = text.replaceAll(/[\s\u00a0£%]/g, '');
	if (clean === '') return { number: null };
	if (!NUMBER.test(clean)) return { wrong: `“${text.trim().slice(0, 30)}” is not a number.` };
	const number = Number(clean.replaceAll(',', '').replace('\u2212', '-'));
	// Far beyond any count of the borough, and still exact in the database.
	if (Math.abs(number) > 1e12) return { wrong: 'This number is too large. Check it.' };
	return { number };
}

/** As a box shows it. */
export const shown = (number: number | null): string => (number === null ? '' : String(number));
