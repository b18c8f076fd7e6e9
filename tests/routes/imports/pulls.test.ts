import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../../src/lib/domain/permission.ts';
import { configurePulls } from '../../../src/lib/server/connectors/means.ts';
import { publicNetwork } from '../../../src/lib/server/connectors/network.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { actions, load } from '../../../src/routes/imports/pull/+page.server.ts';
import {
	actions as oneActions,
	load as one
} from '../../../src/routes/imports/pull/[id]/+page.server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { csv, services, type Services } from '../../support/services.ts';
import { officerOf } from '../../server/import/officer.ts';

let connection: Connection;
let given: Services;
let olive: Person;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	olive = await officerOf(connection.db, 'T09');
	given = await services({ hosts: ['partner.example'] });
	configurePulls({ network: given.network, nomisUid: undefined });
});
afterAll(async () => {
	await given.close();
	configurePulls({ network: publicNetwork(), nomisUid: undefined });
	await connection.close();
});

async function ask(
	call: unknown,
	user: Person,
	{ id = '', form }: { id?: string; form?: Record<string, string> } = {}
) {
	const body = new FormData();
	for (const [name, value] of Object.entries(form ?? {})) body.set(name, value);
	const made = await event({
		...{ db: connection.db, path: '/imports/pull', params: { id }, user },
		...(form && { method: 'POST', body })
	});
	try {
		const answer = await (call as (event: unknown) => Promise<unknown>)(made);
		return isActionFailure(answer)
			? { status: answer.status, data: answer.data as unknown as Shown }
			: { status: 200, data: answer as Shown };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, to: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
}

interface Shown {
	sources: { id: string; tried: string; ready: { id: string }[] }[];
	pulls: { id: string; state: string }[];
	headline: string;
	message: string;
	field?: string;
	form: { source: string; given: Record<string, string> };
	made?: { id: string; figures: number };
}

const FILE = {
	...{ service: 'csv', address: 'https://partner.example/hle.csv', source: 'A partner' },
	...{ licence: 'OGL v3.0', indicator: 'T09', kind: 'rolling' }
};

/** The page of a pull once it and the reading of its import are over, however busy the machine is. */
async function ended(id: string): Promise<Shown> {
	let shown: Shown | undefined;
	await expect
		.poll(async () => (shown = (await ask(one, olive, { id })).data)?.made?.figures, {
			timeout: 20_000
		})
		.toBe(1);
	if (!shown) throw new Error('the pull has no page');
	return shown;
}

test('each service says that it was not tried, and offers what the person answers for', async () => {
	const { data } = await ask(load, olive);
	expect(data?.sources.map(({ id }) => id)).toEqual([
		...['nomis', 'ons', 'fingertips', 'police', 'csv']
	]);
	for (const { tried } of data?.sources ?? []) {
		expect(tried).toBe('Not tried against the live service');
	}
	expect(data?.sources.flatMap(({ ready }) => ready.map(({ id }) => id))).toEqual([
		'fingertips-t09'
	]);
	expect(given.asked).toEqual([]);
});

test('a pull asked for leads to its page, which leads to the import; the same again is nothing new', async () => {
	given.answer((_, response) =>
		csv(response, 'Area code,Period,Sex,Value\nE08000030,2023-25,Female,55.5\n')
	);
	const { to = '' } = (await ask(actions['ask'], olive, { form: FILE })) as { to: string };
	const id = to.replace('/imports/pull/', '');
	const data = await ended(id);
	expect(data.headline).toBe('1 answer came and became an import');
	expect(data.made?.figures).toBe(1);
	const again = (await ask(oneActions['repeat'], olive, { id, form: {} })) as { to: string };
	const next = await ended(again.to.replace('/imports/pull/', ''));
	expect(next.headline).toBe('A CSV file at an address has nothing new');
	expect(next.made?.id).toBe(data.made?.id);
	const listed = await ask(load, olive);
	expect(listed.data?.pulls.map(({ state }) => state)).toEqual(['Nothing new', 'Pulled']);
});

test.each([
	[{ ...FILE, address: 'http://partner.example/a.csv' }, 'address', /starts with https/],
	[{ ...FILE, source: '' }, 'source', /who the figures are from/],
	[{ ...FILE, indicator: 'C08' }, 'indicator', /no duty for C08/],
	[{ ...FILE, service: 'police' }, undefined, /./],
	[{ service: 'nomis', dataset: 'x' }, 'dataset', /id of the data set/],
	[{ service: 'nomis', dataset: 'NM_162_1' }, 'indicator', /Choose the indicator/]
])('%j comes back as it was filled in', async (form, field, message) => {
	const asked = given.asked.length;
	const answer = await ask(actions['ask'], olive, { form: { ...form, from: '2026-99' } });
	expect(answer.status).toBe(400);
	expect(answer.data?.message).toMatch(message);
	if (field) expect(answer.data?.field).toBe(field);
	expect(answer.data?.form.source).toBe(form.service);
	expect(given.asked.length).toBe(asked);
});

test('what is not there, and what is not theirs', async () => {
	const reader = { ...olive, id: 'reader', roles: ['reader'] as const, duties: [] };
	expect((await ask(load, reader)).status).toBe(403);
	expect((await ask(one, olive, { id: 'no-such-pull' })).status).toBe(404);
	expect((await ask(one, reader, { id: 'no-such-pull' })).status).toBe(404);
	expect((await ask(oneActions['stop'], olive, { id: 'no-such-pull', form: {} })).status).toBe(404);
	expect((await ask(actions['ready'], olive, { form: { preset: 'none' } })).status).toBe(400);
});
