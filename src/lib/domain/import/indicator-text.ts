import { cut, type At, type Found } from './place.ts';
import { error } from './problem.ts';
import type { ImportContext, Measured } from './record.ts';

/** The indicator that a row says; in a file about one, a text of the sender's own means that one. */
export function indicatorOf(
	said: string,
	{ indicators, indicator = '' }: ImportContext,
	at: At
): Found<Measured> {
	if (said === '') {
		return {
			problems: [error('no indicator', at, 'No indicator. Write its code, for example C08.')]
		};
	}
	const found = indicators.get(said.toLowerCase()) ?? indicators.get(indicator.toLowerCase());
	if (found) return { found, problems: [] };
	return {
		problems: [
			error(
				'unknown indicator',
				at,
				`“${cut(said)}” is not an indicator of the catalogue. Write its code, for example C08.`
			)
		]
	};
}
