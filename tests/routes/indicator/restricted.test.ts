import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import { ROLES, type Person, type Role } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { load } from '../../../src/routes/indicators/[code]/+page.server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { makeObservation } from '../../support/make.ts';

// Tension reports: figures for named roles only, and nothing of them for anybody else.

const PLANTED = 7_770_007;
const NAMED: readonly Role[] = ['executive', 'approver', 'performance lead'];

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { id: period } = await connection.db
		.selectFrom('periods')
		.select('id')
		.where('id', '=', '2024')
		.executeTakeFirstOrThrow();
	const one = { indicator: 'L05', area: WALSALL, period, value: PLANTED, numerator: PLANTED };
	await makeObservation(connection.db, { ...one, held_from: new Date('2020-01-01T00:00:00Z') });
	await connection.db
		.updateTable('observations')
		.set({ protection: 'shown' })
		.where('indicator', '=', 'L05')
		.execute();
});
afterAll(() => connection.close());

describe('figures of a restricted indicator', () => {
	it.each([...ROLES])('a person with the role %s', async (role) => {
		const text = JSON.stringify(await shown(person([role])));
		expect(text.includes('7,770,007')).toBe(NAMED.includes(role));
		expect(text.includes('"restricted":null')).toBe(!NAMED.includes(role));
	});

	it('its owner sees them, the owner of another does not', async () => {
		const owns = (indicator: string) => [{ duty: 'owner', indicator, theme: null } as const];
		const text = async (indicator: string) =>
			JSON.stringify(await shown(person(['officer'], owns(indicator))));
		expect(await text('L05')).toContain('7,770,007');
		expect(await text('L01')).not.toContain('7,770,007');
	});

	it('a public reader sees nothing of them', async () => {
		const text = JSON.stringify(await shown());
		expect(text).not.toMatch(/7[,]?770[,]?007/);
	});
});

async function shown(user?: Person): Promise<unknown> {
	const wanted = { db: connection.db, path: '/indicators/l05', params: { code: 'l05' } };
	const made = await event({ ...wanted, ...(user && { user }) });
	return load(made as never);
}

const person = (roles: readonly Role[], duties: Person['duties'] = []): Person => ({
	id: 'me',
	name: 'Me',
	roles,
	duties
});
