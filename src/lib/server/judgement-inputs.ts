import type { Figure } from '../domain/disclosure/gate.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Db } from './db/client.ts';
import * as figures from './figures.ts';

// What a stored judgement was made from: the figures as held when it was made, through the disclosure
// gate, and where its rule is explained.

/** Where the method page explains each kind, other than movement. */
const anchors: Partial<Record<string, string>> = {
	comparison: 'comparison',
	control: 'control',
	spread: 'spread',
	gap: 'spread'
};

export const methodOf = ({ kind }: { kind: string }): string =>
	`/method#${anchors[kind] ?? 'movement'}`;

/** Figures at `at`: the periods of the pair, the areas beside one another, or the whole series. */
export async function inputsOf(db: Db, at: string, judgement: Judgement): Promise<Figure[]> {
	const { indicator, area, breakdown } = judgement;
	const wanted = { indicators: [indicator], breakdowns: [breakdown] };
	switch (judgement.kind) {
		case 'movement':
			return inPeriods(await figures.held(db, at, { ...wanted, areas: [area] }), [
				...[judgement.againstPeriod, judgement.period]
			]);
		case 'comparison':
			return inPeriods(
				await figures.held(db, at, { ...wanted, areas: [area, judgement.againstArea] }),
				[judgement.period]
			);
		case 'spread':
			return inPeriods(await figures.held(db, at, { ...wanted, vintages: [judgement.parts] }), [
				judgement.period
			]);
		case 'gap':
			return inPeriods(await figures.held(db, at, { ...wanted, vintages: [judgement.parts] }), [
				...[judgement.againstPeriod, judgement.period]
			]);
		default:
			return figures.held(db, at, { ...wanted, areas: [area] });
	}
}

const inPeriods = (all: Figure[], periods: readonly string[]): Figure[] =>
	all.filter(({ period }) => periods.includes(period));
