import { error } from '@sveltejs/kit';
import { dayInWalsall } from '$lib/domain/day.ts';
import { calendar } from '$lib/domain/icalendar.ts';
import * as collections from '$lib/server/db/collections.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { ownerOf } from '$lib/server/workflow/calendar-feed.ts';
import { tasksOf } from '../../shape.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db } }) => {
	const now = new Date();
	const token = /^([A-Za-z0-9_-]{32})\.ics$/.exec(params.file)?.[1];
	const person = token ? await ownerOf(db, token, now) : null;
	if (!person) error(404, 'There is no such calendar.');
	const [dates, catalogue] = await Promise.all([
		collections.all(db, now.toISOString()),
		indicators.all(db)
	]);
	const tasks = tasksOf({ calendar: dates, open: [], catalogue, day: dayInWalsall(now) }, person);
	const events = tasks.map(({ code, title, period, label, dueOn }) => ({
		uid: `${code}-${period}@${url.hostname}`.toLowerCase(),
		day: dueOn,
		title: `Return due: ${code} ${title}, ${label}`,
		url: `${url.origin}/returns/${period}/${code.toLowerCase()}`
	}));
	return new Response(calendar('Cohesion returns due', events, now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
};
