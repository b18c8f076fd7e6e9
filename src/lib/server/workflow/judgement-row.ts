import type { JudgementRow } from '../db/judging.ts';

// A judgement as it is stored; what a kind has no use for stays empty.

export interface About {
	code: string;
	area: string;
	breakdown: string;
	/** Id of the period that is judged. */
	period: string;
}

type Given = Partial<JudgementRow> & Pick<JudgementRow, 'outcome' | 'method'>;

const METHOD_VERSION = 1;

export function judgementRow(
	{ code, area, breakdown, period }: About,
	kind: string,
	confidence: number,
	given: Given
): JudgementRow {
	return {
		kind,
		indicator: code,
		...{ area, breakdown, period },
		...{ against_area: null, against_period: null, parts: null },
		...{ difference: null, lower: null, upper: null, p: null, q: null },
		...{ target: null, target_version: null, rule: null, reason: null },
		...{ provisional: false, detail: null },
		confidence,
		method_version: METHOD_VERSION,
		...given
	};
}
