import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { keyOf } from '$lib/domain/entry/row.ts';
import { value } from '$lib/domain/format.ts';
import type { Judgement, MovementOutcome } from '$lib/domain/judgement.ts';
import type { TargetWord } from '$lib/domain/judgement/target.ts';
import { stateWords } from '$lib/domain/observation.ts';
import { compare, type Period } from '$lib/domain/period.ts';
import { told } from '$lib/domain/sentence/told.ts';
import type { Held } from '$lib/server/workflow/preview.ts';
import type { Return } from '$lib/server/workflow/return-sheet.ts';

// One row of the return as readers see it, before publication or after: its latest figure, judgement
// and sentences.

/** Against target, where there is one; else how it moved. */
export type Said =
	| { kind: 'target'; status: TargetWord; provisional: boolean }
	| { kind: 'movement'; outcome: MovementOutcome };

export interface Side {
	/** The latest figure of the place, as readers see it. */
	value: string;
	period: string;
	judged: Said | null;
	sentences: string[];
	points: { x: number; value: number | null }[];
}

type Row = Parameters<typeof keyOf>[0];

export interface Known {
	made: Return;
	times: ReadonlyMap<string, Period>;
}

/** Places on a row's small chart. */
const LATEST = 12;

export function sideOf(held: Held, row: Row, known: Known): Side {
	const { indicator } = known.made;
	const own = ownOf(held, row, known);
	const points = own.slice(-LATEST).map(({ figure }, x) => ({ x, value: figure.value }));
	const last = own.findLast(({ figure }) => figure.value !== null);
	if (!last) return { value: 'No figure', period: '', judged: null, sentences: [], points };
	const said = held.judgements.filter(
		(one) => keyOf(one) === keyOf(row) && one.period === last.period.id
	);
	return {
		value: printed(last.figure, known.made),
		period: last.period.label,
		judged: saidOf(said),
		sentences: sentencesOf(own, last, said, { indicator, place: nameOf(known.made, row.area) }),
		points
	};
}

export const printed = (figure: Figure, { indicator }: Return): string =>
	figure.value === null ? stateWords[figure.state] : value(figure.value, indicator);

interface Own {
	figure: Figure;
	period: Period;
}

/** Figures of the row in periods of the return's kind, oldest first. */
function ownOf({ figures }: Held, row: Row, { made, times }: Known): Own[] {
	return figures
		.filter((figure) => keyOf(figure) === keyOf(row))
		.flatMap((figure) => {
			const period = times.get(figure.period);
			return period && period.kind === made.period.kind ? [{ figure, period }] : [];
		})
		.sort((a, b) => compare(a.period, b.period));
}

function saidOf(told: readonly Judgement[]): Said | null {
	const target = told.find((one) => one.kind === 'target');
	if (target) {
		return { kind: 'target', status: target.outcome, provisional: target.provisional };
	}
	const movement = told.find((one) => one.kind === 'movement');
	return movement ? { kind: 'movement', outcome: movement.outcome } : null;
}

function sentencesOf(
	own: readonly Own[],
	last: Own,
	judgements: readonly Judgement[],
	{ indicator, place }: Pick<Return, 'indicator'> & { place: string }
): string[] {
	const earlier = (id: string) => {
		const found = own.find(({ period }) => period.id === id);
		return found && { period: found.period, value: found.figure.value };
	};
	return told({ ...last, place, indicator, judgements, earlier }).map(({ text }) => text);
}

const nameOf = ({ sheet }: Return, code: string): string =>
	sheet.places.find((place) => place.code === code)?.name ?? code;

/** The same judgement in both, for saying which change. */
export const isSameSaid = (a: Said | null, b: Said | null): boolean =>
	JSON.stringify(a) === JSON.stringify(b);
