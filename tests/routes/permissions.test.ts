import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WALSALL } from '../../src/lib/domain/area.ts';
import { ROLES, type Person, type Role } from '../../src/lib/domain/permission.ts';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { propose } from '../../src/lib/server/workflow/targets.ts';
import { configure } from '../support/accounts.ts';
import { testDatabase } from '../support/db.ts';
import { event } from '../support/event.ts';
import { makePerson } from '../support/people.ts';

// Every form action of every page, found by importing the routes: a new one without a permission check
// fails here until it refuses, or until a line below says why it is open.

type Action = (event: never) => unknown;
const modules = import.meta.glob<{ actions?: Record<string, Action> }>(
	'../../src/routes/**/+page.server.ts',
	{ eager: true }
);
const all = Object.entries(modules).flatMap(([file, { actions }]) => {
	const route = file.replace('../../src/routes', '').replace(/\/\+page\.server\.ts$/, '') || '/';
	return Object.entries(actions ?? {}).map(([name, act]) => ({
		id: `${route} ${name}`,
		route,
		act
	}));
});

/** For people who have not signed in: by a password, a code or a secret link, with limits of their own. */
const OPEN = /^\/\(account\)\/(sign-in|set-up|password)(\/|\s)/;
/** What everybody who has signed in does with their own account. */
const OWN = /^\/\(account\)\/account(\/|\s)/;
/** They look for what they act on among what the person may see; their own tests have the rest. */
const LOOK_FIRST = /^\/(imports|approvals|returns)\//;
/** Roles that may do it for any indicator, or for those that they answer for. */
const MAY: readonly [action: RegExp, roles: readonly Role[]][] = [
	[/^\/\(account\)\/users/, ['administrator']],
	[
		/^\/\(account\)\/duties/,
		['executive', 'officer', 'approver', 'performance lead', 'administrator']
	],
	[/^\/frameworks/, ['performance lead']],
	[/^\/catalogue\/\[code\] (influence|post)$/, ['performance lead']],
	[/^\/catalogue\/\[code\]\/collection rule$/, ['performance lead']],
	[/^\/returns\/calendar/, ['performance lead']],
	[/^\/targets\/\[id\] (return|approve|confirm)$/, ['performance lead', 'approver']],
	[/^\/targets\/\[id\] withdraw$/, ['performance lead']],
	[
		/^\/catalogue\/proposals/,
		['performance lead', 'officer', 'approver', 'executive', 'administrator']
	],
	[/^\/audit/, ['approver', 'performance lead', 'administrator']],
	// The address of one's own calendar.
	[/^\/returns feed$/, ['executive', 'officer', 'approver', 'performance lead', 'administrator']],
	[
		/^\/(actions|targets|commentary|catalogue|returns|approvals|imports)/,
		['officer', 'approver', 'performance lead']
	]
];

let connection: Connection;
const people = new Map<Role, Person>();

beforeAll(async () => {
	configure();
	connection = await testDatabase({ loaded: true });
	for (const role of ROLES) {
		people.set(
			role,
			await makePerson(connection.db, { id: role.replace(' ', '-'), roles: [role] })
		);
	}
	await propose(connection.db, people.get('performance lead')!, TARGET, new Date());
});
afterAll(() => connection.close());

const TARGET: Parameters<typeof propose>[2] = {
	...{ indicator: 'T01', area: WALSALL, breakdown: 'all', baselinePeriod: 'FY2021' },
	...{ shape: 'linear', milestones: [], goal: { ends: '2035-03-31', value: 20 } },
	...{ tolerance: { kind: 'absolute', amount: 1 }, cumulative: false, benchmark: null },
	rationale: 'Invented for a test'
};
const params = {
	code: 'c01',
	id: `t01-${WALSALL.toLowerCase()}`,
	token: 'none',
	period: 'FY2024',
	element: 'none'
};
const fields = {
	...{ indicator: 'C01', area: WALSALL, kind: 'retire', reason: 'forged', code: 'forged' },
	...{ title: 'Forged', act: 'approve', user: 'reader', roles: 'administrator', what: 'Forged' },
	...{ promise: 'Forged', state: 'done', influence: 'control', part: 'owner', note: 'Forged' },
	...{ directorate: 'Forged', post: 'Forged', name: 'Forged', email: 'forged@example.org' },
	...{ duty: 'owner', of: 'indicator:C01', giver: 'officer', to: 'reader', version: '1' },
	...{ revision: '1', baseline: 'FY2021', goalEnds: '2035-03-31', goalValue: '1', tolerance: '1' },
	...{ rationale: 'Forged', content: '', starts: '2099-01-01', ends: '2099-01-02', absence: 'none' }
};

/** What came of it, in a word: the status, 'sign in', 'refused', or what it did. */
async function outcome({ route, act }: (typeof all)[number], user?: Person): Promise<string> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const made = await event({
		...{ db: connection.db, path: route.replaceAll(/\[(\w+)[^\]]*\]/g, 'x'), route, params },
		...{ method: 'POST', body, ...(user && { user }) }
	});
	try {
		const given = await act(made as never);
		if (!isActionFailure(given)) return `answered ${JSON.stringify(given)}`;
		return /needs the .* role/.test(JSON.stringify(given.data))
			? 'refused'
			: `${given.status} ${JSON.stringify(given.data)}`;
	} catch (thrown) {
		if (isRedirect(thrown))
			return thrown.location.startsWith('/sign-in') ? 'sign in' : `to ${thrown.location}`;
		if (isHttpError(thrown)) return `${thrown.status}`;
		throw thrown;
	}
}

const written = async () => {
	const { db } = connection;
	const rows = await db.selectFrom('audit_events').select('id').execute();
	return rows.length;
};

test('the routes are found', () => expect(all.length).toBeGreaterThan(40));

describe('who has not signed in', () => {
	test.each(all.filter(({ id }) => !OPEN.test(id)).map((one) => [one.id, one] as const))(
		'%s: is shown the way to sign in, and nothing is written',
		async (_, one) => {
			const before = await written();
			expect(await outcome(one)).toBe('sign in');
			expect(await written()).toBe(before);
		}
	);
});

describe('who has a role that may not', () => {
	const cases = all
		.filter(({ id }) => !OPEN.test(id) && !OWN.test(id))
		.flatMap((one) => {
			const roles = MAY.find(([action]) => action.test(one.id))?.[1] ?? [];
			return ROLES.filter((role) => !roles.includes(role)).map(
				(role) => [one.id, role, one] as const
			);
		});
	test.each(cases)('%s, %s: is refused, and nothing is written', async (_, role, one) => {
		const before = await written();
		expect(await outcome(one, people.get(role))).toMatch(
			LOOK_FIRST.test(one.id) ? /^(400|403|404|refused)\b/ : /^(403|refused)$/
		);
		expect(await written()).toBe(before);
	});
});
