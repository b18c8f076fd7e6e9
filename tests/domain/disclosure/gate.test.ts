import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateRow, publish, SMALL_COUNT } from '../../../src/lib/domain/disclosure/gate.ts';
import { seal } from '../../../src/lib/domain/disclosure/seal.ts';
import type { Observation } from '../../../src/lib/domain/observation.ts';

const usual: GateRow['rule'] = {
	kind: 'people',
	isCount: true,
	whole: null,
	threshold: 5,
	suppressZeros: false,
	roundTo: null
};

function row(given: Partial<Observation>, rest: Partial<GateRow> = {}): GateRow {
	return {
		observation: {
			indicator: 'C11',
			version: 1,
			area: 'WLOC01',
			period: 'FY2026',
			breakdown: 'all',
			numerator: null,
			denominator: null,
			value: null,
			lower: null,
			upper: null,
			state: 'known',
			provisional: true,
			estimated: false,
			revised: false,
			smallBase: false,
			note: 'a note',
			sourceId: null,
			...given
		},
		rule: usual,
		protection: 'shown',
		restricted: false,
		boroughOnly: false,
		belowBorough: true,
		...rest
	};
}

const through = (...rows: GateRow[]) => publish(rows.map(seal));
const isShown = (given: GateRow) => through(given)[0]?.state === 'known';
const share = (numerator: number, denominator: number) => ({
	numerator,
	denominator,
	value: (100 * numerator) / denominator
});

describe('even where the stored decision says shown, a count of people is hidden', () => {
	it.each<[string, Partial<Observation>, boolean]>([
		['nought is shown', { value: 0 }, true],
		['from 1', { value: 1 }, false],
		[`to ${SMALL_COUNT}`, { value: SMALL_COUNT }, false],
		['five is shown', { value: 5 }, true],
		['a share of few', share(2, 50), false],
		['a share of all but few', share(48, 50), false],
		['a share of nobody is shown', share(0, 50), true],
		['a share of everybody is shown', share(50, 50), true],
		['a share out of too few', share(0, 4), false],
		['a mean without counts is no count', { value: 3.2 }, true]
	])('%s', (name, given, expected) => {
		const isCount = !name.includes('mean');
		expect(isShown(row(given, { rule: { ...usual, isCount } }))).toBe(expected);
	});

	it.each<[string, Partial<Observation>, number, boolean]>([
		['3% of 100', { value: 3, denominator: 100 }, 100, false],
		['97% of 100', { value: 97, denominator: 100 }, 100, false],
		['30% of 100', { value: 30, denominator: 100 }, 100, true],
		['0.4 per 1,000 of 10,000', { value: 0.4, denominator: 10_000 }, 1000, false]
	])('a share whose numerator was left out: %s', (_, given, whole, expected) => {
		expect(isShown(row(given, { rule: { ...usual, isCount: false, whole } }))).toBe(expected);
	});

	it('a share of a part of the borough without its counts, which nobody can check', () => {
		const rule = { ...usual, isCount: false, whole: 10_000 };
		expect(isShown(row({ value: 0.8 }, { rule }))).toBe(false);
		expect(isShown(row({ value: 0.8 }, { rule, belowBorough: false }))).toBe(true);
	});

	it('nought where the owner forbids it, and by the owner’s threshold', () => {
		const rule = { ...usual, suppressZeros: true, threshold: 10 };
		expect(isShown(row({ value: 0 }, { rule }))).toBe(false);
		expect(isShown(row({ value: 9 }, { rule }))).toBe(false);
		expect(isShown(row({ value: 10 }, { rule }))).toBe(true);
	});
});

describe('the stored decision', () => {
	it.each(['primary', 'secondary', null] as const)(
		'%s hides every number, flag and note',
		(protection) => {
			const [figure] = through(row({ ...share(20, 50), lower: 30, upper: 50 }, { protection }));
			expect(figure).toMatchObject({ state: 'suppressed', flags: [], note: null });
			const { value, lower, upper, numerator, denominator } = figure ?? {};
			expect([value, lower, upper, numerator, denominator]).toEqual([null, null, null, null, null]);
		}
	);

	it('is not asked of open data, nor of venues and money', () => {
		for (const kind of ['open', 'none'] as const) {
			expect(isShown(row({ value: 2 }, { rule: { ...usual, kind }, protection: null }))).toBe(true);
		}
	});

	it('a value that is missing for another reason keeps that reason', () => {
		const [figure] = through(row({ state: 'not collected' }, { protection: null }));
		expect(figure).toMatchObject({ state: 'not collected', note: 'a note' });
	});
});

it('restricted rows yield nothing, and borough-only groups nothing below the borough', () => {
	expect(through(row({ value: 90 }, { restricted: true }))).toEqual([]);
	expect(through(row({ value: 90 }, { boroughOnly: true }))).toEqual([]);
	expect(through(row({ value: 90 }, { boroughOnly: true, belowBorough: false }))).toHaveLength(1);
});

describe('rounding to a base', () => {
	const rule = { ...usual, roundTo: 5 };

	it('leaves nothing that is not a multiple, and no limits made of the true count', () => {
		fc.assert(
			fc.property(fc.nat(500), fc.nat(500), (x, rest) => {
				const given = { ...share(x, x + rest + 1), lower: 1, upper: 99 };
				const [figure] = through(row(given, { rule }));
				if (figure?.state !== 'known') return;
				const { numerator, denominator, value, lower, upper } = figure;
				expect((numerator ?? 0) % 5).toBe(0);
				expect((denominator ?? 0) % 5).toBe(0);
				expect(value).toBeCloseTo((100 * (numerator ?? 0)) / (denominator ?? 1), 9);
				expect([lower, upper]).toEqual([null, null]);
			})
		);
	});

	it('rounds a plain count, and leaves other figures alone', () => {
		expect(through(row({ value: 13 }, { rule }))[0]?.value).toBe(15);
		expect(through(row({ value: 3.2 }, { rule: { ...rule, isCount: false } }))[0]?.value).toBe(3.2);
		expect(through(row({ value: 13 }, { rule: { ...rule, kind: 'open' } }))[0]?.value).toBe(13);
	});
});
