import { may, type Act, type Person } from '../domain/permission.ts';
import type { MenuItem } from './menu.ts';

// What signed-in people come for, below the main menu; each link only for who may. At most six: what
// the footer leads to (catalogue, frameworks) is not said twice.
const work: readonly (MenuItem & { readonly act: Act })[] = [
	{ href: '/returns', label: 'My work', act: 'read drafts' },
	{ href: '/approvals', label: 'To approve', act: 'read drafts' },
	{ href: '/targets', label: 'Targets', act: 'read drafts' },
	{ href: '/duties', label: 'Duties', act: 'read drafts' },
	{ href: '/users', label: 'Users', act: 'manage users' },
	{ href: '/audit', label: 'Audit', act: 'read audit' }
];

/** The links to a person's work. */
export const workOf = (person: Person): MenuItem[] =>
	work.filter(({ act }) => may(person, act)).map(({ href, label }) => ({ href, label }));
