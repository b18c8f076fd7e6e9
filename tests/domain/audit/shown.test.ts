import { describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import { hiddenSides, NOT_SHOWN, shownSides } from '../../../src/lib/domain/audit/shown.ts';

const event = (after: unknown, more: object = {}) => ({
	...{ action: 'cell entered', before: null, after },
	...{ disclosure_rule: 'people', threshold: 5, hide_zero: false, ...more }
});
const cell = (area: string, more: object = {}) => ({
	area,
	numerator: 55,
	denominator: 80,
	...more
});
const untold = { numerator: NOT_SHOWN, denominator: NOT_SHOWN };

describe('counts of people in the audit', () => {
	it.each<[what: string, given: ReturnType<typeof event>, is: unknown]>([
		['of a locality are not told', event(cell('WLOC01')), cell('WLOC01', untold)],
		['of people without a place are not told', event(cell('unknown')), cell('unknown', untold)],
		['of the borough are told', event(cell(WALSALL)), cell(WALSALL)],
		[
			'of a group in the borough are not told',
			event(cell(WALSALL, { breakdown: 'female' })),
			cell(WALSALL, { breakdown: 'female', ...untold })
		],
		[
			'that the rule of today calls small are not told, whatever it was then',
			event(cell(WALSALL, { numerator: 7 }), { threshold: 10 }),
			cell(WALSALL, untold)
		],
		[
			'that leave few others are not told',
			event(cell(WALSALL, { numerator: 78 })),
			cell(WALSALL, untold)
		],
		[
			'are not told in notes either',
			event(cell('WLOC01', { note: 'only 3', jumpReason: '3 left' })),
			cell('WLOC01', { ...untold, note: NOT_SHOWN, jumpReason: NOT_SHOWN })
		],
		[
			'are not told in the answer to a warning about a place',
			event({ area: 'WLOC02', reply: 'only 3' }, { action: 'warning answered' }),
			{ area: 'WLOC02', reply: NOT_SHOWN }
		],
		[
			'an answer about the whole return is told',
			event({ area: '', reply: 'late' }, { action: 'warning answered' }),
			{ area: '', reply: 'late' }
		],
		[
			'figures that count no people are told',
			event(cell('WLOC01'), { disclosure_rule: 'none' }),
			cell('WLOC01')
		],
		[
			'other events are told',
			event({ state: 'draft' }, { action: 'return submitted' }),
			{ state: 'draft' }
		]
	])('%s', (_, given, is) => expect(shownSides(given).after).toEqual(is));

	it('a hidden figure has no number on either side', () => {
		const given = { before: cell(WALSALL), after: cell(WALSALL, { numerator: 9, note: 'x' }) };
		expect(hiddenSides(given)).toEqual({
			before: cell(WALSALL, untold),
			after: cell(WALSALL, { ...untold, note: NOT_SHOWN })
		});
	});
});
