import { forMigration, readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { refreshOpenData, type Refreshed } from '../lib/server/load/refresh.ts';
import { OPEN_DATA } from '../lib/server/prepare.ts';
import { run, say } from './run.ts';

// npm run refresh: publishes the open data of this version of the program as a new edition, where they
// differ from those held.

await run(async () => {
	const connection = await openDatabase(forMigration(readConfig()));
	try {
		const done = await refreshOpenData(connection.db, { root: OPEN_DATA, now: new Date() });
		say(done ? told(done) : 'The open data held are those of this version: nothing to do.');
	} finally {
		await connection.close();
	}
});

function told({ edition, fresh, revised, gone, kept, unplaced, localitiesKept }: Refreshed) {
	const figures = `${fresh.length} new figures, ${revised.length} changed, ${gone} no longer published`;
	return [
		edition
			? `Published as the edition ${edition}: ${figures}.`
			: 'No figure differs: no new edition.',
		kept > 0 ? `${kept} figures that were entered or replaced here stay as they are.` : '',
		unplaced > 0 ? `${unplaced} figures are of areas that this database does not have.` : '',
		localitiesKept
			? 'Localities follow a list of your own: run npm run localities -- FILE again to add their figures up.'
			: ''
	]
		.filter(Boolean)
		.join('\n');
}
