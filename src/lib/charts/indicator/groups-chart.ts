import { ENGLAND, WALSALL } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import {
	type Evidence,
	figureFor,
	type Group,
	groupsOf,
	latestOf,
	period
} from '../../domain/evidence.ts';
import { value } from '../../domain/format.ts';
import type { Comparator } from '../../domain/selection.ts';
import { capitalised, uncapitalised } from '../../domain/sentence/sentence.ts';
import { inPeriod } from '../../domain/sentence/when.ts';
import type { Chart } from '../chart.ts';
import type { DotData, DotGroup, DotRow } from '../dot-data.ts';
import { dotAxisNote, dotRows } from '../dot-rows.ts';
import {
	flagNotes,
	measure,
	rangeNote,
	rangeText,
	sourceOf,
	subtitle,
	valueCell
} from './words.ts';

// Gaps between people: by sex, by age, by group, with ranges. In the order of the groups, never
// ranked; shown as context and never judged.

const words = { sex: 'sex', age: 'age', group: 'group', all: 'everyone' } as const;
/** More groups than this, and England stays in the table. */
const FEW = 6;

/** A chart for each kind of group that the borough has figures for. */
export function groupCharts(evidence: Evidence, compare: readonly Comparator[]): Chart[] {
	const kinds = Map.groupBy(
		groupsOf(evidence).filter(({ dimension }) => dimension !== 'all'),
		(group) => group.dimension
	);
	return [...kinds].flatMap(([, groups]) => groupChart(evidence, groups, compare) ?? []);
}

interface Row {
	group: Group;
	own: Figure;
	england: Figure | undefined;
}

function groupChart(
	evidence: Evidence,
	groups: readonly Group[],
	compare: readonly Comparator[]
): Chart | undefined {
	const withEngland = compare.includes('england');
	const rows = groups.flatMap((group): Row[] => {
		const own = latestOf(evidence, WALSALL, group.id);
		const england = own && withEngland ? figureFor(evidence, { ...own, area: ENGLAND }) : undefined;
		return own ? [{ group, own, england }] : [];
	});
	const [first] = rows;
	if (!first || rows.length < 2) return undefined;
	const { indicator } = evidence;
	const data = dotData(evidence, rows);
	const when = period(evidence, first.own.period);
	const by = words[first.group.dimension];
	const figures = rows.flatMap(({ own, england }) => (england ? [own, england] : [own]));
	return {
		id: `by-${by}`,
		title: finding(evidence, rows, by),
		subtitle: subtitle([measure(indicator), 'Walsall', when.label], dotAxisNote(data)),
		spec: (size) => dotRows(data, size),
		alt: {
			title: `${indicator.title} in Walsall by ${by}, ${when.label}`,
			description: `Dot plot of ${rows.length} groups. ${rows
				.slice(0, 3)
				.map(({ group, own }) => `${group.label}: ${value(own.value ?? 0, indicator)}.`)
				.join(' ')} The table below has every value.`
		},
		table: table(evidence, rows, { by, withEngland }),
		figures,
		source: sourceOf(evidence, figures),
		notes: [...rangeNote(indicator, figures), ...flagNotes(figures)]
	};
}

/** Two groups are told in the heading; more are listed in their order. */
function finding(evidence: Evidence, rows: readonly Row[], by: string): string {
	const [a, b] = rows;
	const said = ({ group, own }: Row) =>
		`${uncapitalised(group.label)} ${value(own.value ?? 0, evidence.indicator)}`;
	if (a && b && rows.length === 2) return capitalised(`${said(a)}, ${said(b)}`);
	const when = a ? inPeriod(period(evidence, a.own.period)) : '';
	return `By ${by} ${when}`;
}

function dotData(evidence: Evidence, rows: readonly Row[]): DotData {
	const row = (figure: Figure, label: string, isOther: boolean): DotRow => ({
		...figure,
		...{ label, sign: 'filled', isOther }
	});
	const paired = rows.length <= FEW && rows.some(({ england }) => england?.value != null);
	const groups: DotGroup[] = paired
		? rows.map(({ group, own, england }) => ({
				label: group.label,
				rows: [row(own, 'Walsall', false), ...(england ? [row(england, 'England', true)] : [])]
			}))
		: [{ rows: rows.map(({ group, own }) => row(own, group.label, false)) }];
	return { unit: evidence.indicator, groups, showsValues: true };
}

function table(
	evidence: Evidence,
	rows: readonly Row[],
	{ by, withEngland }: { by: string; withEngland: boolean }
): Chart['table'] {
	const unit = evidence.indicator;
	return {
		caption: `${unit.title}, Walsall, by ${by}`,
		columns: [
			{ label: 'Group' },
			{ label: 'Period' },
			{ label: 'Walsall', numeric: true },
			{ label: '95% range', numeric: true },
			...(withEngland ? [{ label: 'England', numeric: true }] : [])
		],
		rows: rows.map(({ group, own, england }) => ({
			cells: [
				group.label,
				period(evidence, own.period).label,
				valueCell(own, unit),
				rangeText(own, unit),
				...(withEngland ? [valueCell(england, unit)] : [])
			]
		}))
	};
}
