import { error, fail, redirect } from '@sveltejs/kit';
import { financialYearOf, isCalendarYear, yearWords } from '$lib/domain/collection/calendar.ts';
import { dayInWalsall, daysOn } from '$lib/domain/day.ts';
import { may } from '$lib/domain/permission.ts';
import * as collections from '$lib/server/db/collections.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as reminders from '$lib/server/db/reminders.ts';
import * as submissions from '$lib/server/db/submissions.ts';
import { isOpen, STATES } from '$lib/domain/submission.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { text, whole } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import { addPeriod, changeDates, takeOut } from '$lib/server/workflow/collection-calendar.ts';
import { makeYear, planYear } from '$lib/server/workflow/collection-year.ts';
import type { Actions, PageServerLoad } from './$types';
import { keyOf, letterRows, linesOf, periodChoices, rowsOf } from './shape.ts';

const LOGGED_DAYS = 30;

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const now = new Date();
	const day = dayInWalsall(now);
	const asked = event.url.searchParams;
	const year = yearIn(asked.get('year'), day);
	const mayEdit = may(person, 'edit collection');
	const isMaking = mayEdit && asked.has('make');
	const [calendar, open, catalogue, known, letters, plan] = await Promise.all([
		collections.all(db, now.toISOString()),
		submissions.inState(db, STATES.filter(isOpen)),
		indicators.inUse(db),
		periods.all(db),
		mayEdit ? reminders.log(db, daysOn(day, -LOGGED_DAYS)) : [],
		isMaking ? planYear(db, year) : undefined
	]);
	const indicator = codeIn(asked.get('indicator'), catalogue);
	const lines = linesOf({ calendar, open, catalogue, day }, { year, indicator });
	const change = (key: string) =>
		`?year=${year}${indicator && `&indicator=${indicator}`}&change=${key}#change`;
	return {
		...{ year, yearName: yearWords(year), day, indicator, mayEdit, plan },
		rows: rowsOf(lines, mayEdit ? change : null),
		late: lines.filter(({ isLate }) => isLate).length,
		total: lines.length,
		chosen: mayEdit ? lines.find((line) => keyOf(line) === asked.get('change')) : undefined,
		choices: catalogue
			.filter(({ restricted }) => !restricted)
			.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
		periods: periodChoices(known.values(), year),
		letters: letterRows(letters),
		done: doneIn(asked)
	};
};

function yearIn(given: string | null, day: string): number {
	if (given === null) return financialYearOf(day);
	const year = /^\d{4}$/.test(given) ? Number(given) : NaN;
	if (!isCalendarYear(year)) error(400, 'Choose a year from 2020 to 2040.');
	return year;
}

const codeIn = (given: string | null, catalogue: readonly { code: string }[]): string =>
	catalogue.find(({ code }) => code === given?.toUpperCase())?.code ?? '';

const DONE: Readonly<Record<string, string>> = {
	dates: 'The dates are changed.',
	out: 'The period is taken out.',
	added: 'The period is in the calendar.',
	made: 'The calendar is made.'
};
const doneIn = (asked: URLSearchParams) => DONE[asked.get('done') ?? ''];

const yearOf = (form: FormData): string => {
	const year = whole(form, 'year');
	return isCalendarYear(year) ? `year=${year}&` : '';
};

const entryIn = (form: FormData) => ({
	...{ indicator: text(form, 'indicator', 6), period: text(form, 'period', 30) },
	...{ revision: whole(form, 'revision'), reason: text(form, 'reason', 300) }
});

export const actions: Actions = {
	change: async (event) => {
		const person = permit(event, 'edit collection');
		const form = await event.request.formData();
		const entry = entryIn(form);
		const isOut = form.get('out') === 'yes';
		const dates = { dueOn: text(form, 'dueOn', 10), locksOn: text(form, 'locksOn', 10) || null };
		const { db } = event.locals;
		const now = new Date();
		const refused = await attempt({ change: { ...dates, reason: entry.reason } }, () =>
			isOut ? takeOut(db, person, entry, now) : changeDates(db, person, { ...entry, ...dates }, now)
		);
		if (refused) return refused;
		redirect(303, `/returns/calendar?${yearOf(form)}done=${isOut ? 'out' : 'dates'}`);
	},
	add: async (event) => {
		const person = permit(event, 'edit collection');
		const form = await event.request.formData();
		const { indicator, period, reason } = entryIn(form);
		const asked = { indicator, period, reason };
		const refused = await attempt({ add: asked }, () =>
			addPeriod(event.locals.db, person, asked, new Date())
		);
		if (refused) return refused;
		redirect(303, `/returns/calendar?${yearOf(form)}done=added`);
	},
	make: async (event) => {
		const person = permit(event, 'edit collection');
		const form = await event.request.formData();
		const asked = { year: whole(form, 'year'), seen: text(form, 'seen', Infinity) };
		const refused = await attempt({}, () => makeYear(event.locals.db, person, asked, new Date()));
		if (typeof refused !== 'number') return fail(409, { ...refused.data, form: {} });
		redirect(303, `/returns/calendar?${yearOf(form)}done=made`);
	}
};
