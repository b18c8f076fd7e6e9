import { type Sentence, statement } from './sentence.ts';

// The headline of the overview. While no target exists it counts what has clearly moved and what is
// still awaited (settled rules); with targets it counts what can be judged.

export interface WithoutTargets {
	/** Measures with figures, and those of them that have clearly moved. */
	withFigures: number;
	moved: number;
	/** "2019" or "their first figure": what the latest is compared with. */
	since: string;
	awaiting: number;
	/** Stored movements behind the count. */
	judgements: number[];
}

/** "No targets are agreed yet. 21 of 48 measures with figures have clearly changed since 2019; 50 await their first return." */
export function headlineWithoutTargets(counts: WithoutTargets): Sentence {
	const { moved, withFigures, since, awaiting, judgements } = counts;
	const changed = `${moved} of ${withFigures} measures with figures ${have(moved)} clearly changed since ${since}`;
	const waiting = awaiting === 0 ? '' : `; ${awaiting} ${awaits(awaiting)} first return`;
	return { text: `No targets are agreed yet. ${changed}${waiting}.`, judgements };
}

export interface WithTargets {
	judged: number;
	all: number;
	off: number;
	watch: number;
	on: number;
	/** Stored judgements behind the counts. */
	judgements?: number[];
}

/** "8 of 60 indicators can be judged this quarter: 2 are off track, 3 need watching and 3 are on track." */
export function headlineWithTargets(counts: WithTargets): Sentence {
	const { judged, all, off, watch, on, judgements = [] } = counts;
	if (judged === 0) {
		return { text: `None of the ${all} indicators can be judged this quarter.`, judgements };
	}
	const parts = `${off} ${are(off)} off track, ${watch} ${watch === 1 ? 'needs' : 'need'} watching and ${on} ${are(on)} on track`;
	return {
		text: `${judged} of ${all} indicators can be judged this quarter: ${parts}.`,
		judgements
	};
}

/** "18 of 60 have new data. 12 are late." A figure without news never counts as on track. */
export function newDataSentence({
	fresh,
	all,
	late
}: {
	fresh: number;
	all: number;
	late: number;
}): Sentence {
	const has = fresh === 1 ? 'has' : 'have';
	const behind = late === 0 ? 'None is late.' : `${late} ${are(late)} late.`;
	return statement(`${fresh} of ${all} ${has} new data. ${behind}`);
}

const have = (n: number): string => (n === 1 ? 'has' : 'have');
const are = (n: number): string => (n === 1 ? 'is' : 'are');
const awaits = (n: number): string => (n === 1 ? 'awaits its' : 'await their');
