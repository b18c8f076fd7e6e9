import type { Period } from '../period.ts';
import { uncapitalised } from './sentence.ts';

// Periods inside sentences: "in 2023", "at the 2021 Census", "in the three years 2022 to 2024".

type Named = Pick<Period, 'kind' | 'label' | 'starts' | 'ends'>;

/** The period with its preposition. */
export function inPeriod(period: Named): string {
	const census = /^Census (\d{4})$/.exec(period.label);
	if (census) return `at the ${census[1]} census`;
	const words = named(period);
	return `in ${words}`;
}

/** The period as a thing to compare with: "2018", "the 2011 census", "the year to June 2023". */
export function named(period: Named): string {
	const census = /^Census (\d{4})$/.exec(period.label);
	if (census) return `the ${census[1]} census`;
	const indices = /^Indices (\d{4})$/.exec(period.label);
	if (indices) return `the Indices of ${indices[1]}`;
	if (/^Year /.test(period.label)) return `the ${uncapitalised(period.label)}`;
	if (/^Mid-/.test(period.label)) return uncapitalised(period.label);
	if (period.kind === 'rolling' && / to /.test(period.label)) return `the years ${period.label}`;
	return period.label;
}
