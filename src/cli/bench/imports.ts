import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import type { Person } from '../../lib/domain/permission.ts';
import { readToolSettings } from '../../lib/server/config.ts';
import {
	connectPostgres,
	type Db,
	migrate,
	openEmbedded,
	transaction
} from '../../lib/server/db/client.ts';
import { timeCopy } from '../../lib/server/db/copying.ts';
import * as differences from '../../lib/server/db/import-differences.ts';
import * as imports from '../../lib/server/db/imports.ts';
import { insertAll, insertMissing } from '../../lib/server/db/loading.ts';
import { read } from '../../lib/server/workflow/import-reading.ts';
import { receive } from '../../lib/server/workflow/imports.ts';
import { round } from './throughput.ts';

// A CSV of 100,000 rows from upload to a reviewed difference, beside reading its cells with csv-parse and
// putting them into the same server with COPY. TEST_DATABASE_URL names an empty database on a server;
// without it only the embedded database is measured.

const ROWS = 100_000;
const AREAS = 400;
const MB = 1024 * 1024;
const COPIED = 'area text, period text, numerator float8, denominator float8, note text';

export async function measureImport(print: (row: object) => void, runs = 5): Promise<void> {
	const csv = file();
	const url = readToolSettings().testDatabaseUrl;
	const connection = url ? connectPostgres(url) : await openEmbedded();
	try {
		await migrate(connection.db);
		const person = await seed(connection.db);
		const ratios: number[] = [];
		for (let run = 0; run < runs; run++) {
			const bareMs = url ? await parseAndCopy(url, csv) : Number.NaN;
			const measured = await importOnce(connection.db, person, csv);
			const overBare = round(measured.ms / bareMs);
			ratios.push(overBare);
			const beside = url ? { bareMs: round(bareMs), overBare } : {};
			print({ kind: 'import', database: connection.kind, rows: ROWS, ...measured, ...beside });
		}
		// The first one also waits for its worker to begin and for programs to be made ready.
		if (url) print({ kind: 'import', medianOverBare: median(ratios) });
	} finally {
		await connection.close();
	}
}

const median = (numbers: readonly number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function parseAndCopy(url: string, csv: string): Promise<number> {
	const started = performance.now();
	const cells = parse(csv, { from_line: 2 }) as string[][];
	const parsed = performance.now() - started;
	return parsed + (await timeCopy(url, COPIED, Papa.unparse(cells)));
}

async function importOnce(db: Db, person: Person, csv: string) {
	const bytes = new TextEncoder().encode(csv);
	const stalls = monitorEventLoopDelay({ resolution: 5 });
	stalls.enable();
	const started = performance.now();
	const mapping = { indicator: 'C01' };
	const sent = { name: 'bench.csv', bytes, mapping, sourceText: 'Bench', licence: 'OGL' };
	const id = await receive(db, person, { ...sent, extractedOn: null }, new Date());
	await (
		await read(db, person, { id })
	).reading;
	const groups = await differences.groups(db, id);
	const ms = performance.now() - started;
	// What held the thread up until now is counted when it is free again.
	await new Promise((resolve) => setTimeout(resolve, 50));
	stalls.disable();
	const found = await imports.byId(db, id);
	return {
		...{ figures: found?.figures, errors: found?.errors, groups: groups.length },
		...{ ms: round(ms), longestStallMs: round(stalls.max / 1e6) },
		peakMemoryMb: round((process.resourceUsage().maxRSS * 1024) / MB)
	};
}

const areaOf = (index: number) => `E01${String(9_000_000 + index).slice(1)}`;

function file(): string {
	const lines = Array.from({ length: ROWS }, (_, at) => {
		const month = Math.floor(at / AREAS);
		const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
		return `${areaOf(at % AREAS)},${period},${at % 50},${50 + (at % 9)},`;
	});
	return `Area code,Period,Numerator,Denominator,Note\n${lines.join('\n')}\n`;
}

async function seed(db: Db): Promise<Person> {
	const duties = [{ duty: 'owner' as const, indicator: 'C01', theme: null }];
	const person: Person = { id: 'bench', name: 'Bench', roles: ['officer'], duties };
	await transaction(db, async (trx) => {
		const user = { id: 'bench', name: 'Bench', email: 'bench@example.org', image: null };
		await insertMissing(trx, 'users', [{ ...user, disabled_at: null, last_sign_in_at: null }]);
		await insertMissing(trx, 'breakdowns', [
			{
				...{ id: 'all', dimension: 'all', label: 'Everyone', position: 0 },
				...{ borough_only: false, part_of: null }
			}
		]);
		const area = { level: 'lsoa', vintage: 'lsoa-2021', valid_from: null, valid_to: null };
		await insertMissing(
			trx,
			'areas',
			Array.from({ length: AREAS }, (_, at) => ({
				...{ ...area, code: areaOf(at), name: areaOf(at), slug: areaOf(at) },
				...{ is_local: true, note: null }
			}))
		);
		await insertMissing(trx, 'indicators', [
			{
				...{ code: 'C01', slug: 'c01', kind: 'catalogue', status: 'adopted' },
				...{ restricted: false, position: 1 }
			}
		]);
		await insertMissing(trx, 'indicator_versions', [VERSION]);
	});
	return person;
}

const VERSION: Parameters<typeof insertAll<'indicator_versions'>>[2][number] = {
	...{ indicator: 'C01', version: 1, valid_from: '2020-01-01', valid_to: null },
	...{ title: 'Bench', definition: 'Bench', question: null, numerator: 'n', denominator: 'd' },
	...{ unit: '%', value_kind: 'percent', multiplier: 100, decimals: 1, polarity: 'higher' },
	...{ tier: 'core', evidence: 'confirmed', evidence_note: null, source_text: 'Bench' },
	...{ source_id: null, frequency: 'monthly', lag: 'none', next_update: null },
	...{ lowest_geography: 'LSOA', interval_method: 'none', interval_note: null },
	...{ disclosure: 'open', disclosure_rule: 'open', colour_rule: 'none', why: null },
	...{ who_missed: null, caveats: null, awaited: null, map_allowed: true },
	...{ break_before: false, break_note: null }
};
