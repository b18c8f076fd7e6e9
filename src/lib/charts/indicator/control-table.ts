import type { Evidence } from '../../domain/evidence.ts';
import { fixed, value } from '../../domain/format.ts';
import { capitalised } from '../../domain/sentence/sentence.ts';
import { usualRange } from '../../domain/sentence/control.ts';
import type { Twin } from '../figure.ts';
import { meanOf, type Row } from './control-rows.ts';
import { valueCell } from './words.ts';

/** The control chart as a table: a row a period, oldest first, with the rule that each point meets. */
export function controlTable({ indicator }: Evidence, rows: readonly Row[]): Twin {
	return {
		caption: `${indicator.title}, Walsall, control chart by period`,
		columns: [
			{ label: 'Period' },
			{ label: 'Walsall', numeric: true },
			{ label: 'Average', numeric: true },
			{ label: 'Usual range', numeric: true },
			{ label: 'What the rules say' }
		],
		rows: rows.map((row) => {
			const mean = meanOf(row);
			const limits = row.control && usualRange(row.control, indicator);
			return {
				cells: [
					row.period.label,
					row.figure ? valueCell(row.figure, indicator) : 'No figure',
					mean === undefined ? '–' : value(mean, indicator),
					limits
						? `${fixed(limits.lower, indicator.decimals)} to ${fixed(limits.upper, indicator.decimals)}`
						: '–',
					row.control ? capitalised(row.control.outcome) : '–'
				]
			};
		})
	};
}
