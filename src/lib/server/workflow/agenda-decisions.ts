import { kindTitles } from '../../domain/catalogue/change.ts';
import { dayInWalsall } from '../../domain/day.ts';
import { date } from '../../domain/format.ts';
import { may, type Person } from '../../domain/permission.ts';
import type { Item } from '../../domain/reminder/letter.ts';
import { waitingStage } from '../../domain/reminder/stage.ts';
import type { Step, SubmissionState } from '../../domain/submission.ts';
import type { Submission } from '../db/submissions.ts';
import { named, type Work } from './agenda-work.ts';
import { mayTake } from './submission-steps.ts';

// What has waited for a person's decision for more than three days.

export const decisionItems = (person: Person, work: Work, today: string): Item[] => [
	...waitingItems(person, work, today),
	...proposalItems(person, work, today),
	...targetItems(person, work, today)
];

/** The decision that a return waits for. */
const NEXT: Readonly<Partial<Record<SubmissionState, Step>>> = {
	submitted: 'assure',
	'quality-assured': 'approve',
	approved: 'publish'
};

const since = ({ state, submittedAt, assuredAt, approvedAt }: Submission): Date | null =>
	state === 'approved' ? approvedAt : state === 'quality-assured' ? assuredAt : submittedAt;

function waitingItems(
	person: Person,
	{ open, catalogue, labels, rules: known }: Work,
	today: string
): Item[] {
	return open.flatMap((one): Item[] => {
		const indicator = catalogue.get(one.indicator);
		const skips = known.get(one.indicator)?.skipsAssurance ?? false;
		const next = one.state === 'submitted' && skips ? 'approve' : NEXT[one.state];
		const from = since(one);
		if (!indicator || !next || !from) return [];
		const stage = waitingStage(dayInWalsall(from), today);
		const isTheirs = mayTake(person, next, { submission: one, made: { indicator } });
		if (stage === undefined || !isTheirs) return [];
		return [
			{
				about: `waiting ${one.id} ${one.state} ${one.revision}`,
				...{ stage, kind: 'waiting', path: `/approvals/${one.id}` },
				text: `${named(indicator)}, ${labels.get(one.period)?.label ?? one.period}: ${one.state} since ${date(dayInWalsall(from))}`
			}
		];
	});
}

function proposalItems(person: Person, { proposed, catalogue }: Work, today: string): Item[] {
	return proposed.flatMap((one): Item[] => {
		const from = dayInWalsall(new Date(one.proposedAt));
		const stage = waitingStage(from, today);
		const code = one.indicator ?? one.content.code ?? '';
		const subject = {
			...(one.indicator !== null && { indicator: one.indicator }),
			...{ themes: catalogue.get(code)?.themes ?? [], authors: [one.proposedBy] }
		};
		if (stage === undefined || !may(person, 'approve catalogue change', subject)) return [];
		return [
			{
				about: `proposal ${one.id}`,
				...{ stage, kind: 'waiting', path: `/catalogue/proposals/${one.id}` },
				text: `${code}, ${kindTitles[one.kind].toLowerCase()}: proposed on ${date(from)}`
			}
		];
	});
}

function targetItems(person: Person, { wished, catalogue }: Work, today: string): Item[] {
	return wished.flatMap((one): Item[] => {
		const indicator = catalogue.get(one.indicator);
		if (!indicator || one.submittedAt === null) return [];
		const from = dayInWalsall(new Date(one.submittedAt));
		const stage = waitingStage(from, today);
		const { code, themes } = indicator;
		const subject = { indicator: code, themes, authors: one.authors };
		if (stage === undefined || !may(person, 'approve target', subject)) return [];
		return [
			{
				about: `target ${one.id} ${one.version}`,
				...{ stage, kind: 'waiting', path: `/targets/${one.id}` },
				text: `${named(indicator)}, target: submitted on ${date(from)}`
			}
		];
	});
}
