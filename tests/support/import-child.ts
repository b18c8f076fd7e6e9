import { environmentWith, readConfig } from '../../src/lib/server/config.ts';
import { openDatabase } from '../../src/lib/server/database.ts';
import * as imports from '../../src/lib/server/db/imports.ts';
import { read } from '../../src/lib/server/workflow/import-reading.ts';
import { accept, receive } from '../../src/lib/server/workflow/imports.ts';
import { officerOf } from '../server/import/officer.ts';

// A program of its own that imports a file and says which stage begins, so that it can be killed there.

export type Stage = 'writing' | 'taking over';
const say = (stage: Stage) => process.stdout.write(`${stage}\n`);

if (import.meta.main) {
	const { db } = await openDatabase(readConfig(environmentWith({})));
	const person = await officerOf(db, 'C11');
	const now = new Date();
	const [there] = await imports.latest(db);
	const id = there?.id ?? (await receive(db, person, await file(), now));
	const { reading } = await read(db, person, { id });
	while (!(await hasParts(id))) await new Promise((resolve) => setTimeout(resolve, 5));
	say('writing');
	await reading;
	say('taking over');
	await accept(db, person, { id }, now);

	async function hasParts(of: string): Promise<boolean> {
		const found = await db.selectFrom('import_parts').select('import').limit(1).execute();
		return found.some((part) => part.import === of);
	}

	/** 60 quarters of 100 neighbourhoods. */
	async function file() {
		const areas = await db
			.selectFrom('areas')
			.select('code')
			.where('vintage', '=', 'lsoa-2021')
			.orderBy('code')
			.limit(100)
			.execute();
		const rows = Array.from({ length: 60 }, (_, at) => {
			const year = 2036 + Math.floor(at / 4);
			const period = `${year}/${(year + 1) % 100} Q${(at % 4) + 1}`;
			return areas.map(({ code }) => `${code},${period},${at}`).join('\n');
		});
		return {
			...{ name: 'long.csv', sourceText: 'A partner', licence: 'OGL', extractedOn: null },
			mapping: { indicator: 'C11', periodKind: 'quarter' as const },
			bytes: new TextEncoder().encode(`Area code,Period,Number\n${rows.join('\n')}\n`)
		};
	}
}
