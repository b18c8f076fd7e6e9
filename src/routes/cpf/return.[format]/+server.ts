import { error } from '@sveltejs/kit';
import { columnsOf, readColumns } from '$lib/domain/cpf/return-columns.ts';
import { table } from '$lib/domain/table.ts';
import { type Format, formats, file } from '$lib/server/export/file.ts';
import * as sources from '$lib/server/db/sources.ts';
import { returnRows } from '../return-rows.ts';
import type { RequestHandler } from './$types';

// The framework's return as CSV, spreadsheet or JSON, in the columns that the address asks for.

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const format = formats.find((one) => one === params.format) as Format | undefined;
	if (!format) error(404, `The return comes as ${formats.join(', ')}: /cpf/return.csv.`);
	const choice = readColumns(url.searchParams.get('columns'));
	if (!choice.ok) error(400, choice.wrong);
	const [{ rows, place, period }, allSources] = await Promise.all([
		returnRows(locals, url.searchParams),
		sources.all(locals.db)
	]);
	const columns = columnsOf(choice.columns);
	const used = new Set(
		rows.flatMap(
			({ part, measure }) => part?.figure.sourceId ?? (part ? measure.indicator.sourceId : null)
		)
	);
	const about = {
		title: 'Return of the performance framework',
		description: `Figures for ${place.name}, ${period ? period.label : 'the latest period of each'}, as approved and published.`,
		name: 'performance-return',
		edition: locals.edition,
		sources: [...allSources.values()].filter(({ id }) => used.has(id)),
		facts: [
			{
				term: 'Status',
				text: 'One of six words against the planned line, by a published rule. Movement never changes it.'
			},
			{ term: 'Direction of travel', text: 'Only where a stored test is 95% sure of the change.' }
		]
	};
	const key = columns.slice(0, 1).map(({ name }) => name);
	const made = await file(table(columns, rows, key), about, format);
	return new Response(made.body, { headers: made.headers });
};
