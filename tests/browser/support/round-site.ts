import { inject } from 'vitest';
import { startChild } from '../../../src/cli/child-server.ts';
import { environmentWith, readConfig } from '../../../src/lib/server/config.ts';
import { openDatabase } from '../../../src/lib/server/database.ts';
import type { Db } from '../../../src/lib/server/db/client.ts';
import type { Role } from '../../../src/lib/domain/permission.ts';
import { account } from '../../support/accounts.ts';
import { makePeriod } from '../../support/make.ts';
import { copySite } from './site-template.ts';

// A site of its own for work that needs accounts: the open data, four people who can sign in, and one
// return that is due. Their duties are for that return, and for one measure with a published series.

export const CODE = 'W02';
export const SERIES = 'T01';
export const QUARTER = 'FY2026-Q2';
/** Not due yet: for two people at one return, a lost connection, and no script. */
export const NEXT = 'FY2026-Q3';
const people: readonly [string, Role, string | null][] = [
	['writer', 'officer', 'owner'],
	['second', 'officer', 'deputy'],
	['approver', 'approver', 'approver'],
	['lead', 'performance lead', null]
];

export async function roundSite() {
	const { settings, remove } = await copySite(inject('template'), 'round');
	const connection = await openDatabase(readConfig(environmentWith(settings)));
	try {
		await fill(connection.db);
	} finally {
		await connection.close();
	}
	const server = await startChild(settings);
	return {
		url: server.url,
		close: async () => {
			await server.stop();
			await remove();
		}
	};
}

async function fill(db: Db): Promise<void> {
	for (const [id, role, duty] of people) {
		await account(db, id, [role]);
		if (duty === null) continue;
		const given = { user_id: id, duty, theme: null, valid_from: '2025-01-01', valid_to: null };
		const rows = [CODE, SERIES].map((code) => ({
			...given,
			...{ id: `${id} ${duty} ${code}`, indicator: code }
		}));
		await db.insertInto('duties').values(rows).execute();
	}
	await makePeriod(db, {
		...{ id: QUARTER, kind: 'quarter', label: '2026/27 Q2' },
		...{ starts: '2026-07-01', ends: '2026-09-30' }
	});
	await makePeriod(db, {
		...{ id: NEXT, kind: 'quarter', label: '2026/27 Q3' },
		...{ starts: '2026-10-01', ends: '2026-12-31' }
	});
	await db
		.insertInto('collections')
		.values({ indicator: CODE, period: QUARTER, due_on: '2026-10-30', locks_on: null })
		.execute();
}
