import { describe, expect, test } from 'vitest';
import {
	isClosed,
	isEditable,
	isOpen,
	STATES,
	step,
	STEPS,
	stepsFrom,
	type Facts,
	type Step,
	type SubmissionState
} from '../../src/lib/domain/submission.ts';

const clear: Facts = {
	skipsAssurance: true,
	errors: 0,
	unanswered: 0,
	isOwn: false,
	hasNote: true,
	isReleased: true,
	isClosed: false
};

/** Every step that is possible; each pair that is not here is refused. */
const TABLE: readonly [SubmissionState, Step, SubmissionState][] = [
	['draft', 'submit', 'submitted'],
	['draft', 'withdraw', 'withdrawn'],
	['submitted', 'assure', 'quality-assured'],
	['submitted', 'approve', 'approved'],
	['submitted', 'return', 'returned'],
	['submitted', 'withdraw', 'withdrawn'],
	['quality-assured', 'approve', 'approved'],
	['quality-assured', 'return', 'returned'],
	['quality-assured', 'withdraw', 'withdrawn'],
	['approved', 'schedule', 'scheduled'],
	['approved', 'publish', 'published'],
	['approved', 'return', 'returned'],
	['approved', 'withdraw', 'withdrawn'],
	['scheduled', 'schedule', 'scheduled'],
	['scheduled', 'publish', 'published'],
	['scheduled', 'return', 'returned'],
	['scheduled', 'withdraw', 'withdrawn'],
	['returned', 'reopen', 'draft'],
	['returned', 'withdraw', 'withdrawn']
];

describe('the table of steps is the whole machine', () => {
	test.each(STATES.flatMap((from) => STEPS.map((asked) => ({ from, asked }))))(
		'$from: $asked',
		({ from, asked }) => {
			const row = TABLE.find(([state, one]) => state === from && one === asked);
			expect(step(from, asked, clear)).toEqual(
				row ? { state: row[2] } : { refused: 'not from here' }
			);
			expect(stepsFrom(from).includes(asked)).toBe(row !== undefined);
		}
	);
});

describe('what stands in the way is named', () => {
	test.each<[SubmissionState, Step, Partial<Facts>, string]>([
		['draft', 'submit', { errors: 1 }, 'errors'],
		['draft', 'submit', { unanswered: 1 }, 'warnings'],
		['draft', 'submit', { isClosed: true }, 'closed'],
		['submitted', 'assure', { isOwn: true }, 'own'],
		['submitted', 'assure', { errors: 1 }, 'errors'],
		['submitted', 'approve', { skipsAssurance: false }, 'assurance'],
		['submitted', 'approve', { isOwn: true }, 'own'],
		['quality-assured', 'approve', { isOwn: true }, 'own'],
		['quality-assured', 'approve', { errors: 1 }, 'errors'],
		['quality-assured', 'approve', { unanswered: 2 }, 'warnings'],
		['quality-assured', 'return', { hasNote: false }, 'note'],
		['scheduled', 'publish', { isReleased: false }, 'embargo'],
		['approved', 'publish', { isReleased: false }, 'embargo']
	])('%s: %s with %o is refused', (from, asked, facts, refused) => {
		expect(step(from, asked, { ...clear, ...facts })).toEqual({ refused });
	});
	test('after quality assurance the indicator without a shortcut is approved', () => {
		expect(step('quality-assured', 'approve', { ...clear, skipsAssurance: false })).toEqual({
			state: 'approved'
		});
	});
});

test('only a draft is written; published and withdrawn are closed', () => {
	expect(STATES.filter(isEditable)).toEqual(['draft']);
	expect(STATES.filter((state) => !isOpen(state))).toEqual(['published', 'withdrawn']);
});

describe('the calendar closes', () => {
	const sent = new Date('2026-10-20T09:00:00Z');
	test.each<[string, string, Date | null, string | null, boolean]>([
		['a return that nobody handed in', 'return', null, '2026-11-13', true],
		['nothing on its last day', 'return', null, '2026-11-22', false],
		['nothing without a last day', 'return', null, null, false],
		['no return that was sent back', 'return', sent, '2026-11-13', false],
		['no correction', 'correction', null, '2026-11-13', false],
		['no file of earlier periods', 'import', null, '2026-11-13', false]
	])('%s', (_, kind, submittedAt, closes, expected) => {
		expect(isClosed({ kind, submittedAt }, closes, '2026-11-22')).toBe(expected);
	});
});
