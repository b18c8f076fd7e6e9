import { LOCALITIES, WALSALL } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import {
	byLocality,
	comparisonOf,
	type Evidence,
	partName,
	type Within
} from '../../domain/evidence.ts';
import { count } from '../../domain/format.ts';
import type { ComparisonOutcome } from '../../domain/judgement.ts';
import type { Cell, Row } from '../../ui/table.ts';
import type { Twin } from '../figure.ts';
import { rangeText, valueCell } from './words.ts';

/** Values inside Walsall as a table: by locality, then by name; numerator and denominator beside. */
export function withinTable(evidence: Evidence, within: Within): Twin {
	const figures = new Map(within.figures.map((figure) => [figure.area, figure]));
	const { indicator, areas } = evidence;
	const hasRange = within.figures.some(({ lower }) => lower !== null);
	const hasBase = within.figures.some((figure) => baseText(figure) !== '–');
	const hasTest = within.judgements.length > 0;
	const cells = (figure: Figure | undefined, name: Cell): (string | Cell)[] => [
		name,
		valueCell(figure, indicator),
		...(hasRange ? [rangeText(figure, indicator)] : []),
		...(hasBase ? [figure ? baseText(figure) : '–'] : []),
		...(hasTest ? [testWords(figure && comparisonOf(within.judgements, figure, WALSALL))] : [])
	];
	const rows = [...byLocality(within, areas)].flatMap(([locality, members]): Row[] => {
		const head = figures.get(locality);
		const group = areas.get(locality)?.name ?? 'In no locality';
		const parts = members
			.filter(({ code }) => code !== locality)
			.map((area) => ({
				cells: cells(figures.get(area.code), {
					text: partName(area),
					href: `/places/${area.code}`
				})
			}));
		const whole = head ? [{ cells: cells(head, { text: `${group}, whole locality` }) }] : [];
		const all: Row[] = within.vintage === LOCALITIES ? parts : [...whole, ...parts];
		return all.map((row, i) => (i === 0 ? { ...row, group } : row));
	});
	return {
		caption: `${indicator.title}, by locality and area`,
		columns: [
			{ label: 'Area' },
			{ label: 'Value', numeric: true },
			...(hasRange ? [{ label: '95% range', numeric: true }] : []),
			...(hasBase ? [{ label: 'Counted', numeric: true }] : []),
			...(hasTest ? [{ label: 'Beside Walsall' }] : [])
		],
		rows
	};
}

/** "61 of 85"; a dash where a figure is not a share of a base. */
function baseText({ numerator, denominator }: Figure): string {
	if (numerator === null || denominator === null) return '–';
	return `${count(numerator)} of ${count(denominator)}`;
}

const outcomeWords: Record<ComparisonOutcome, string> = {
	higher: 'Higher',
	lower: 'Lower',
	similar: 'Similar',
	'cannot tell': 'Not tested'
};

function testWords(test: { outcome: ComparisonOutcome } | undefined): string {
	return test ? outcomeWords[test.outcome] : 'Not tested';
}
