import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/lib/domain/framework/edit.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as versions from '../../../src/lib/server/db/framework-versions.ts';
import * as frameworks from '../../../src/lib/server/db/frameworks.ts';
import { add, CONFLICT, edit } from '../../../src/lib/server/workflow/framework.ts';
import { testDatabase } from '../../support/db.ts';
import { makePerson } from '../../support/people.ts';

let connection: Connection;
let lead: Person;
const NOW = new Date('2026-11-22T09:00:00Z');
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	lead = await makePerson(connection.db, { id: 'lead', roles: ['performance lead'] });
});
afterAll(() => connection.close());

const versionOf = async (code: string) =>
	(await frameworks.byCode(connection.db, code))?.version ?? 0;

const rename = (label: string): Edit => ({ act: 'rename', code: 'CS', label, description: null });

describe('what comes with the product', () => {
	it('has the performance framework and the plans and duties beside it', async () => {
		const all = await frameworks.all(connection.db);
		expect(all.map(({ code }) => code)).toEqual([
			'cpf',
			'council-plan',
			'waw2040',
			'edi',
			'eflg',
			'psed',
			'marmot',
			'lof',
			'ascof',
			'phof'
		]);
		expect(all.filter(({ kind }) => kind === 'performance').map(({ code }) => code)).toEqual([
			'cpf'
		]);
	});

	it.each([
		['cpf', 4, true],
		['edi', 4, true],
		['eflg', 4, true],
		['psed', 14, true],
		['marmot', 0, false],
		['council-plan', 0, false]
	])('%s has %d elements, and every link says what it rests on', async (code, count, hasLinks) => {
		const { elements, links } = await frameworks.tree(connection.db, code);
		expect(elements).toHaveLength(count);
		expect(links.length > 0).toBe(hasLinks);
		expect(elements.filter(({ source }) => !source)).toEqual([]);
		expect(
			links.filter(({ evidence }) => !/^(inference|reported|confirmed)/.test(evidence))
		).toEqual([]);
	});

	it('an empty framework says what it waits for', async () => {
		const [all, trees] = [
			await frameworks.all(connection.db),
			await frameworks.trees(connection.db)
		];
		const empty = all.filter(({ code }) => !trees.get(code)?.elements.length);
		expect(empty.map(({ code }) => code)).toEqual(['council-plan', 'marmot', 'phof']);
		expect(empty.every(({ awaited }) => awaited)).toBe(true);
	});
});

describe('a change', () => {
	it('raises the version, keeps both trees and is in the audit with its reason', async () => {
		const version = await versionOf('cpf');
		const asked = { framework: 'cpf', version, reason: 'New name', edit: rename('Customers') };
		expect(await edit(connection.db, lead, asked, NOW)).toMatchObject({
			ok: true,
			version: version + 1
		});
		const before = await versions.tree(connection.db, 'cpf', version);
		const after = await versions.tree(connection.db, 'cpf', version + 1);
		const labelIn = (tree: typeof before) =>
			tree?.elements.find(({ code }) => code === 'CS')?.label;
		expect([labelIn(before), labelIn(after)]).toEqual(['Customer services', 'Customers']);
		const [event] = await audit.ofSubject(connection.db, 'framework', 'cpf');
		expect(event).toMatchObject({ actor: 'lead', action: 'framework changed', reason: 'New name' });
	});

	it.each<[string, { person?: Person; reason?: string; edit?: Edit }, RegExp]>([
		[
			'by an officer',
			{ person: { id: 'o', name: 'O', roles: ['officer'], duties: [] } },
			/performance lead/
		],
		[
			'by an administrator',
			{ person: { id: 'a', name: 'A', roles: ['administrator'], duties: [] } },
			/performance lead/
		],
		['without a reason', { reason: '  ' }, /reason/],
		['that changes nothing', { edit: { act: 'own', code: 'PH', owner: null } }, /nothing/],
		['of what is not there', { edit: { act: 'own', code: 'ZZ', owner: 'x' } }, /no element/]
	])('%s is refused and leaves everything as it was', async (_, given, wanted) => {
		const version = await versionOf('cpf');
		const before = await frameworks.tree(connection.db, 'cpf');
		const events = await audit.ofSubject(connection.db, 'framework', 'cpf');
		const outcome = await edit(
			connection.db,
			given.person ?? lead,
			{
				framework: 'cpf',
				version,
				reason: given.reason ?? 'x',
				edit: given.edit ?? rename('Other')
			},
			NOW
		);
		expect(outcome.ok ? 'saved' : outcome.faults.join(' ')).toMatch(wanted);
		expect(await versionOf('cpf')).toBe(version);
		expect(await frameworks.tree(connection.db, 'cpf')).toEqual(before);
		expect(await audit.ofSubject(connection.db, 'framework', 'cpf')).toHaveLength(events.length);
	});

	it('of two people at once, one is saved and the other is told: nothing is lost', async () => {
		const version = await versionOf('edi');
		const ask = (owner: string) =>
			edit(
				connection.db,
				lead,
				{ framework: 'edi', version, reason: owner, edit: { act: 'own', code: 'COM', owner } },
				NOW
			);
		const outcomes = await Promise.all([ask('First'), ask('Second')]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ faults: [CONFLICT], isConflict: true });
		expect(await versionOf('edi')).toBe(version + 1);
	});

	it('a new framework starts empty, and a code is used once', async () => {
		const given = {
			code: 'partners',
			title: 'Partners',
			kind: 'tag',
			note: '',
			reason: 'asked for'
		};
		expect(await add(connection.db, lead, given, NOW)).toEqual({ ok: true });
		expect(await add(connection.db, lead, given, NOW)).toMatchObject({ ok: false });
		expect(await frameworks.tree(connection.db, 'partners')).toEqual({ elements: [], links: [] });
	});
});
