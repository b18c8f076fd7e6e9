import {
	type Action,
	actionStates,
	daysLate,
	isLate,
	isOpen,
	isOverdue,
	lateBy
} from '$lib/domain/action.ts';
import type { Area } from '$lib/domain/area.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Column } from '$lib/domain/table.ts';

// Actions as the page and its file show them: overdue first, and that is said in words.

export const filterNames = ['indicator', 'owner', 'state', 'locality'] as const;
export type Filters = Record<(typeof filterNames)[number], string>;

export const OVERDUE = 'overdue';
export const NOT_GIVEN = 'Not given';

export interface Line {
	id: string;
	code: string;
	title: string;
	place: string;
	promise: string;
	owner: string;
	due: string;
	promised: string;
	state: string;
	/** "late by 6 weeks"; empty when in time. */
	late: string;
	outcome: string;
	isOverdue: boolean;
}

export interface Known {
	catalogue: readonly Indicator[];
	areas: ReadonlyMap<string, Area>;
	now: string;
}

export function readFilters(params: URLSearchParams): Filters {
	const [indicator, owner, state, locality] = filterNames.map(
		(name) => params.get(name)?.trim() ?? ''
	);
	return {
		indicator: (indicator ?? '').toUpperCase(),
		...{ owner: owner ?? '', state: state ?? '', locality: (locality ?? '').toUpperCase() }
	};
}

export function filtered(all: readonly Action[], wanted: Filters, now: string): Action[] {
	const { indicator, owner, state, locality } = wanted;
	return all.filter(
		(one) =>
			(indicator === '' || one.indicator === indicator) &&
			(owner === '' || (one.owner ?? NOT_GIVEN) === owner) &&
			(locality === '' || one.area === locality) &&
			(state === '' || (state === OVERDUE ? isOverdue(one, now) : one.state === state))
	);
}

export interface Group {
	title: string;
	id: string;
	lines: Line[];
}

/** Overdue, still to be done, and those that have ended; within each by day, then as promised. */
export function grouped(actions: readonly Action[], known: Known): Group[] {
	const late = actions.filter((one) => isOverdue(one, known.now));
	const open = actions.filter((one) => isOpen(one) && !late.includes(one));
	const ended = actions.filter((one) => !isOpen(one));
	const said = [
		{ id: 'overdue', what: late, title: `${late.length} overdue: the day has passed` },
		{ id: 'open', what: open, title: `${open.length} still to be done` },
		{ id: 'ended', what: ended, title: `${ended.length} ended: what became of them` }
	];
	return said
		.filter(({ what }) => what.length > 0)
		.map(({ id, what, title }) => ({
			...{ id, title },
			lines: what.toSorted(byDay).map((one) => line(one, known))
		}));
}

const byDay = (a: Action, b: Action): number =>
	(a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');

export function line(action: Action, { catalogue, areas, now }: Known): Line {
	const { id, indicator, area, promise, owner, dueOn, promisedAt, state, outcome, saidAt } = action;
	const days = isOverdue(action, now)
		? daysLate(action, now)
		: isLate(action)
			? daysLate(action, saidAt ?? now)
			: 0;
	return {
		...{ id, promise, state, code: indicator },
		title: catalogue.find(({ code }) => code === indicator)?.title ?? indicator,
		place: areas.get(area)?.name ?? area,
		owner: owner ?? NOT_GIVEN,
		due: dueOn ? date(dueOn) : NOT_GIVEN,
		promised: date(promisedAt),
		late: days > 0 ? `late by ${lateBy(days)}` : '',
		outcome: outcome ?? (isOpen(action) ? '' : NOT_GIVEN),
		isOverdue: isOverdue(action, now)
	};
}

/** The page's one headline. */
export function headline(actions: readonly Action[], now: string): string {
	if (actions.length === 0) return 'No action has been promised yet';
	const late = actions.filter((one) => isOverdue(one, now)).length;
	const open = actions.filter(isOpen).length;
	const done = actions.filter(({ state }) => state === 'done').length;
	const are = (n: number, words: string) => `${n} ${n === 1 ? 'is' : 'are'} ${words}`;
	const other = actions.length - open - done;
	const rest = other === 0 ? '' : ` and ${other} came to nothing`;
	const join = other === 0 ? ' and ' : ', ';
	return `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}: ${are(late, 'overdue')}, ${are(open - late, 'still to be done')}${join}${are(done, 'done')}${rest}`;
}

/** What may be chosen, from the actions there are. */
export function offered(all: readonly Action[], { catalogue, areas }: Known) {
	const used = <T extends string>(values: readonly T[]) => [...new Set(values)];
	return {
		indicator: catalogue
			.filter(({ code }) => all.some(({ indicator }) => indicator === code))
			.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
		owner: used(all.map(({ owner }) => owner ?? NOT_GIVEN))
			.sort()
			.map((value) => ({ value, label: value })),
		state: [OVERDUE, ...actionStates].map((value) => ({ value, label: value })),
		locality: used(all.map(({ area }) => area))
			.map((value) => ({ value, label: areas.get(value)?.name ?? value }))
			.sort((a, b) => a.label.localeCompare(b.label))
	};
}

const text = (
	[name, title, description]: [string, string, string],
	of: (line: Line) => string
): Column<Line> => ({
	...{ name, title, description, of },
	datatype: 'string'
});

/** Columns of the file. */
export const columns: readonly Column<Line>[] = [
	text(['id', 'Action', 'Its number'], ({ id }) => id),
	text(['indicator', 'Indicator', 'Code of the indicator'], ({ code }) => code),
	text(['measure', 'Measure', 'Title of the indicator'], ({ title }) => title),
	text(['place', 'Place', 'The place that it is about'], ({ place }) => place),
	text(['promise', 'What was promised', 'In the words of the promise'], ({ promise }) => promise),
	text(['owner', 'Owner', 'Who answers for it'], ({ owner }) => owner),
	text(['due', 'Due', 'The day by which it should be done'], ({ due }) => due),
	text(['promised', 'Promised', 'The day on which it was promised'], ({ promised }) => promised),
	text(['state', 'State', 'As last reported'], ({ state }) => state),
	text(['late', 'Late', 'By how long; blank when in time'], ({ late }) => late),
	text(['outcome', 'What became of it', 'In the owner’s words'], ({ outcome }) => outcome)
];
