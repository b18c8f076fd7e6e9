import type { Figure } from './disclosure/gate.ts';

// A figure's journey, from the file it came in to the sentence that readers see: what is known of it,
// put in the order in which it happened. Names of people are for colleagues; readers are told the roles.

export interface SourceFile {
	/** Of the import. */
	id: string;
	name: string;
	bytes: number;
	sha256: string;
	from: string | null;
	licence: string | null;
	extractedOn: string | null;
	address: string | null;
	receivedAt: string;
	by: string;
	/** Row of the file that the figure stood in. */
	row: number | null;
}

export interface JourneyReturn {
	id: string;
	kind: 'return' | 'import' | 'pull' | 'correction';
	state: string;
	/** The edition that published it. */
	edition: string | null;
	startedAt: string;
	submittedAt: string | null;
	assuredAt: string | null;
	approvedAt: string | null;
	publishAt: string | null;
	publishedAt: string | null;
	by: Partial<Record<DatedStep, string>>;
	reason: string | null;
	publicNote: string | null;
	file: SourceFile | null;
}

export type DatedStep = 'started' | 'submitted' | 'assured' | 'approved';

/** An audit event of a return or its file, as far as it may be read. */
export interface JourneyEvent {
	id: number;
	/** The return; the file where it is about that. */
	subject: string;
	at: string;
	who: string;
	action: string;
	changes: readonly { field: string; before: string | undefined; after: string | undefined }[];
	reason: string | null;
}

/** A figure as it was held in a span of time, as readers see it. */
export interface HeldVersion {
	figure: Figure;
	heldFrom: string;
	heldTo: string | null;
}

export interface Step {
	at: string;
	/** A name for colleagues, a role for readers. */
	who: string;
	did: string;
	/** Of the audit; for those who may read it. */
	event: number | null;
	changes: JourneyEvent['changes'];
	why: string | null;
}

/** What one return did on its way to publication. */
export interface Passage {
	returned: Omit<JourneyReturn, 'by' | 'file'> & { file: SourceFile | null };
	steps: Step[];
}

export interface Chapter {
	/** How the figure came to the edition; null for open data that came without a return. */
	passage: Passage | null;
	/** What was published, and when; null while it is on its way. */
	version: HeldVersion | null;
	edition: { id: string; label: string; publishedAt: string; note: string | null } | null;
}

interface Given {
	returns: readonly JourneyReturn[];
	events: readonly JourneyEvent[];
	versions: readonly HeldVersion[];
	editions: readonly { id: string; label: string; publishedAt: string; note: string | null }[];
	/** Colleagues see names, drafts and the audit. */
	isColleague: boolean;
}

/** In the order of time: what was published with how it got there, then what is on its way. */
export function chapters(given: Given): Chapter[] {
	const { returns, versions, isColleague } = given;
	const published = versions.map((version): Chapter => {
		const edition = given.editions.find(({ publishedAt }) => publishedAt === version.heldFrom);
		const returned = returns.find((one) => edition && one.edition === edition.id);
		return {
			passage: returned ? passageOf(returned, given) : null,
			version,
			edition: edition ?? null
		};
	});
	const told = new Set(published.map(({ passage }) => passage?.returned.id));
	const others = returns.filter(({ id, state }) => !told.has(id) && state !== 'published');
	const onTheirWay = isColleague
		? others.map((one): Chapter => ({
				...{ passage: passageOf(one, given), version: null, edition: null }
			}))
		: [];
	return [...published, ...onTheirWay];
}

function passageOf(one: JourneyReturn, { events, isColleague }: Given): Passage {
	const own = events.filter(({ subject }) => subject === one.id || isOfFile(subject, one));
	const recorded = new Set(own.map(({ action }) => action));
	const dated = datedSteps(one, isColleague).filter(({ action }) => !recorded.has(action));
	const steps = isColleague
		? [...own.map(stepOf), ...dated.map(({ step }) => step)]
		: dated.map(({ step }) => step);
	const { by: _, file, ...returned } = one;
	return {
		returned: {
			...returned,
			reason: isColleague ? one.reason : null,
			file: shownFile(file, isColleague)
		},
		steps: steps.sort(inTime)
	};
}

/** What one request did has one moment: the audit's number tells what came first. */
const inTime = (a: Step, b: Step): number =>
	a.at === b.at ? (a.event ?? 0) - (b.event ?? 0) : a.at < b.at ? -1 : 1;

const isOfFile = (subject: string, { file }: JourneyReturn): boolean => subject === file?.id;

const stepOf = ({ id, at, who, action, changes, reason }: JourneyEvent): Step => ({
	...{ at, who, did: action, event: id, changes, why: reason }
});

/** Readers are told from whom and when; a name of a file can name a person. */
const shownFile = (file: SourceFile | null, isColleague: boolean): SourceFile | null =>
	file === null || isColleague ? file : { ...file, name: 'A file', by: 'An officer', row: null };

const DATED: readonly { step: DatedStep; action: string; role: string }[] = [
	{ step: 'started', action: 'return started', role: 'An officer' },
	{ step: 'submitted', action: 'return submitted', role: 'An officer' },
	{ step: 'assured', action: 'return checked', role: 'A second officer' },
	{ step: 'approved', action: 'return approved', role: 'An approver' }
];

/** From the return itself: for readers, and for steps that were not recorded one by one. */
function datedSteps(one: JourneyReturn, isColleague: boolean): { action: string; step: Step }[] {
	const at = {
		...{ started: one.startedAt, submitted: one.submittedAt },
		...{ assured: one.assuredAt, approved: one.approvedAt }
	};
	return DATED.flatMap(({ step, action, role }) => {
		const when = at[step];
		if (when === null) return [];
		const who = isColleague ? (one.by[step] ?? role) : role;
		const isCorrection = one.kind === 'correction' && step === 'started';
		const did = isCorrection ? 'correction started' : action;
		return [{ action: did, step: { at: when, who, did, event: null, changes: [], why: null } }];
	});
}

/** Is the number hidden from readers in any edition? Then no page of the journey tells it. */
export const isHidden = (versions: readonly HeldVersion[]): boolean =>
	versions.some(({ figure }) => figure.state === 'suppressed');
