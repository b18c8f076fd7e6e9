import { ROLES, type Role } from '$lib/domain/permission.ts';

/** What each role may do, in a few words beside its box. */
export const roleWords: Readonly<Record<Role, string>> = {
	reader: 'reads what is published; needed only where reading needs an account',
	member: 'elected member: reads what is published',
	executive: 'also reads drafts and restricted indicators',
	officer: 'enters and explains figures of their indicators',
	approver: 'approves what others entered for their indicators',
	'performance lead': 'targets, frameworks, catalogue, publishing',
	administrator: 'accounts and roles; sees no drafts of figures by itself'
};

export const roleChoices = (held: readonly Role[] = [], fixed: readonly Role[] = []) =>
	ROLES.map((role) => ({
		role,
		words: roleWords[role],
		isHeld: held.includes(role),
		isFixed: fixed.includes(role)
	}));

/** The roles ticked in a form; anything else in it is left out. */
export const rolesIn = (form: FormData): Role[] =>
	ROLES.filter((role) => form.getAll('roles').includes(role));
