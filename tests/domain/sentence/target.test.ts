import { describe, expect, it } from 'vitest';
import type { AgainstTarget, WhyNot } from '../../../src/lib/domain/judgement/target.ts';
import type { WhySilent } from '../../../src/lib/domain/judgement/outlook.ts';
import { chanceSentence, chanceWords } from '../../../src/lib/domain/sentence/chance.ts';
import { headlineWithTargets, newDataSentence } from '../../../src/lib/domain/sentence/overview.ts';
import { paceSentence } from '../../../src/lib/domain/sentence/pace.ts';
import { maskedTargetSentence } from '../../../src/lib/domain/sentence/parts.ts';
import { realismSentence } from '../../../src/lib/domain/sentence/realism.ts';
import { reliabilitySentence } from '../../../src/lib/domain/sentence/reliability.ts';
import {
	provisionalTarget,
	targetSentence,
	targetWords
} from '../../../src/lib/domain/sentence/target.ts';
import { requiredPace } from '../../../src/lib/domain/target/pace.ts';
import { target, year } from '../target/make.ts';

const unit = { valueKind: 'percent', unit: '%', decimals: 1 } as const;
const BANNED =
	/significan|p-value|hot ?spot|deprived|worst|league|caused|due to|confidence interval|LSOA/i;

/** Every sentence under 20 words, none of the words we never use. */
function plain(text: string): string {
	expect(text).not.toMatch(BANNED);
	for (const sentence of text.split(/(?<=[.:;]) /)) {
		expect(sentence.split(' ').length, sentence).toBeLessThan(20);
	}
	return text;
}

function judgement(changes: Partial<AgainstTarget> = {}) {
	return {
		...{ id: 9, word: 'watch', why: null, planned: 40, difference: -1.2, better: -1.2 },
		...{ tolerance: 2, lineInRange: null, rule: 'tolerance', ruleVersion: 1, provisional: null },
		...changes
	} as AgainstTarget & { id: number };
}

const told = (changes: Partial<AgainstTarget>, monthsLate = 0) =>
	targetSentence({ judgement: judgement(changes), period: year(2026), monthsLate, unit });

describe('against target', () => {
	const survey = { rule: 'survey', tolerance: null } as const;
	const cases: [string, Partial<AgainstTarget>, string][] = [
		[
			'within the tolerance',
			{},
			'This is 1.2 percentage points worse than planned for 2026, within the 2.0 percentage points allowed.'
		],
		[
			'more than allowed',
			{ word: 'off track', difference: 3, better: -3 },
			'This is 3.0 percentage points worse than planned for 2026, more than the 2.0 percentage points allowed.'
		],
		[
			'better',
			{ word: 'on track', difference: -3, better: 3 },
			'This is 3.0 percentage points better than planned for 2026.'
		],
		[
			'as planned',
			{ word: 'on track', difference: 0.01, better: 0.01 },
			'This is as planned in 2026.'
		],
		[
			'survey, line inside',
			{ ...survey, lineInRange: true },
			'This is 1.2 percentage points worse than planned for 2026, but the plan lies inside its range.'
		],
		[
			'survey, line outside',
			{ ...survey, word: 'off track', lineInRange: false },
			'This is 1.2 percentage points worse than planned for 2026, and the plan lies outside its range.'
		],
		[
			'survey, better',
			{ ...survey, word: 'on track', difference: 2, better: 2, lineInRange: true },
			'This is 2.0 percentage points better than planned for 2026.'
		]
	];
	it.each(cases)('%s', (_, changes, text) => {
		expect(told(changes)).toEqual({ text, judgements: [9] });
		expect(text).not.toMatch(BANNED);
	});

	const reasons: [WhyNot, RegExp][] = [
		['context measure', /context/],
		['no target', /No target is set/],
		['target not approved', /not yet approved/],
		['no colour by rule', /not judged against a target/],
		['no direction', /Neither direction is better/],
		['no figure', /no figure yet/],
		['hidden', /hidden to protect people/],
		['late', /^Last figure 2026, 3 months late\.$/],
		['nothing new', /no new figure since the last edition\. The last is for 2026/],
		['not after the baseline', /first figure after its baseline/],
		['no plan for the period', /no planned value/],
		['base too small', /Too few/],
		['no range', /without a range/],
		['range includes zero', /could be zero by chance/],
		['too uncertain', /too uncertain/]
	];
	it.each(reasons)('no colour, and why: %s', (why, words) => {
		expect(plain(told({ why, word: 'no judgement' }, 3).text)).toMatch(words);
	});
	it('one month is singular', () => {
		expect(told({ why: 'late', word: 'no new data' }, 1).text).toContain('1 month late');
	});
	it('the words as printed', () => {
		expect(targetWords('too early to tell')).toBe('Too early to tell');
	});
});

describe('a provisional target', () => {
	const cases: [Parameters<typeof provisionalTarget>[0], string][] = [
		[
			{ reason: 'change of source', since: '2025-10-01', note: 'New survey' },
			'This is provisional: the source changed on 1 October 2025 (New survey). Its approver has not yet confirmed the target.'
		],
		[
			{ reason: 'change of definition', since: null, note: null },
			'This is provisional: the definition has changed since the target was set. Its approver has not yet confirmed the target.'
		],
		[
			{ reason: 'not confirmed', since: null, note: 'Survey replaced.' },
			'This is provisional: Survey replaced. Its approver has not yet confirmed the target.'
		]
	];
	it.each(cases)('%j', (given, text) => {
		expect(plain(provisionalTarget(given).text)).toBe(text);
	});
});

describe('pace', () => {
	const pace = (value: number, milestones = [{ ends: '2028-12-31', value: 48 }]) => {
		const found = requiredPace(target({ milestones }), { period: year(2026), value }, 'higher');
		return found && plain(paceSentence(found, '2024', unit)?.text ?? '');
	};
	it('to the next milestone, to the goal, and so far', () => {
		expect(pace(41)).toBe(
			'To reach 48.0% by 31 December 2028 it must rise by 3.5 percentage points a year. To reach 50.0% by 31 December 2034 it must rise by 1.1 percentage points a year. Since 2024 it has risen by 0.5 percentage points a year on average.'
		);
	});
	it('what is met is said to be, and a small step keeps a decimal', () => {
		expect(pace(49.8, [])).toContain('must rise by 0.03 percentage points a year');
		expect(pace(51, [])).toContain('already at or better than 50.0% by 31 December 2034');
	});
});

describe('the chance, as people say chances', () => {
	const cases: [number, string][] = [
		[0, 'Less than 1 in 30'],
		[0.02, 'Less than 1 in 30'],
		[0.1, 'About 1 in 10'],
		[0.34, 'About 1 in 3'],
		[0.5, 'About 1 in 2'],
		[0.68, 'About 2 in 3'],
		[0.78, 'About 4 in 5'],
		[0.99, 'More than 29 in 30']
	];
	it.each(cases)('%s', (chance, words) => {
		expect(chanceWords(chance)).toBe(words);
		expect(chanceSentence({ chance }).text).toBe(`${words} if the present trend goes on.`);
	});
	const silences: WhySilent[] = [
		...(['too short', 'series break', 'unlike periods', 'overlapping periods'] as const),
		...(['too few to judge', 'running total', 'no variation', 'too far ahead'] as const),
		...(['goal has passed', 'no direction'] as const)
	];
	it.each(silences)('silent, and why: %s', (silent) => {
		expect(plain(chanceSentence({ silent }).text)).toMatch(/^[A-Z].*\.$/);
	});
});

describe('realism', () => {
	const slope = { perYear: -0.27, years: 11, change: -3 };
	const history = { here: { as: 0, of: 9 }, elsewhere: { as: 12, of: 144 }, years: 11, areas: 16 };
	const said = (changes: object) =>
		plain(
			realismSentence(
				{ slope, history, visible: { change: 10.9, isSeen: false }, place: 'Walsall', ...changes },
				unit
			).text
		);
	it('slope, history and what can be seen', () => {
		expect(said({})).toBe(
			'The target asks for a fall of 0.3 percentage points a year for 11 years. In Walsall 0 of 9 stretches of 11 years fell at least as fast. In 16 similar areas 12 of 144 did. A change smaller than 10.9 percentage points may not show, so this one may be missed.'
		);
	});
	it('says what is not known', () => {
		expect(said({ history: undefined })).toContain('too short to say how often');
		expect(said({ visible: undefined })).toContain('come without a range');
		expect(said({ visible: { change: 2, isSeen: true } })).toContain('this one would');
	});
	it('a figure to be held', () => {
		const held = said({ slope: { perYear: 0, years: 10, change: 0 } });
		expect(held).toContain('is held for 10 years');
		expect(held).not.toContain('stretches');
	});
});

describe('overview, masking and reliability', () => {
	it('headline with its judgements', () => {
		const counts = { judged: 12, all: 60, off: 3, watch: 1, on: 8, judgements: [4] };
		expect(headlineWithTargets(counts)).toEqual({
			text: '12 of 60 indicators can be judged this quarter: 3 are off track, 1 needs watching and 8 are on track.',
			judgements: [4]
		});
		expect(headlineWithTargets({ ...counts, judged: 0 }).text).toBe(
			'None of the 60 indicators can be judged this quarter.'
		);
	});
	it.each([
		[{ fresh: 18, all: 60, late: 11 }, '18 of 60 have new data. 11 are late.'],
		[{ fresh: 1, all: 60, late: 1 }, '1 of 60 has new data. 1 is late.'],
		[{ fresh: 0, all: 60, late: 0 }, '0 of 60 have new data. None is late.']
	])('new data: %j', (counts, text) => {
		expect(newDataSentence(counts).text).toBe(text);
	});
	it.each([
		[['N'], 'Walsall is on track, yet North is off track.'],
		[['N', 'S'], 'Walsall is on track, yet North and South are off track.']
	])('masked: %s', (parts, text) => {
		const names: Record<string, string> = { W: 'Walsall', N: 'North', S: 'South' };
		const masked = { indicator: 'X', whole: 'W', parts, judgements: [1, 2] };
		const said = maskedTargetSentence(masked, (area) => names[area] ?? area);
		expect(said).toEqual({ text, judgements: [1, 2] });
	});
	it('the grade and what sets it; a strong one needs no reason', () => {
		const late = { part: 'lateness', grade: 'weak', words: 'It is late.' } as const;
		const sound = { part: 'evidence', grade: 'strong', words: 'It is confirmed.' } as const;
		expect(reliabilitySentence({ grade: 'weak', parts: [late, sound] }).text).toBe(
			'Reliability: weak. It is late.'
		);
		expect(reliabilitySentence({ grade: 'strong', parts: [sound] }).text).toBe(
			'Reliability: strong.'
		);
		expect(reliabilitySentence({ grade: 'not yet known', parts: [] }).text).toContain('no figure');
	});
});
