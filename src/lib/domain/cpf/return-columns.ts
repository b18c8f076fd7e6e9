import { value } from '../format.ts';
import { flagWords, stateWords } from '../observation.ts';
import { type Cell, type Column, type Datatype, tidy } from '../table.ts';
import type { Commentary } from '../commentary.ts';
import { areaWords, contributorWords, influenceWord, lateWords, postWords } from './words.ts';
import type { Measure, Part } from './measure.ts';

// The columns that a return may have. Which of them, in which order and by which name is a choice that
// stands in the address; what a column holds is settled here.

/** One row of a return: an indicator, and one group where it has no figure for all. */
export interface ReturnRow {
	measure: Measure;
	part: Part | null;
	place: { code: string; name: string };
	areaLabels: ReadonlyMap<string, string>;
	commentary: Commentary | null;
}

const column = (
	[name, title, description]: [string, string, string],
	of: (row: ReturnRow) => Cell,
	datatype: Datatype = 'string'
): Column<ReturnRow> => ({ name, title, description, datatype, of });

const target = ({ part }: ReturnRow) => part?.target ?? null;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const returnColumns: readonly Column<ReturnRow>[] = [
	column(
		['reference', 'Reference', 'Code of the indicator'],
		({ measure }) => measure.indicator.code
	),
	column(
		['measure', 'Measure', 'Title of the indicator, and the group where there is one'],
		(row) =>
			row.part?.group
				? `${row.measure.indicator.title}: ${row.part.group}`
				: row.measure.indicator.title
	),
	column(['owner', 'Owner', 'Directorate and post that answer for it'], ({ measure }) =>
		postWords(measure.owner)
	),
	column(['period', 'Period', 'Period of the actual'], ({ part }) => part?.period.label ?? null),
	column(
		['actual', 'Actual', 'The figure as approved and published'],
		({ part }) => tidy(part?.figure.value ?? null),
		'number'
	),
	column(
		['target', 'Target', 'Planned value for the period; blank where none is set'],
		(row) => tidy(target(row)?.detail.planned ?? null),
		'number'
	),
	column(
		['tolerance', 'Tolerance', 'What may be missing and still be watch; blank for surveys'],
		(row) => tidy(target(row)?.detail.tolerance ?? null),
		'number'
	),
	column(['status', 'Status', 'One of six words against target, or No target set'], (row) =>
		capital(target(row)?.outcome ?? 'no target set')
	),
	column(
		['direction_of_travel', 'Direction of travel', 'Against the period before, by the stored test'],
		directionOf
	),
	column(['commentary', 'Commentary', 'Published words beside the figure'], ({ commentary }) =>
		commentary
			? [commentary.what, commentary.soWhat, commentary.nowWhat].filter(Boolean).join(' ')
			: null
	),
	column(['data_note', 'Data note', 'Why a figure is missing, and its flags'], noteOf),
	column(['unit', 'Unit', 'Unit of the actual'], ({ measure }) => measure.indicator.unit),
	column(['actual_in_words', 'Actual as printed', 'With its unit, rounded'], ({ measure, part }) =>
		part?.figure.value == null ? null : value(part.figure.value, measure.indicator)
	),
	column(
		['lower_95', 'Lower 95% limit', 'Lower end of the range'],
		({ part }) => tidy(part?.figure.lower ?? null),
		'number'
	),
	column(
		['upper_95', 'Upper 95% limit', 'Upper end of the range'],
		({ part }) => tidy(part?.figure.upper ?? null),
		'number'
	),
	column(['place', 'Place', 'Whose figure it is'], ({ place }) => place.name),
	column(['performance_areas', 'Performance areas', 'Every area that uses the figure'], (row) =>
		areaWords(row.measure.areas, row.areaLabels)
	),
	column(['contributors', 'Contributors', 'Directorates and posts named beside the owner'], (row) =>
		contributorWords(row.measure.contributors)
	),
	column(['influence', 'Influence', 'Control, influence, context, or not set'], ({ measure }) =>
		influenceWord(measure)
	),
	column(
		['compared_with', 'Compared with', 'Period that the direction of travel is against'],
		({ part }) => part?.travel?.against ?? null
	),
	column(['rule', 'Rule', 'Published rule of the status'], (row) => target(row)?.rule ?? null),
	column(
		['rule_version', 'Version of the rule', 'Version of the rule that was applied'],
		(row) => target(row)?.methodVersion ?? null,
		'integer'
	),
	column(
		['judgement', 'Judgement', 'Number of the stored judgement'],
		(row) => target(row)?.id ?? null,
		'integer'
	),
	column(
		['travel_judgement', 'Judgement of travel', 'Number of the stored test of the movement'],
		({ part }) => part?.travel?.movement.id ?? null,
		'integer'
	),
	column(
		['target_version', 'Version of the target', 'Version of the target judged against'],
		(row) => target(row)?.targetVersion ?? null,
		'integer'
	),
	column(['overdue', 'Overdue', 'What is overdue, and since when'], ({ measure }) =>
		lateWords(measure)
	)
];

/** The columns of a corporate template, in its order. */
export const TEMPLATE: readonly string[] = returnColumns.slice(0, 11).map(({ name }) => name);

/** The stored test; where it could not tell, what the control chart says of a single series. */
function directionOf({ measure, part }: ReturnRow): string {
	if (!part) return 'Not tested';
	const word = part.travel?.word ?? 'cannot tell';
	const chart = measure.parts.length === 1 ? measure.standing?.travel : undefined;
	const said = word === 'cannot tell' ? (chart ?? word) : word;
	return said === 'cannot tell' && !part.travel ? 'Not tested' : capital(said);
}

function noteOf({ measure, part }: ReturnRow): string {
	if (measure.indicator.restricted) return 'For named roles only';
	if (!part) return 'No figure for this place and period';
	const { figure, target: judged } = part;
	return [
		figure.value === null ? stateWords[figure.state] : null,
		...figure.flags.map((flag) => capital(flagWords[flag])),
		judged?.provisional ? 'The target awaits confirmation' : null,
		figure.note
	]
		.filter(Boolean)
		.join('. ');
}

export interface Chosen {
	name: string;
	title: string;
}

export type Choice = { ok: true; columns: Chosen[] } | { ok: false; wrong: string };

const LONGEST_TITLE = 60;

/** Reads `reference:KPI,actual,owner:Lead officer`; nothing given is the corporate template. */
export function readColumns(text: string | null): Choice {
	const parts = (text ?? '').split(',').filter((part) => part.trim() !== '');
	if (parts.length === 0) return { ok: true, columns: TEMPLATE.map(plain) };
	const chosen: Chosen[] = [];
	for (const part of parts) {
		const [name = '', ...words] = part.split(':');
		const known = returnColumns.find((one) => one.name === name.trim());
		if (!known) {
			const names = returnColumns.map((one) => one.name).join(', ');
			return { ok: false, wrong: `There is no column “${name}”. You can use: ${names}.` };
		}
		if (chosen.some((one) => one.name === known.name))
			return { ok: false, wrong: `The column “${known.name}” is named twice.` };
		const title = words.join(':').trim().slice(0, LONGEST_TITLE);
		chosen.push({ name: known.name, title: title || known.title });
	}
	return { ok: true, columns: chosen };
}

const plain = (name: string): Chosen => ({
	name,
	title: returnColumns.find((one) => one.name === name)?.title ?? name
});

/** As it stands in an address; empty for the corporate template itself. */
export function columnsText(columns: readonly Chosen[]): string {
	const isTemplate =
		columns.length === TEMPLATE.length &&
		columns.every(({ name, title }, i) => name === TEMPLATE[i] && title === plain(name).title);
	if (isTemplate) return '';
	return columns
		.map(({ name, title }) =>
			title === plain(name).title ? name : `${name}:${title.replaceAll(',', ' ')}`
		)
		.join(',');
}

/** The table's columns with the names chosen. */
export const columnsOf = (chosen: readonly Chosen[]): Column<ReturnRow>[] =>
	chosen.flatMap(({ name, title }) => {
		const known = returnColumns.find((one) => one.name === name);
		return known ? [{ ...known, title }] : [];
	});
