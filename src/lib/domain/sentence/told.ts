import type { Figure } from '../disclosure/gate.ts';
import type { Unit } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import type { Judgement } from '../judgement.ts';
import type { Period } from '../period.ts';
import { change } from './change.ts';
import { level } from './level.ts';
import { storedTargetSentence } from './stored-target.ts';

// What is said of one figure wherever it is shown: its level, its change, and where it stands against
// its target. For comparing what was said with what would be, or is, said instead.

export interface Told {
	kind: 'level' | 'change' | 'target';
	text: string;
}

export interface Telling {
	figure: Figure;
	period: Period;
	place: string;
	indicator: Pick<Indicator, 'denominator' | 'intervalMethod'> & Unit;
	/** Stored judgements of the figure. */
	judgements: readonly Judgement[];
	/** The same series at an earlier period. */
	earlier: (period: string) => { period: Period; value: number | null } | undefined;
}

export function told({ figure, period, place, indicator, judgements, earlier }: Telling): Told[] {
	const movement = judgements.find((one) => one.kind === 'movement');
	const before = movement && earlier(movement.againstPeriod);
	const target = judgements.find((one) => one.kind === 'target');
	const { denominator, intervalMethod } = indicator;
	const said = { figure, period, place, unit: indicator, denominator, intervalMethod };
	return [
		{ kind: 'level', text: level(said).text },
		...(movement && before
			? [{ kind: 'change' as const, text: change(movement, { ...before, unit: indicator }).text }]
			: []),
		...(target ? storedTargetSentence(target, period, indicator) : []).map(({ text }) => ({
			...{ kind: 'target' as const, text }
		}))
	];
}
