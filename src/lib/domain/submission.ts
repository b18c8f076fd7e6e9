// One return of figures on its way to publication. Which step may follow which is one table; who may
// take it is the permission table's affair; what stands in the way is asked here as facts.

export const STATES = [
	'draft',
	'submitted',
	'quality-assured',
	'approved',
	'scheduled',
	'published',
	'returned',
	'withdrawn'
] as const;
export type SubmissionState = (typeof STATES)[number];

export const STEPS = [
	'submit',
	'assure',
	'approve',
	'schedule',
	'publish',
	'return',
	'reopen',
	'withdraw'
] as const;
export type Step = (typeof STEPS)[number];

/** What a step may depend on. */
export interface Facts {
	/** The indicator's rule lets approval follow submission without a second officer's check. */
	readonly skipsAssurance: boolean;
	/** Errors still in the cells. */
	readonly errors: number;
	/** Warnings that nobody has answered. */
	readonly unanswered: number;
	/** The person wrote a cell, a note, an import or a connector run of this version. */
	readonly isOwn: boolean;
	/** A note goes with the step. */
	readonly hasNote: boolean;
	/** The release time has come, or none was set. */
	readonly isReleased: boolean;
	/** The day on which the calendar closes it has passed, and it was never handed in. */
	readonly isClosed: boolean;
}

export type Outcome = { state: SubmissionState } | { refused: Refused };

export type Refused =
	'not from here' | 'errors' | 'warnings' | 'own' | 'note' | 'assurance' | 'embargo' | 'closed';

const FROM: Readonly<Record<Step, readonly SubmissionState[]>> = {
	submit: ['draft'],
	assure: ['submitted'],
	approve: ['submitted', 'quality-assured'],
	schedule: ['approved', 'scheduled'],
	publish: ['approved', 'scheduled'],
	return: ['submitted', 'quality-assured', 'approved', 'scheduled'],
	reopen: ['returned'],
	withdraw: ['draft', 'returned', 'submitted', 'quality-assured', 'approved', 'scheduled']
};

const TO: Readonly<Record<Step, SubmissionState>> = {
	submit: 'submitted',
	assure: 'quality-assured',
	approve: 'approved',
	schedule: 'scheduled',
	publish: 'published',
	return: 'returned',
	reopen: 'draft',
	withdraw: 'withdrawn'
};

/** The state after a step, or the first thing that stands in its way. */
export function step(state: SubmissionState, asked: Step, facts: Facts): Outcome {
	if (!FROM[asked].includes(state)) return { refused: 'not from here' };
	const obstacle = inTheWay(state, asked, facts);
	return obstacle ? { refused: obstacle } : { state: TO[asked] };
}

/** Steps that lead on from a state, whoever takes them. */
export const stepsFrom = (state: SubmissionState): Step[] =>
	STEPS.filter((one) => FROM[one].includes(state));

/** Is the version still on its way? Published and withdrawn ones are closed: a change starts anew. */
export const isOpen = (state: SubmissionState): boolean =>
	state !== 'published' && state !== 'withdrawn';

/** May its cells still be written? */
export const isEditable = (state: SubmissionState): boolean => state === 'draft';

/** Has its officer done their part? Then it waits for others and is overdue no more. */
export const isHandedIn = (state: SubmissionState): boolean =>
	isOpen(state) && state !== 'draft' && state !== 'returned';

interface Sent {
	readonly kind: string;
	readonly submittedAt: Date | null;
}

/** A return that nobody has begun. */
export const UNSENT: Sent = { kind: 'return', submittedAt: null };

/**
 * Has the calendar closed it? Only a return that was never handed in: one that was sent back, a
 * correction and a file of earlier periods may come later. Both are days.
 */
export const isClosed = (sent: Sent, closes: string | null, day: string): boolean =>
	sent.kind === 'return' && sent.submittedAt === null && closes !== null && closes < day;

export const refusedWords: Readonly<Record<Refused, string>> = {
	'not from here': 'Someone has already moved this return on. Reload the page to see where it is.',
	errors: 'Put the errors right first. They are listed at the top of the page.',
	warnings: 'Answer each warning first. A short reason is enough.',
	own: 'You wrote a part of this return. Someone else has to approve it.',
	note: 'Write a note that says what has to change.',
	assurance: 'A second officer has to check this return before it is approved.',
	embargo: 'The release time has not come yet.',
	closed:
		'This return is closed. The performance lead can set a later day in the collection calendar.'
};

function inTheWay(state: SubmissionState, asked: Step, facts: Facts): Refused | undefined {
	switch (asked) {
		case 'submit':
			if (facts.isClosed) return 'closed';
			if (facts.errors > 0) return 'errors';
			return facts.unanswered > 0 ? 'warnings' : undefined;
		case 'assure':
			return facts.isOwn ? 'own' : facts.errors > 0 ? 'errors' : undefined;
		case 'approve':
			if (facts.isOwn) return 'own';
			if (state === 'submitted' && !facts.skipsAssurance) return 'assurance';
			if (facts.errors > 0) return 'errors';
			return facts.unanswered > 0 ? 'warnings' : undefined;
		case 'publish':
			return facts.isReleased ? undefined : 'embargo';
		case 'return':
			return facts.hasNote ? undefined : 'note';
		case 'schedule':
		case 'reopen':
		case 'withdraw':
			return undefined;
		default:
			return never(asked);
	}
}

function never(asked: never): never {
	throw new Error(`No rule for ${String(asked)}`);
}
