import { WALSALL } from '../../domain/area.ts';
import type { ObservationRow } from '../load/observation.ts';

// The states of a value that chance does not bring: single figures of the invented series are set, and
// some are published again with another value.

interface Where {
	indicator: string;
	area: string;
	period: string;
}

const changed: readonly (Where & { to: Partial<ObservationRow> })[] = [
	// Zero is a value: no reporting centre is open in East (by its share), no venue opened there either.
	...['FY2026-Q2'].flatMap((period) => [
		at('C12', 'WLOC03', period, { provisional: true, note: 'Provisional until all forms are in.' }),
		at('C08', WALSALL, period, {
			provisional: true,
			note: 'Provisional: one venue is still to be visited.'
		}),
		at('W01', 'WLOC03', period, {
			estimated: true,
			note: 'Estimated: one provider counted by class.'
		}),
		at(
			'T10',
			'WLOC03',
			period,
			missing('not collected', 'The link workers’ records were not kept by place that quarter.')
		),
		at('T19', 'WLOC03', period, missing('not yet published', 'Due with the next return.'))
	]),
	at(
		'L10',
		'WLOC03',
		'FY2025-Q3',
		missing('not collected', 'The scheme paused in East that quarter.')
	),
	at(
		'C09',
		'WLOC03',
		'FY2023-Q1',
		missing('not applicable', 'The pledge began there in the following quarter.')
	)
];

function at(indicator: string, area: string, period: string, to: Partial<ObservationRow>) {
	return { indicator, area, period, to };
}

function missing(state: string, note: string): Partial<ObservationRow> {
	return { state, note, value: null, numerator: null, denominator: null, lower: null, upper: null };
}

/** Published again, with the edition that did it. */
const again: readonly (Where & { at: string; factor: number; note: string })[] = [
	{
		indicator: 'C11',
		area: WALSALL,
		period: 'FY2025-Q2',
		at: '2025-26-q3',
		factor: 1.03,
		note: 'Revised: late returns of two providers.'
	},
	{
		indicator: 'T03',
		area: WALSALL,
		period: 'FY2025-Q4',
		at: '2026-27-q1',
		factor: 0.97,
		note: 'Revised: awards paid twice were taken out.'
	},
	{
		indicator: 'T17',
		area: WALSALL,
		period: 'FY2025-Q3',
		at: '2026-27-q1',
		factor: 0.99,
		note: 'Revised: requests closed late were added.'
	},
	{
		indicator: 'Y08',
		area: WALSALL,
		period: 'FY2026-Q1',
		at: '2026-27-q1-correction',
		factor: 0.93,
		note: 'Corrected: one programme had been counted twice.'
	}
];

export interface Told {
	/** As first published. */
	rows: ObservationRow[];
	revisions: { at: string; row: ObservationRow }[];
}

export function states(plain: readonly ObservationRow[]): Told {
	const set = new Map(changed.map((one) => [keyOf(one), one.to]));
	const rows = plain.map((row) => ({ ...row, ...set.get(keyOf(row)) }));
	const byKey = new Map(rows.map((row) => [keyOf(row), row]));
	return {
		rows,
		revisions: again.flatMap((one) => {
			const row = byKey.get(keyOf(one));
			return row ? [{ at: one.at, row: revised(row, one) }] : [];
		})
	};
}

function revised(
	row: ObservationRow,
	{ factor, note }: { factor: number; note: string }
): ObservationRow {
	const scale = factor;
	const counted = (n: number | null) => (n === null ? null : Math.round(n * scale));
	const exact = row.denominator === null ? counted(row.value) : (row.value ?? 0) * scale;
	return {
		...row,
		value: exact,
		numerator: counted(row.numerator),
		lower: row.lower === null ? null : row.lower * scale,
		upper: row.upper === null ? null : row.upper * scale,
		revised: true,
		note
	};
}

const keyOf = ({ indicator, area, period }: Where): string => `${indicator} ${area} ${period}`;
