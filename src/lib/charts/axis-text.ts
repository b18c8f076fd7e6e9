import { fixed, type Unit, value } from '../domain/format.ts';

/** A number on an axis or at the end of a line: unit words are dropped, % and £ stay when asked for. */
export function axisText(
	number: number,
	unit: Unit,
	withSign: boolean,
	decimals = shortest(number)
): string {
	if (unit.valueKind === 'percent') return fixed(number, decimals) + (withSign ? '%' : '');
	if (unit.valueKind === 'money' && withSign) return value(number, { ...unit, decimals });
	return fixed(number, decimals);
}

/** Decimals that a round axis number needs. */
function shortest(number: number): number {
	return Math.min(3, (String(Number(number.toPrecision(10))).split('.')[1] ?? '').length);
}
