import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { dayInWalsall } from '../lib/domain/day.ts';
import type { Mapping } from '../lib/domain/import/mapping.ts';
import type { ImportProblem } from '../lib/domain/import/problem.ts';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import type { Db } from '../lib/server/db/client.ts';
import type { Group } from '../lib/server/db/import-differences.ts';
import * as templates from '../lib/server/db/import-templates.ts';
import * as imports from '../lib/server/db/imports.ts';
import * as people from '../lib/server/db/people.ts';
import * as users from '../lib/server/db/users.ts';
import { FileRefused } from '../lib/server/import/refused.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { read, tryOut } from '../lib/server/workflow/import-reading.ts';
import { accept, receive } from '../lib/server/workflow/imports.ts';
import { Refused } from '../lib/server/workflow/refused.ts';
import { run, say } from './run.ts';

// npm run import -- FILE --as EMAIL [--template NAME | --source TEXT --licence TEXT] [--indicator CODE]
// [--period TEXT] [--sheet NAME] [--reason TEXT --note TEXT] [--save]: what the file would change, and with --save its returns, made
// as the named person would make them on the page. Nothing is saved without --save, or while an error is left.

const USAGE = 'Write: npm run import -- FILE --as name@example.org [--source TEXT] [--save]';
const MOST_PRINTED = 50;

await run(async () => {
	const { values, positionals } = asked();
	const [file] = positionals;
	if (!file || !values.as) throw new Refusal(USAGE);
	const bytes = readOrRefuse(file);
	const connection = await openDatabase(readConfig());
	try {
		await work(connection.db, { ...values, as: values.as, name: basename(file), bytes });
	} catch (fault) {
		if (fault instanceof Refused || fault instanceof FileRefused) throw new Refusal(fault.message);
		throw fault;
	} finally {
		await connection.close();
	}
});

function asked() {
	const text = { type: 'string' } as const;
	const options = {
		...{ as: text, source: text, licence: text, template: text, indicator: text },
		...{ reason: text, note: text },
		...{ period: text, sheet: text, save: { type: 'boolean' } as const }
	};
	try {
		return parseArgs({ allowPositionals: true, options });
	} catch (fault) {
		throw new Refusal(`${(fault as Error).message}\n${USAGE}`);
	}
}

function readOrRefuse(file: string): Uint8Array {
	try {
		return readFileSync(file);
	} catch {
		throw new Refusal(`The file ${file} cannot be read: check its name.`);
	}
}

interface Given {
	name: string;
	bytes: Uint8Array;
	as: string;
	source?: string | undefined;
	licence?: string | undefined;
	template?: string | undefined;
	indicator?: string | undefined;
	period?: string | undefined;
	sheet?: string | undefined;
	/** Why published figures change, and what readers are told. */
	reason?: string | undefined;
	note?: string | undefined;
	save?: boolean | undefined;
}

async function work(db: Db, given: Given): Promise<void> {
	const now = new Date();
	const user = await users.find(db, { email: given.as.toLowerCase() });
	const person = user && (await people.active(db, user.id, dayInWalsall(now)));
	if (!person) throw new Refusal(`No account that is in use has the address ${given.as}.`);
	const kept = given.template
		? (await templates.all(db)).find(({ name }) => name === given.template)
		: undefined;
	if (given.template && !kept) throw new Refusal(`There is no template “${given.template}”.`);
	const mapping: Mapping = {
		...kept?.mapping,
		...(given.indicator && { indicator: given.indicator }),
		...(given.period && { period: given.period }),
		...(given.sheet && { sheet: given.sheet })
	};
	const tried = await tryOut(db, person, { bytes: given.bytes, mapping }, now);
	say(`${tried.figures} figures, ${tried.errors} errors, ${tried.warnings} warnings`);
	tellProblems(tried.problems);
	tellGroups(tried.compared);
	if (tried.foreign.length > 0) {
		say(`Not compared: ${given.as} has no duty for ${tried.foreign.join(', ')}.`);
	}
	if (tried.errors > 0) throw new Refusal('Put the errors right first. Nothing was saved.');
	if (!given.save) return say('Nothing was saved. Add --save to make the returns.');
	const sourceText = given.source ?? kept?.sourceText ?? '';
	const licence = given.licence ?? kept?.licence ?? '';
	const { name, bytes } = given;
	const sent = { name, bytes, mapping, sourceText, licence, extractedOn: null };
	const id = await receive(db, person, sent, now);
	await (
		await read(db, person, { id })
	).reading;
	const found = await imports.byId(db, id);
	const why = { reason: given.reason ?? '', publicNote: given.note ?? '' };
	const returns = await accept(db, person, { id, ...why }, now);
	say(`${found?.figures ?? 0} figures became ${returns.length} returns. Import ${id}.`);
}

function tellProblems(problems: readonly ImportProblem[]): void {
	for (const { kind, row, column, message } of problems.slice(0, MOST_PRINTED)) {
		const place = [row === null ? '' : `row ${row}`, column ? `“${column}”` : ''];
		say([kind, ...place.filter(Boolean), message].join(': '));
	}
	if (problems.length > MOST_PRINTED) say(`… and ${problems.length - MOST_PRINTED} more`);
}

function tellGroups(groups: readonly Group[]): void {
	for (const { indicator, period, fresh, changed, same, absent } of groups) {
		say(
			`${indicator} ${period}: ${fresh} new, ${changed} changed, ${same} the same, ${absent} held and not in the file`
		);
	}
}
