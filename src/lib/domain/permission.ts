// Who may do what: one table, deny by default, used by pages, actions and the read interface alike.
// The same answer that refuses an act hides its button.

export const ROLES = [
	'reader',
	'member',
	'executive',
	'officer',
	'approver',
	'performance lead',
	'administrator'
] as const;
export type Role = (typeof ROLES)[number];

export type Duty = 'owner' | 'deputy' | 'contributor' | 'approver' | 'deputy approver';

/** Who asks: absent for a reader who has not signed in. */
export interface Person {
	readonly id: string;
	readonly name: string;
	readonly roles: readonly Role[];
	/** Duties in force today, for an indicator or for every indicator of a theme. */
	readonly duties: readonly {
		readonly duty: Duty;
		readonly indicator: string | null;
		readonly theme: string | null;
	}[];
}

/** What the act is about; each act uses what it needs. */
export interface Subject {
	readonly indicator?: string;
	/** Themes of the indicator. */
	readonly themes?: readonly string[];
	/** Everyone who wrote any part of the version: none of them may approve it. */
	readonly authors?: readonly string[];
}

export type Act =
	| 'read published'
	| 'read restricted'
	| 'read drafts'
	| 'read audit'
	| 'enter value'
	| 'import values'
	| 'approve value'
	| 'correct value'
	| 'publish'
	| 'write commentary'
	| 'write action'
	| 'propose target'
	| 'approve target'
	| 'withdraw target'
	| 'propose catalogue change'
	| 'approve catalogue change'
	| 'edit framework'
	| 'set influence'
	| 'edit collection'
	| 'assign duties'
	| 'hand over duties'
	| 'manage users'
	| 'sign recipe'
	| 'hide cold spots';

/** Whether the person may do the act. Not signed in, not named, or not sure: no. */
export function may(person: Person | null, act: Act, subject: Subject = {}): boolean {
	if (act === 'read published') return true;
	if (!person) return false;
	switch (act) {
		case 'read restricted':
			return has(person, 'executive', 'approver', 'performance lead') || owns(person, subject);
		case 'read drafts':
			return has(person, 'executive', 'officer', 'approver', 'performance lead', 'administrator');
		case 'read audit':
			return has(person, 'approver', 'performance lead', 'administrator');
		case 'enter value':
		case 'import values':
		case 'correct value':
			return has(person, 'officer') && owns(person, subject);
		case 'write commentary':
		case 'write action':
			return has(person, 'performance lead') || (has(person, 'officer') && owns(person, subject));
		case 'propose target':
		case 'propose catalogue change':
			return has(person, 'performance lead') || (has(person, 'officer') && owns(person, subject));
		case 'approve value':
			return has(person, 'approver') && approves(person, subject) && isNotOwn(person, subject);
		case 'approve target':
		case 'approve catalogue change':
			return (
				(has(person, 'performance lead') ||
					(has(person, 'approver') && approves(person, subject))) &&
				isNotOwn(person, subject)
			);
		case 'withdraw target':
		case 'publish':
		case 'edit framework':
		case 'set influence':
		case 'edit collection':
		case 'sign recipe':
			return has(person, 'performance lead');
		case 'assign duties':
			return has(person, 'performance lead', 'administrator');
		case 'hand over duties':
			return person.duties.length > 0 || has(person, 'performance lead', 'administrator');
		case 'manage users':
		case 'hide cold spots':
			return has(person, 'administrator');
		default:
			return never(act);
	}
}

/** The sentence a person reads instead of a page or a button that is not theirs. */
export function refusal(act: Act): string {
	const [first, ...others] = NEEDED[act];
	const roles = [first, ...others].join(' or ');
	return `This needs the ${roles} role. Ask an administrator.`;
}

const NEEDED: Readonly<Record<Act, readonly [string, ...string[]]>> = {
	'read published': ['reader'],
	'read restricted': ['executive', 'approver', 'performance lead'],
	'read drafts': ['officer', 'approver', 'executive'],
	'read audit': ['approver', 'performance lead', 'administrator'],
	'enter value': ['officer'],
	'import values': ['officer'],
	'approve value': ['approver'],
	'correct value': ['officer'],
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
	'hand over duties': ['officer', 'approver', 'performance lead'],
	'manage users': ['administrator'],
	'sign recipe': ['performance lead'],
	'hide cold spots': ['administrator']
};

const has = (person: Person, ...roles: Role[]): boolean =>
	roles.some((role) => person.roles.includes(role));

const owns = (person: Person, subject: Subject): boolean =>
	holds(person, subject, ['owner', 'deputy', 'contributor']);

const approves = (person: Person, subject: Subject): boolean =>
	holds(person, subject, ['approver', 'deputy approver']);

function holds(person: Person, subject: Subject, duties: readonly Duty[]): boolean {
	return person.duties.some(
		({ duty, indicator, theme }) =>
			duties.includes(duty) &&
			((indicator !== null && indicator === subject.indicator) ||
				(theme !== null && (subject.themes ?? []).includes(theme)))
	);
}

const isNotOwn = (person: Person, { authors }: Subject): boolean =>
	authors !== undefined && !authors.includes(person.id);

function never(act: never): never {
	throw new Error(`No rule for ${String(act)}`);
}
