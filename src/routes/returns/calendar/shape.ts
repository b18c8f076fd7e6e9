import { CADENCES, periodsEnding } from '$lib/domain/collection/cadence.ts';
import { financialYearOf, weekendOf } from '$lib/domain/collection/calendar.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { isClosed, isHandedIn, UNSENT } from '$lib/domain/submission.ts';
import type { Collection } from '$lib/server/db/collections.ts';
import type { LoggedLetter } from '$lib/server/db/reminders.ts';
import type { Submission } from '$lib/server/db/submissions.ts';
import type { Row } from '$lib/ui/table.ts';

// The calendar of a financial year: every return with its dates and where it stands.

interface Given {
	calendar: readonly Collection[];
	open: readonly Submission[];
	catalogue: readonly Indicator[];
	/** Today in Walsall. */
	day: string;
}

interface Wanted {
	year: number;
	/** Code of one indicator, or '' for all. */
	indicator: string;
}

export interface Line extends Collection {
	title: string;
	stands: string;
	isLate: boolean;
}

/** The returns of periods that end in the year, by indicator in catalogue order. */
export function linesOf(
	{ calendar, open, catalogue, day }: Given,
	{ year, indicator }: Wanted
): Line[] {
	return catalogue.flatMap(({ code, title }) =>
		calendar
			.filter((entry) => entry.indicator === code && financialYearOf(entry.ends) === year)
			.filter(() => indicator === '' || indicator === code)
			.map((entry) => {
				const there = open.find((one) => one.indicator === code && one.period === entry.period);
				const isWithOthers = there !== undefined && isHandedIn(there.state);
				const isLate = !entry.hasCome && !isWithOthers && entry.dueOn < day;
				const hasClosed = isLate && isClosed(there ?? UNSENT, entry.locksOn, day);
				const late = isLate ? `overdue${hasClosed ? ', closed' : ''}` : '';
				const state = [there?.state, late].filter(Boolean).join(', ') || 'not started';
				return { ...entry, title, isLate, stands: entry.hasCome ? 'published' : state };
			})
	);
}

export const keyOf = ({ indicator, period }: Pick<Line, 'indicator' | 'period'>): string =>
	`${indicator}.${period}`;

const dayWords = (day: string | null): string => {
	if (day === null) return 'Not closed';
	const weekend = weekendOf(day);
	return weekend ? `${date(day)}, ${weekend}` : date(day);
};

/** The table; whoever may edit has a link to the dates of each return that has not come. */
export function rowsOf(lines: readonly Line[], change: ((key: string) => string) | null): Row[] {
	return lines.map((line, i) => ({
		...(lines[i - 1]?.indicator !== line.indicator && {
			group: `${line.indicator} ${line.title}`
		}),
		cells: [
			{
				text: `${line.label}`,
				href: `/returns/${line.period}/${line.indicator.toLowerCase()}`
			},
			dayWords(line.dueOn),
			dayWords(line.locksOn),
			line.stands,
			line.note ?? '',
			...(change
				? [
						line.hasCome
							? ''
							: { text: `Change ${line.indicator} ${line.label}`, href: change(keyOf(line)) }
					]
				: [])
		]
	}));
}

/** Periods that can be added to the year: those of every frequency, and others that are known. */
export function periodChoices(
	known: Iterable<{ id: string; label: string; ends: string }>,
	year: number
) {
	const made = CADENCES.flatMap((cadence) => periodsEnding(cadence, year));
	const held = [...known].filter(({ ends }) => financialYearOf(ends) === year);
	const all = new Map([...made, ...held].map(({ id, label }) => [id, label]));
	return [...all].map(([value, label]) => ({ value, label: `${label} (${value})` }));
}

const STATES: Readonly<Record<LoggedLetter['state'], string>> = {
	waiting: 'Waits to be sent',
	sending: 'Being sent',
	sent: 'Sent',
	failed: 'Not taken by the mail server; the next run tries again',
	unclear: 'Cut off while it was sent; not sent again',
	'carried over': 'Went into a later letter',
	'not needed': 'Not needed any more'
};

export const letterRows = (letters: readonly LoggedLetter[]): Row[] =>
	letters.map(({ day, name, state, reminders, tries, fault }) => ({
		cells: [
			date(day),
			name,
			String(reminders),
			STATES[state],
			...[tries > 1 || fault ? `${tries}${fault ? `, ${fault}` : ''}` : String(tries)]
		]
	}));
