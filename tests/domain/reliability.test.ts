import { describe, expect, it } from 'vitest';
import { reliability, THRESHOLDS } from '../../src/lib/domain/reliability.ts';
import type { Known } from '../../src/lib/domain/reliability/grade.ts';

type Figure = NonNullable<Known['figure']>;

const figure: Figure = { value: 50, lower: null, upper: null, denominator: null, flags: [] };
const sound: Known = {
	...{ figure, intervalMethod: 'none', lagMonths: 1, daysLate: 0, evidence: 'confirmed' }
};
/** Range of a value of 50 whose standard error is so many percent of it. */
const range = (percent: number): Figure => {
	const arm = 1.959963984540054 * 0.5 * percent;
	return { ...figure, lower: 50 - arm, upper: 50 + arm };
};

describe('the grade is that of the weakest part', () => {
	const cases: [string, Partial<Known>, string, string | undefined][] = [
		['all sound', {}, 'strong', undefined],
		['no figure yet', { figure: null }, 'not yet known', undefined],
		['narrow range', { figure: range(9.9), intervalMethod: 'published' }, 'strong', undefined],
		['wide range', { figure: range(10.1), intervalMethod: 'published' }, 'fair', 'sample'],
		['very wide range', { figure: range(20.1), intervalMethod: 'published' }, 'weak', 'sample'],
		['survey without a range', { intervalMethod: 'published' }, 'fair', 'sample'],
		['base of 100', { figure: { ...figure, denominator: 100 } }, 'strong', undefined],
		['base of 99', { figure: { ...figure, denominator: 99 } }, 'fair', 'sample'],
		['base of 29', { figure: { ...figure, denominator: 29 } }, 'weak', 'sample'],
		['flagged small', { figure: { ...figure, flags: ['u'] } }, 'weak', 'sample'],
		['six months', { lagMonths: 6 }, 'strong', undefined],
		['seven months', { lagMonths: 7 }, 'fair', 'delay'],
		['nineteen months', { lagMonths: 19 }, 'weak', 'delay'],
		['delay not known', { lagMonths: null }, 'fair', 'delay'],
		['a day late', { daysLate: 1 }, 'fair', 'lateness'],
		['91 days late', { daysLate: 91 }, 'weak', 'lateness'],
		['early is not late', { daysLate: -10 }, 'strong', undefined],
		['reported', { evidence: 'reported' }, 'fair', 'evidence'],
		['own proposal', { evidence: 'inference' }, 'weak', 'evidence'],
		['estimated', { figure: { ...figure, flags: ['e'] } }, 'fair', 'estimate'],
		['provisional', { figure: { ...figure, flags: ['p'] } }, 'fair', 'estimate'],
		['revised is no weakness', { figure: { ...figure, flags: ['r'] } }, 'strong', undefined]
	];
	it.each(cases)('%s', (_, changes, grade, part) => {
		const found = reliability({ ...sound, ...changes });
		expect(found.grade).toBe(grade);
		if (part) expect(found.parts[0]?.part).toBe(part);
		for (const { words } of found.parts) {
			expect(words).toMatch(/^[A-Z].*\.$/);
			expect(words.split(' ').length).toBeLessThan(20);
		}
	});
});

it('thresholds fall from strong to fair', () => {
	expect(THRESHOLDS.error.strong).toBeLessThan(THRESHOLDS.error.fair);
	expect(THRESHOLDS.base.strong).toBeGreaterThan(THRESHOLDS.base.fair);
	expect(THRESHOLDS.delay.strong).toBeLessThan(THRESHOLDS.delay.fair);
	expect(THRESHOLDS.lateness.strong).toBeLessThan(THRESHOLDS.lateness.fair);
});
