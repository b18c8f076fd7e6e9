import { describe, expect, it } from 'vitest';
import type { Period, PeriodKind } from '../../../src/lib/domain/period.ts';
import {
	noFigures,
	noLocalFigure,
	seriesBreak,
	stopsAtBorough,
	tooSmall
} from '../../../src/lib/domain/sentence/absent.ts';
import { polarityWords } from '../../../src/lib/domain/sentence/facts.ts';
import {
	headlineWithoutTargets,
	headlineWithTargets
} from '../../../src/lib/domain/sentence/overview.ts';
import { listed, together, uncapitalised } from '../../../src/lib/domain/sentence/sentence.ts';
import { againstTarget } from '../../../src/lib/domain/sentence/target.ts';
import { inPeriod, named } from '../../../src/lib/domain/sentence/when.ts';
import { base } from '../../../src/lib/domain/sentence/who.ts';

const percent = { valueKind: 'percent', unit: '%', decimals: 1 } as const;

describe('periods inside sentences', () => {
	const cases: [PeriodKind, string, string, string][] = [
		['calendar_year', '2023', 'in 2023', '2023'],
		['financial_year', '2024/25', 'in 2024/25', '2024/25'],
		['rolling', '2022 to 2024', 'in the years 2022 to 2024', 'the years 2022 to 2024'],
		['rolling', 'Year to June 2025', 'in the year to June 2025', 'the year to June 2025'],
		['snapshot', 'Census 2021', 'at the 2021 census', 'the 2021 census'],
		['snapshot', 'April 2025', 'in April 2025', 'April 2025'],
		['snapshot', 'Mid-2020', 'in mid-2020', 'mid-2020'],
		['survey_wave', 'Indices 2025', 'in the Indices of 2025', 'the Indices of 2025']
	];
	it.each(cases)('%s %s', (kind, label, within, alone) => {
		const period = made(kind, label);
		expect([inPeriod(period), named(period)]).toEqual([within, alone]);
	});
});

describe('who is counted, from the short words of the catalogue', () => {
	const cases: [string | null, string | undefined][] = [
		['usual residents 3+', 'residents aged 3 and over'],
		['residents 16-64', 'residents aged 16 to 64'],
		['all usual residents', 'residents'],
		['all households', 'households'],
		['users who answered (long-term support)', 'users who answered'],
		['two rates', undefined],
		['0.5 x sum of |share of A - share of B|', undefined],
		[null, undefined]
	];
	it.each(cases)('%s', (given, words) => {
		expect(base(given)).toBe(words);
	});
});

describe('why there is no figure or no judgement', () => {
	it('too small', () => {
		expect(tooSmall(12, 'residents', 30).text).toBe(
			'12 residents is fewer than the 30 needed, so we do not judge it.'
		);
	});
	it('no local figure', () => {
		expect(noLocalFigure('Trust', 'Pleck').text).toBe(
			'"Trust" is measured for Walsall as a whole. We have no figure for Pleck and do not estimate one.'
		);
	});
	it('stops at the borough', () => {
		expect(stopsAtBorough(['localities', 'wards']).text).toBe(
			'This is measured for Walsall as a whole. We have no figures for localities and wards and do not estimate them.'
		);
	});
	it('break', () => {
		expect(seriesBreak(made('calendar_year', '2024')).text).toBe(
			'The source changed in 2024. Figures before and after cannot be compared.'
		);
	});
	it('restricted: says that a named role is needed and nothing else', () => {
		const said = noFigures({ restricted: true, sourceText: 'Police', frequency: 'monthly' }).text;
		expect(said).toContain('named roles only');
		expect(said).not.toContain('Police');
	});
});

describe('against target: the words wait for targets', () => {
	const target = (difference: number) => ({
		...{ difference, tolerance: 2, period: made('calendar_year', '2026') }
	});
	it('worse within the tolerance', () => {
		expect(againstTarget(target(1.2), percent, 'lower').text).toBe(
			'This is 1.2 percentage points worse than planned for 2026, within the 2.0 percentage points allowed.'
		);
	});
	it('worse by more than allowed', () => {
		expect(againstTarget(target(-3), percent, 'higher').text).toContain(
			'worse than planned for 2026, more than the 2.0 percentage points allowed'
		);
	});
	it('better', () => {
		expect(againstTarget(target(1), percent, 'higher').text).toBe(
			'This is 1.0 percentage points better than planned for 2026.'
		);
	});
	it('a gap that should close: its sign does not say which way is better', () => {
		expect(againstTarget(target(-1), percent, 'lower to zero').text).toBe(
			'This is 1.0 percentage points lower than planned for 2026.'
		);
	});
	it('no direction: neither better nor worse', () => {
		expect(againstTarget(target(1), percent, 'neutral').text).toBe(
			'This is 1.0 percentage points higher than planned for 2026.'
		);
	});
});

describe('headline of the overview', () => {
	it('while no target exists, counts what moved and what is awaited', () => {
		const counts = { withFigures: 48, moved: 21, since: '2019', awaiting: 50, judgements: [1, 2] };
		expect(headlineWithoutTargets(counts)).toEqual({
			text: 'No targets are agreed yet. 21 of 48 measures with figures have clearly changed since 2019; 50 await their first return.',
			judgements: [1, 2]
		});
	});
	it('one is singular', () => {
		const counts = { withFigures: 3, moved: 1, since: '2019', awaiting: 1, judgements: [] };
		expect(headlineWithoutTargets(counts).text).toBe(
			'No targets are agreed yet. 1 of 3 measures with figures has clearly changed since 2019; 1 awaits its first return.'
		);
	});
	it('with targets, counts what can be judged', () => {
		expect(headlineWithTargets({ judged: 8, all: 60, off: 2, watch: 3, on: 3 }).text).toBe(
			'8 of 60 indicators can be judged this quarter: 2 are off track, 3 need watching and 3 are on track.'
		);
	});
});

it('polarity never says better where none is', () => {
	expect(polarityWords('neutral')).toBe('Neither direction is better');
	expect(polarityWords('ambiguous')).not.toContain('better');
});

it('sentences keep the judgements of their parts', () => {
	const parts = [{ text: 'A.', judgements: [1] }, undefined, { text: 'B.', judgements: [2] }];
	expect(together(parts)).toEqual({ text: 'A. B.', judgements: [1, 2] });
});

it('lists read as English', () => {
	expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
		...['', 'a', 'a and b', 'a, b and c']
	]);
});

it('abbreviations keep their capitals', () => {
	expect([uncapitalised('Women'), uncapitalised('DWP data')]).toEqual(['women', 'DWP data']);
});

function made(kind: PeriodKind, label: string): Period {
	return { id: label, kind, starts: '2024-01-01', ends: '2024-12-31', label };
}
