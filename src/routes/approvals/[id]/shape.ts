import { EVERYONE, valueOf } from '$lib/domain/entry/cell.ts';
import { figureOf } from '$lib/domain/entry/figure.ts';
import { keyOf } from '$lib/domain/entry/row.ts';
import { rowsOf } from '$lib/domain/entry/sheet.ts';
import { count, value } from '$lib/domain/format.ts';
import type { Period } from '$lib/domain/period.ts';
import type { Held, Preview } from '$lib/server/workflow/preview.ts';
import type { Return } from '$lib/server/workflow/return-sheet.ts';
import type { Checked } from '$lib/server/workflow/submission-steps.ts';
import { mapOf } from './map.ts';
import { isSameSaid, printed, sideOf } from './sides.ts';

// What would change, row by row: the figure, its judgement, its sentences and its look on the map.

interface Given {
	made: Return;
	check: Checked;
	seen: Preview;
	times: ReadonlyMap<string, Period>;
}

export function shape(given: Given) {
	const { made, seen, check } = given;
	const groups = new Set(check.cells.map(({ breakdown }) => breakdown));
	const rows = rowsOf(made.sheet)
		.filter(({ breakdown }) => breakdown === EVERYONE || groups.has(breakdown))
		.map((row) => rowIn(given, row));
	const fresh = rows.flatMap(({ now, after }) =>
		after.sentences.filter((one) => !now.sentences.includes(one))
	);
	return {
		rows,
		changed: {
			figures: rows.filter(({ now, after }) => now.value !== after.value).length,
			judgements: rows.filter(({ isJudgedAnew }) => isJudgedAnew).length,
			sentences: fresh.length
		},
		polarity: made.indicator.polarity,
		map: mapOf(made, seen)
	};
}

function rowIn(given: Given, row: { area: string; breakdown: string }) {
	const { made, check, seen } = given;
	const { sheet, indicator, period } = made;
	const key = keyOf(row);
	const place = sheet.places.find((one) => one.code === row.area);
	const cell = check.cells.find((one) => keyOf(one) === key);
	const figure = cell && figureOf(cell, sheet.rule, sheet.intervalMethod);
	const held = ({ figures }: Held) =>
		figures.find((one) => keyOf(one) === key && one.period === period.id);
	const before = held(seen.now);
	const entered = cell && valueOf(cell, sheet.rule);
	const [now, after] = [sideOf(seen.now, row, given), sideOf(seen.after, row, given)];
	return {
		...{ key, name: place?.name ?? row.area, role: place?.role ?? 'part' },
		group: sheet.groups.find(({ id }) => id === row.breakdown)?.label ?? null,
		entered:
			entered === undefined
				? (cell?.state ?? 'Nothing entered')
				: `${value(entered, indicator)}${countsOf(cell)}`,
		range:
			figure && figure.lower !== null && figure.upper !== null
				? `${value(figure.lower, indicator)} to ${value(figure.upper, indicator)}`
				: '',
		held: before ? printed(before, made) : 'Not published yet',
		isHidden: held(seen.after)?.state === 'suppressed' && cell?.state === 'known',
		note: [cell?.note, cell?.jumpReason].filter(Boolean).join(' '),
		isJudgedAnew: !isSameSaid(now.judged, after.judged),
		...{ now, after }
	};
}

const countsOf = (cell: Checked['cells'][number] | undefined): string =>
	cell && cell.numerator !== null && cell.denominator !== null
		? ` (${count(cell.numerator)} of ${count(cell.denominator)})`
		: '';
