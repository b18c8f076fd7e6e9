import { checkFile } from '../lib/server/audit-check.ts';
import { verifyChain } from '../lib/server/audit-chain.ts';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import type { Db } from '../lib/server/db/client.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// `npm run audit:verify`: computes every hash of the audit anew. Code 1 and the first event that does
// not fit where the chain is broken. With a file (`npm run audit:verify -- audit-2026-11-22.csv`), that
// file is compared with the chain too. The embedded database is locked while the server runs: stop it.

await run(async () => {
	const connection = await openDatabase(readConfig());
	try {
		await chain(connection.db);
		const [file] = process.argv.slice(2);
		if (file) await compare(connection.db, file);
	} finally {
		await connection.close();
	}
});

async function chain(db: Db): Promise<void> {
	const { events, head, broken } = await verifyChain(db);
	say(`${events} events follow one another unbroken. Head of the chain: ${head}`);
	if (broken) throw new Refusal(`The audit is broken at event ${broken.id}: ${broken.why}.`);
}

async function compare(db: Db, file: string): Promise<void> {
	const { events, faults } = await checkFile(db, file);
	if (faults.length > 0) throw new Refusal(`${file} does not fit the chain. ${faults.join(' ')}`);
	say(`${file}: its ${events} events are as they stand in the chain.`);
}
