import { error } from '@sveltejs/kit';
import * as imports from '$lib/server/db/imports.ts';
import { markInWorker } from '$lib/server/import/in-worker.ts';
import { FileRefused } from '$lib/server/import/refused.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { maySee } from '$lib/server/workflow/imports.ts';
import { ownFile } from '../../../data/saved-file.ts';
import type { RequestHandler } from './$types';

// The file as it came, with one more column that says what is wrong with each row.

export const GET: RequestHandler = async (event) => {
	const person = signedInPerson(event);
	const { db } = event.locals;
	const found = await imports.byId(db, event.params.id);
	if (!found || !maySee(person, found)) error(404, 'There is no such import among yours.');
	const format = /^problems\.(csv|xlsx)$/.exec(event.params.file)?.[1] as
		'csv' | 'xlsx' | undefined;
	if (!format) error(404, 'The file comes back as problems.csv or problems.xlsx.');
	const [bytes, problems] = await Promise.all([
		imports.content(db, found.id),
		imports.problems(db, found.id)
	]);
	const sheet = found.reading?.sheet ?? undefined;
	const made = await markInWorker({ bytes, sheet, problems, format }).catch((fault: unknown) => {
		if (fault instanceof FileRefused) error(422, fault.message);
		throw fault;
	});
	return ownFile(made, format, `problems-${found.id.slice(0, 8)}`);
};
