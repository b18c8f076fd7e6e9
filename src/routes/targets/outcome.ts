import type { Outcome } from '$lib/server/workflow/targets.ts';
import { date, value } from '$lib/domain/format.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';

/** What a refused act says, every problem at once; a conflict tells what the other person wrote. */
export function wordsOf(outcome: Exclude<Outcome, { kind: 'done' }>): string[] {
	switch (outcome.kind) {
		case 'refused':
			return [outcome.message];
		case 'problems':
			return outcome.problems
				.filter(({ kind }) => kind === 'refused')
				.map(({ message }) => message);
		case 'conflict':
			return [outcome.message, theirWriting(outcome.theirs)];
		default:
			throw new Error(`unknown outcome: ${JSON.stringify(outcome satisfies never)}`);
	}
}

function theirWriting({ version, goal, state, rationale }: TargetRecord): string {
	const unit = { valueKind: 'score', unit: '', decimals: 1 } as const;
	return `Held now: version ${version}, ${state}, goal ${value(goal.value, unit)} by ${date(goal.ends)}. Its reason: ${rationale ?? ''}`;
}
