import { expect, test } from 'vitest';
import { connectPostgres } from '../../../src/lib/server/db/client.ts';
import { health } from '../../../src/lib/server/web/health.ts';
import { testDatabase } from '../../support/db.ts';

const ask = (method = 'GET') => new Request('http://localhost/health', { method });

test('says that the database answers, and which version this is; never kept', async () => {
	const { db, close } = await testDatabase();
	const response = await health(db, ask(), '1.2.3');
	await close();
	expect(response.status).toBe(200);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(await response.json()).toEqual({ status: 'ok', database: 'ok', version: '1.2.3' });
});

test('503 when the database does not answer, without its address or its error', async () => {
	const { db, close } = connectPostgres('postgres://secret:word@127.0.0.1:1/none');
	const response = await health(db, ask(), '1.2.3');
	await close();
	expect(response.status).toBe(503);
	expect(await response.json()).toEqual({
		status: 'unavailable',
		database: 'no answer',
		version: '1.2.3'
	});
});

test('is only read', async () => {
	const { db, close } = await testDatabase();
	const [head, post] = [await health(db, ask('HEAD'), '1'), await health(db, ask('POST'), '1')];
	await close();
	expect([head.status, await head.text()]).toEqual([200, '']);
	expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
