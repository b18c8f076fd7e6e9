import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, transaction } from '../../../src/lib/server/db/client.ts';
import * as frameworks from '../../../src/lib/server/db/frameworks.ts';
import { setSetting } from '../../../src/lib/server/db/loading.ts';
import { KEY } from '../../../src/lib/server/load/load.ts';
import { refreshOpenData } from '../../../src/lib/server/load/refresh.ts';
import { edit } from '../../../src/lib/server/workflow/framework.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';
import { testDatabase } from '../../support/db.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2037-05-01T09:00:00.000Z');

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

it('a database filled before gets what is new; what the council changed stays as it is', async () => {
	const { db } = connection;
	const lead = await makePerson(db, { id: 'lead', roles: ['performance lead'] });
	const change = { act: 'end', code: 'WORK', on: '2036-12-31' } as const;
	await edit(db, lead, { framework: 'edi', version: 1, reason: 'x', edit: change }, now);
	const changed = await frameworks.tree(db, 'edi');
	// As an older program left it: without this framework, and without a link of that one.
	await transaction(db, async (trx) => {
		for (const table of ['indicator_elements', 'framework_elements'] as const)
			await trx.deleteFrom(table).where('framework', '=', 'lof').execute();
		await trx.deleteFrom('frameworks').where('code', '=', 'lof').execute();
		await trx.deleteFrom('indicator_elements').where('framework', '=', 'psed').execute();
		await setSetting(trx, KEY, 'older open data', now);
	});
	await refreshOpenData(db, { root: OPEN_DATA, now });
	expect((await frameworks.tree(db, 'lof')).links).toHaveLength(1);
	expect((await frameworks.tree(db, 'psed')).links.length).toBeGreaterThan(20);
	expect(await frameworks.tree(db, 'edi')).toEqual(changed);
});
