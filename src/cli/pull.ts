import { parseArgs } from 'node:util';
import { isSourceId, SOURCE_IDS, SOURCES, type SourceId } from '../lib/domain/connector/source.ts';
import { dayInWalsall } from '../lib/domain/day.ts';
import { date } from '../lib/domain/format.ts';
import { readConfig } from '../lib/server/config.ts';
import { configurePulls } from '../lib/server/connectors/means.ts';
import { publicNetwork } from '../lib/server/connectors/network.ts';
import { PRESETS, presetOf } from '../lib/server/connectors/presets.ts';
import { openDatabase } from '../lib/server/database.ts';
import type { Db } from '../lib/server/db/client.ts';
import * as differences from '../lib/server/db/import-differences.ts';
import * as imports from '../lib/server/db/imports.ts';
import * as people from '../lib/server/db/people.ts';
import * as pulls from '../lib/server/db/pulls.ts';
import * as users from '../lib/server/db/users.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { byHand, ofPreset, pull, type WantedPull } from '../lib/server/workflow/pulls.ts';
import { Refused } from '../lib/server/workflow/refused.ts';
import { run, say } from './run.ts';

// npm run pull: what can be pulled. npm run pull -- WHAT --as EMAIL [NAME=VALUE …] [--indicator CODE]
// [--period TEXT] [--again]: asks the service as the named person would on the page. What comes is an
// import for somebody to take over and somebody else to approve; nothing is published.

const USAGE =
	'Write: npm run pull -- SOURCE|READY-PULL --as name@example.org [NAME=VALUE …] [--indicator CODE]';

await run(async () => {
	const { values, positionals } = asked();
	const config = readConfig();
	configurePulls({ network: publicNetwork(config.origin), nomisUid: config.nomisUid });
	const connection = await openDatabase(config);
	try {
		const [what, ...fields] = positionals;
		if (!what) return await tell(connection.db);
		if (!values.as) throw new Refusal(USAGE);
		await work(connection.db, wantedOf(what, fields, values), { ...values, as: values.as });
	} catch (fault) {
		if (fault instanceof Refused) throw new Refusal(fault.message);
		throw fault;
	} finally {
		await connection.close();
	}
});

function asked() {
	const text = { type: 'string' } as const;
	const options = {
		...{ as: text, indicator: text, period: text },
		again: { type: 'boolean' } as const
	};
	try {
		return parseArgs({ allowPositionals: true, options });
	} catch (fault) {
		throw new Refusal(`${(fault as Error).message}\n${USAGE}`);
	}
}

async function tell(db: Db): Promise<void> {
	const live = await pulls.triedLive(db);
	for (const id of SOURCE_IDS) {
		const { name, document, fields } = SOURCES[id];
		say(`${id}: ${name}. ${tried(live.get(id))}. Follows ${document.title} (${document.href})`);
		say(`  fields: ${fields.map((field) => `${field.name}=${field.value}`).join(' ')}`);
		for (const preset of PRESETS.filter(({ source }) => source === id)) {
			say(`  ready: ${preset.id} (${preset.indicator}). ${preset.caution}`);
		}
	}
	say(USAGE);
}

function tried(at: string | undefined): string {
	return at ? `Answered on ${date(at)}` : 'Not tried against the live service';
}

function wantedOf(
	what: string,
	fields: readonly string[],
	{ indicator, period }: { indicator?: string | undefined; period?: string | undefined }
): WantedPull {
	const given = Object.fromEntries(
		fields.map((field) => {
			const [name = '', ...value] = field.split('=');
			return [name, value.join('=')];
		})
	);
	const preset = presetOf(what);
	if (preset) {
		mustKnow(preset.source, given);
		const wanted = ofPreset(preset);
		return { ...wanted, asked: { ...wanted.asked, ...given } };
	}
	if (!isSourceId(what)) {
		throw new Refusal(`There is no service or ready pull “${what}”. npm run pull lists them.`);
	}
	mustKnow(what, given);
	return byHand(what, given, { ...(indicator && { indicator }), ...(period && { period }) });
}

function mustKnow(source: SourceId, given: Readonly<Record<string, string>>): void {
	const names = SOURCES[source].fields.map(({ name }) => name);
	const unknown = Object.keys(given).find((name) => !names.includes(name));
	if (unknown !== undefined) {
		throw new Refusal(`${source} has no field “${unknown}”. It has: ${names.join(', ')}.`);
	}
}

async function work(
	db: Db,
	wanted: WantedPull,
	{ as, again = false }: { as: string; again?: boolean | undefined }
): Promise<void> {
	const now = new Date();
	const user = await users.find(db, { email: as.toLowerCase() });
	const person = user && (await people.active(db, user.id, dayInWalsall(now)));
	if (!person) throw new Refusal(`No account that is in use has the address ${as}.`);
	const { name } = SOURCES[wanted.source];
	say(`Asking ${name}. ${tried((await pulls.triedLive(db)).get(wanted.source))}.`);
	const { id, pulling } = await pull(db, person, { ...wanted, again }, now);
	await pulling;
	const found = await pulls.byId(db, id);
	if (found?.state === 'unchanged') return say(found.message ?? '');
	if (found?.state !== 'done' || found.import === null) {
		throw new Refusal(found?.message ?? 'The pull did not work.');
	}
	await tellImport(db, found.import);
}

async function tellImport(db: Db, id: string): Promise<void> {
	const [made, groups] = await Promise.all([imports.byId(db, id), differences.groups(db, id)]);
	if (made?.message) say(made.message);
	say(
		`${made?.figures ?? 0} figures, ${made?.errors ?? 0} errors, ${made?.warnings ?? 0} warnings`
	);
	for (const { indicator, period, fresh, changed, same } of groups) {
		say(`${indicator} ${period}: ${fresh} new, ${changed} changed, ${same} the same`);
	}
	say(`Import ${id} waits at /imports/${id}: nothing is taken over or published yet.`);
}
