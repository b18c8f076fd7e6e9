import { error, redirect } from '@sveltejs/kit';
import {
	type Chosen,
	columnsOf,
	columnsText,
	readColumns,
	returnColumns
} from '$lib/domain/cpf/return-columns.ts';
import { withParams } from '$lib/domain/selection.ts';
import { table } from '$lib/domain/table.ts';
import { asked } from '../asked.ts';
import { returnRows } from '../return-rows.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (url.searchParams.has('use')) redirect(303, canonical(url));
	const choice = readColumns(url.searchParams.get('columns'));
	if (!choice.ok) error(400, choice.wrong);
	const found = await returnRows(locals, url.searchParams);
	const { rows, place, places, allPeriods, all, names, period } = found;
	const made = table(columnsOf(choice.columns), rows, []);
	const { area, owner, theme } = asked(url.searchParams, all, names);
	return {
		...{ place, places, period, area, owner, theme },
		areas: all.areas.map(({ code, label }) => ({ code, label })),
		themes: names,
		periods: [...allPeriods.values()].reverse().map(({ id, label, kind }) => ({ id, label, kind })),
		chosen: choice.columns,
		columns: returnColumns.map(({ name, title, description }) => ({ name, title, description })),
		preview: made.rows.slice(0, 5),
		count: rows.length
	};
};

/** The form's boxes, numbers and names as one parameter: the address that people keep and send on. */
function canonical(url: URL): string {
	const { searchParams: given } = url;
	const order = (name: string) => Number(given.get(`order-${name}`)) || 99;
	const chosen: Chosen[] = given
		.getAll('use')
		.flatMap((name) => returnColumns.find((one) => one.name === name) ?? [])
		.sort((a, b) => order(a.name) - order(b.name))
		.map(({ name, title }) => ({ name, title: given.get(`title-${name}`)?.trim() || title }));
	const cleared = Object.fromEntries(
		[...new Set(given.keys())]
			.filter((name) => name === 'use' || /^(order|title)-/.test(name) || given.get(name) === '')
			.map((name) => [name, null])
	);
	return withParams(url, { ...cleared, columns: columnsText(chosen) || null });
}
