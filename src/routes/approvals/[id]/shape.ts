import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { valueOf } from '$lib/domain/entry/cell.ts';
import { figureOf } from '$lib/domain/entry/figure.ts';
import { count, value } from '$lib/domain/format.ts';
import type { Judgement } from '$lib/domain/judgement.ts';
import { stateWords } from '$lib/domain/observation.ts';
import { compare, type Period } from '$lib/domain/period.ts';
import { change } from '$lib/domain/sentence/change.ts';
import { level } from '$lib/domain/sentence/level.ts';
import { lookOf, type Painted } from '$lib/map/choropleth.ts';
import type { Held, Preview } from '$lib/server/workflow/preview.ts';
import type { Return } from '$lib/server/workflow/return-sheet.ts';
import type { Checked } from '$lib/server/workflow/submission-steps.ts';

// What would change, place by place: the figure, its judgement, its sentences and its look on the map.

interface Given {
	made: Return;
	check: Checked;
	seen: Preview;
	times: ReadonlyMap<string, Period>;
}

export function shape(given: Given) {
	const { made, seen } = given;
	const places = made.sheet.places.map((place) => placeOf(given, place.code));
	return {
		places,
		changed: {
			figures: places.filter(({ now, after }) => now.value !== after.value).length,
			judgements: places.filter(({ now, after }) => now.word !== after.word).length,
			sentences: places.flatMap(({ now, after }) => after.said.filter((s) => !now.said.includes(s)))
				.length
		},
		map: mapOf(given, seen)
	};
}

interface Side {
	/** The latest figure of the place, as readers see it. */
	value: string;
	period: string;
	/** Against target, or how it moved. */
	word: string;
	said: string[];
	points: { x: number; value: number | null }[];
}

function placeOf({ made, check, seen, times }: Given, code: string) {
	const { sheet, indicator, period } = made;
	const place = sheet.places.find((one) => one.code === code);
	const cell = check.cells.find(({ area, breakdown }) => area === code && breakdown === 'all');
	const figure = cell && figureOf(cell, sheet.rule, sheet.intervalMethod);
	const held = (side: Held) =>
		side.figures.find((one) => one.area === code && one.period === period.id);
	const before = held(seen.now);
	const shown = held(seen.after);
	const entered = cell && valueOf(cell, sheet.rule);
	return {
		...{ code, name: place?.name ?? code, role: place?.role ?? 'part' },
		entered:
			entered === undefined
				? (cell?.state ?? 'Nothing entered')
				: `${value(entered, indicator)}${countsOf(cell)}`,
		range:
			figure && figure.lower !== null && figure.upper !== null
				? `${value(figure.lower, indicator)} to ${value(figure.upper, indicator)}`
				: '',
		held: before ? printed(before, made) : 'Not published yet',
		isHidden: shown?.state === 'suppressed' && cell?.state === 'known',
		note: [cell?.note, cell?.jumpReason].filter(Boolean).join(' '),
		now: sideOf(seen.now, code, { made, times }),
		after: sideOf(seen.after, code, { made, times })
	};
}

const countsOf = (cell: Checked['cells'][number] | undefined): string =>
	cell && cell.numerator !== null && cell.denominator !== null
		? ` (${count(cell.numerator)} of ${count(cell.denominator)})`
		: '';

const printed = (figure: Figure, { indicator }: Return): string =>
	figure.value === null ? stateWords[figure.state] : value(figure.value, indicator);

function sideOf(
	{ figures, judgements }: Held,
	code: string,
	{ made, times }: { made: Return; times: ReadonlyMap<string, Period> }
): Side {
	const own = figures
		.filter(({ area }) => area === code)
		.flatMap((figure) => {
			const period = times.get(figure.period);
			return period && period.kind === made.period.kind ? [{ figure, period }] : [];
		})
		.sort((a, b) => compare(a.period, b.period));
	const last = own.findLast(({ figure }) => figure.value !== null);
	const points = own.slice(-12).map(({ figure }, i) => ({ x: i, value: figure.value }));
	if (!last) return { value: 'No figure', period: '', word: 'No judgement', said: [], points };
	const told = judgements.filter(({ area, period }) => area === code && period === last.period.id);
	const input = { ...made.indicator, unit: made.indicator, place: nameOf(made, code) };
	const movement = told.find((one) => one.kind === 'movement');
	const before = movement && own.find(({ period }) => period.id === movement.againstPeriod);
	const said = [level({ ...input, ...last }).text];
	if (movement && before) {
		const earlier = { period: before.period, value: before.figure.value, unit: made.indicator };
		said.push(change(movement, earlier).text);
	}
	return {
		value: printed(last.figure, made),
		period: last.period.label,
		word: wordOf(told),
		...{ said, points }
	};
}

const nameOf = ({ sheet }: Return, code: string): string =>
	sheet.places.find((place) => place.code === code)?.name ?? code;

function wordOf(told: readonly Judgement[]): string {
	const target = told.find(({ kind }) => kind === 'target');
	if (target) return String(target.outcome);
	const movement = told.find(({ kind }) => kind === 'movement');
	return movement ? String(movement.outcome) : 'No judgement';
}

function mapOf({ made }: Given, { now, after }: Preview) {
	const parts = made.sheet.places.filter(({ role }) => role === 'part');
	if (made.rule.areas !== 'localities' || after.breaks.length === 0) return null;
	const paint = (side: Held): Record<string, Painted> =>
		Object.fromEntries(
			parts.map(({ code, name }) => {
				const figure = latest(side, code, made);
				const look = lookOf(figure, side.breaks);
				return [code, { look, label: `${name}: ${figure ? printed(figure, made) : 'No data'}` }];
			})
		);
	const [before, then] = [paint(now), paint(after)];
	const moved = parts.filter(({ code }) => before[code]?.look !== then[code]?.look);
	return {
		...{ now: before, after: then },
		words:
			moved.length === 0
				? 'No locality changes its class.'
				: `${moved.map(({ name }) => name).join(', ')} ${moved.length === 1 ? 'changes its' : 'change their'} class.`
	};
}

const latest = ({ figures }: Held, code: string, { period }: Return): Figure | undefined =>
	figures.findLast((one) => one.area === code && one.period === period.id) ??
	figures.findLast((one) => one.area === code);
