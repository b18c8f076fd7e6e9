// What a meeting looks at first, with what answers it: the cause, the action, its owner and its day, and
// what became of the action promised before. Promises carry themselves forward.

import { type Action, isOpen } from './action.ts';
import type { Commentary } from './commentary.ts';
import { byAttention, isException } from './judgement/exception.ts';
import type { Standing } from './overview/standing.ts';

export interface Exception {
	standing: Standing;
	/** Null = not given. */
	cause: string | null;
	/** Promised since the report before, or still open from then. */
	action: Action | null;
	/** The newest that had been promised by the report before. */
	last: Action | null;
}

export interface Answers {
	commentaries: readonly Commentary[];
	/** Newest promise first. */
	actions: readonly Action[];
	/** Instant of the report before this one; null = this is the first. */
	before: string | null;
}

/** Off track, or to watch and worsening; the order of attention, else as given. */
export function exceptions(standings: readonly Standing[], answers: Answers): Exception[] {
	return standings
		.filter((one) => one.word === 'off track' || isException(one))
		.toSorted(byAttention)
		.map((standing) => ({
			standing,
			cause: causeOf(standing, answers.commentaries),
			...actionsOf(standing, answers)
		}));
}

function causeOf({ indicator, area, judgement }: Standing, said: readonly Commentary[]) {
	const own = said.find(
		(one) =>
			one.indicator === indicator.code && one.area === area && one.period === judgement?.period
	);
	return own?.cause ?? null;
}

function actionsOf({ indicator, area }: Standing, { actions, before }: Answers) {
	const own = actions.filter((one) => one.indicator === indicator.code && one.area === area);
	const isEarlier = ({ promisedAt }: Action) => before !== null && promisedAt <= before;
	const last = own.find(isEarlier) ?? null;
	const fresh = own.find((one) => !isEarlier(one)) ?? null;
	return { action: fresh ?? (last && isOpen(last) ? last : null), last };
}
