import { expect, test } from 'vitest';
import { emptyCell } from '../../../src/lib/domain/entry/cell.ts';
import { masked } from '../../../src/lib/server/workflow/masked-counts.ts';

const usual = { threshold: 5, suppressZeros: false };
const stricter = { threshold: 10, suppressZeros: true };

test.each([
	[{ numerator: 3 }, usual, true],
	[{ value: 3 }, usual, true],
	[{ numerator: 40, denominator: 42 }, usual, true],
	[{ numerator: 7 }, usual, false],
	[{ numerator: 0 }, usual, false],
	[{ numerator: 7 }, stricter, true],
	[{ numerator: 0 }, stricter, true],
	[{ numerator: 3 }, null, false]
])('the audit is not told %o where the rule is %o: %s', (counts, hides, is) => {
	const told = masked({ ...emptyCell('WLOC01'), state: 'known', ...counts }, hides);
	const first = Object.values(counts)[0];
	expect(told['numerator'] === first || told['value'] === first).toBe(!is);
});
