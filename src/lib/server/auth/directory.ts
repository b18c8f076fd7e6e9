import { AsyncLocalStorage } from 'node:async_hooks';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Role } from '../../domain/permission.ts';
import type { Db } from '../db/client.ts';
import * as users from '../db/users.ts';
import { followRoles, welcome } from '../workflow/directory.ts';
import type { DirectorySettings } from './directory-settings.ts';

/** The directory's name in `accounts` and in its callback address. */
export const DIRECTORY = 'directory';

// What the verified id token said, for as long as its sign-in is handled.
const said = new AsyncLocalStorage<{ roles: readonly Role[] }>();

/** Handles the answer of the directory. */
export const handleAnswer = (handle: () => Promise<Response>): Promise<Response> =>
	said.run({ roles: [] }, handle);

interface Claims {
	sub?: unknown;
	email?: unknown;
	email_verified?: unknown;
	preferred_username?: unknown;
	name?: unknown;
	[claim: string]: unknown;
}

/**
 * The directory as a provider. Signature, issuer, audience and nonce of the id token are verified
 * before `getUserInfo` sees it; an answer without one is refused.
 */
export function directoryPlugin(db: Db, settings: DirectorySettings) {
	return genericOAuth({
		config: [
			{
				providerId: DIRECTORY,
				name: settings.name,
				discoveryUrl: `${settings.issuer}/.well-known/openid-configuration`,
				requireIdTokenVerification: true,
				clientId: settings.clientId,
				clientSecret: settings.clientSecret,
				scopes: ['openid', 'profile', 'email'],
				pkce: true,
				// Who may come is decided in `welcome`.
				disableSignUp: true,
				getUserInfo: async ({ idToken }) => {
					const claims = idToken ? claimsOf(idToken) : undefined;
					const person = claims && personIn(claims);
					const handled = said.getStore();
					if (!person || !handled) return null;
					handled.roles = rolesFor(groupsIn(claims, settings.groupsClaim), settings);
					await welcome(db, { ...person, roles: handled.roles }, new Date());
					return { ...person, id: person.subject, emailVerified: true };
				}
			}
		]
	});
}

/** Brings the roles of whoever comes from the directory up to date; false when none is left. */
export async function rolesAtSignIn(db: Db, user: string, now: Date): Promise<boolean> {
	const handled = said.getStore();
	if (!handled) return true;
	const mayCome = await followRoles(db, { user, roles: handled.roles }, now);
	if (mayCome) await users.cameIn(db, user, now);
	return mayCome;
}

/** The roles that groups give. */
export function rolesFor(
	groups: readonly string[],
	{ roles }: Pick<DirectorySettings, 'roles'>
): Role[] {
	const given = roles.filter(({ group }) => group === '*' || groups.includes(group));
	return [...new Set(given.map(({ role }) => role))];
}

// The payload of a token that has been verified.
function claimsOf(idToken: string): Claims | undefined {
	const [, payload = ''] = idToken.split('.');
	return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}

// Entra ID gives no `email` unless asked to; its user name is an address.
function personIn({ sub, email, email_verified, preferred_username, name }: Claims) {
	const address = [email, preferred_username].find(
		(text): text is string => typeof text === 'string' && text.includes('@')
	);
	if (typeof sub !== 'string' || address === undefined || email_verified === false)
		return undefined;
	const called = typeof name === 'string' && name !== '' ? name : address;
	return { subject: sub, sub, email: address.toLowerCase(), name: called.slice(0, 100) };
}

const groupsIn = (claims: Claims, claim: string): string[] => {
	const listed = claims[claim];
	return Array.isArray(listed) ? listed.filter((group) => typeof group === 'string') : [];
};
