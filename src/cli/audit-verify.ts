import { verifyChain } from '../lib/server/audit-chain.ts';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// `npm run audit:verify`: computes every hash of the audit anew. Code 1 and the first event that does
// not fit where the chain is broken. The embedded database is locked while the server runs: stop it first.

await run(async () => {
	const connection = await openDatabase(readConfig());
	try {
		const { events, head, broken } = await verifyChain(connection.db);
		say(`${events} events follow one another unbroken. Head of the chain: ${head}`);
		if (broken) throw new Refusal(`The audit is broken at event ${broken.id}: ${broken.why}.`);
	} finally {
		await connection.close();
	}
});
