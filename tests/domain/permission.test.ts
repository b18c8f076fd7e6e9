import { describe, expect, test } from 'vitest';
import {
	may,
	refusal,
	ROLES,
	type Act,
	type Person,
	type Role
} from '../../src/lib/domain/permission.ts';

// The table that people agree on: which roles may do what, with the duty or the distance that some
// acts ask for besides. Every act is here; every pair that is not listed is refused.
const ALLOWED: Readonly<Record<Act, readonly Role[]>> = {
	'read published': ROLES,
	'read restricted': ['executive', 'approver', 'performance lead'],
	'read drafts': ['executive', 'officer', 'approver', 'performance lead', 'administrator'],
	'read audit': ['approver', 'performance lead', 'administrator'],
	'enter value': ['officer'],
	'import values': ['officer'],
	'correct value': ['officer'],
	'approve value': ['approver'],
	publish: ['performance lead'],
	'write commentary': ['officer', 'performance lead'],
	'write action': ['officer', 'performance lead'],
	'propose target': ['officer', 'performance lead'],
	'approve target': ['approver', 'performance lead'],
	'withdraw target': ['performance lead'],
	'propose catalogue change': ['officer', 'performance lead'],
	'approve catalogue change': ['approver', 'performance lead'],
	'edit framework': ['performance lead'],
	'set influence': ['performance lead'],
	'edit collection': ['performance lead'],
	'assign duties': ['performance lead', 'administrator'],
	'hand over duties': ['performance lead', 'administrator'],
	'manage users': ['administrator'],
	'sign recipe': ['performance lead'],
	'hide cold spots': ['administrator']
};
const acts = Object.keys(ALLOWED) as Act[];
const subject = { indicator: 'c08', themes: ['P1'], authors: ['somebody else'] };

describe('each act is open to the roles in the table and to no other', () => {
	test.each(acts.flatMap((act) => ROLES.map((role) => ({ act, role }))))(
		'$role: $act',
		({ act, role }) => {
			const dutiful = act !== 'read restricted' && act !== 'hand over duties';
			expect(may(person([role], dutiful ? 'all' : 'none'), act, subject)).toBe(
				ALLOWED[act].includes(role)
			);
		}
	);
});

describe('who is not signed in reads what is published and nothing else', () => {
	test.each(acts)('%s', (act) => {
		expect(may(null, act, subject)).toBe(act === 'read published');
	});
});

describe('officers and approvers act only where they are assigned', () => {
	test.each([
		['its indicator', { indicator: 'c08' }, true],
		['its theme', { indicator: 'c09', themes: ['P1'] }, true],
		['another indicator of another theme', { indicator: 'w03', themes: ['P3'] }, false],
		['nothing named', {}, false]
	])('%s', (_, about, allowed) => {
		const officer = person(['officer'], 'all');
		expect(may(officer, 'enter value', about)).toBe(allowed);
		const approver = person(['approver'], 'all');
		expect(may(approver, 'approve value', { ...about, authors: [] })).toBe(allowed);
	});
	test('a duty without the role gives nothing', () => {
		expect(may(person(['reader'], 'all'), 'enter value', subject)).toBe(false);
	});
});

describe('nobody approves their own, whatever else they are', () => {
	const everything = person([...ROLES], 'all');
	test.each(['approve value', 'approve target', 'approve catalogue change'] as const)(
		'%s',
		(act) => {
			expect(may(everything, act, { ...subject, authors: ['other'] })).toBe(true);
			expect(may(everything, act, { ...subject, authors: ['other', everything.id] })).toBe(false);
			expect(may(everything, act, { indicator: 'c08', themes: ['P1'] })).toBe(false);
		}
	);
});

test('a refusal names a role that may do the act', () => {
	for (const act of acts.filter((one) => one !== 'hand over duties')) {
		expect(
			ALLOWED[act].some((role) => refusal(act).includes(role)),
			act
		).toBe(true);
	}
});

function person(roles: readonly Role[], duties: 'all' | 'none'): Person {
	const held = { indicator: 'c08', theme: null };
	const themed = { indicator: null, theme: 'P1' };
	return {
		id: 'me',
		name: 'Me',
		roles,
		duties:
			duties === 'none'
				? []
				: (['owner', 'approver'] as const).flatMap((duty) => [
						{ duty, ...held },
						{ duty, ...themed }
					])
	};
}
