import { ROLES, type Role } from '../../domain/permission.ts';
import { Refusal } from '../refusal.ts';

// The council's directory: Microsoft Entra ID or any other OpenID provider.

export interface DirectorySettings {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What the button says. */
	readonly name: string;
	/** The claim of the id token that lists groups. */
	readonly groupsClaim: string;
	/** Which roles a group gives; the group `*` is everybody in the directory. */
	readonly roles: readonly { readonly group: string; readonly role: Role }[];
}

type Setting = (name: string) => string | undefined;

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'ORIGIN'] as const;
const SHARED_TENANT = /\/(common|organizations|consumers)(\/|$)/;

/** Reads the OIDC_ settings: all that are needed, or none. */
export function directorySettings(setting: Setting): DirectorySettings | undefined {
	const [issuer, clientId, clientSecret, origin] = NEEDED.map(setting);
	if (issuer === undefined && clientId === undefined && clientSecret === undefined) {
		return undefined;
	}
	if (!issuer || !clientId || !clientSecret || !origin) {
		const missing = NEEDED.filter((name) => !setting(name)).join(', ');
		throw new Refusal(`Sign-in with the directory needs ${missing} as well: set it, or no OIDC_.`);
	}
	return Object.freeze({
		issuer: checkedIssuer(issuer),
		clientId,
		clientSecret,
		name: setting('OIDC_NAME') ?? 'your council account',
		groupsClaim: setting('OIDC_GROUPS_CLAIM') ?? 'groups',
		roles: roleGroups(setting('OIDC_ROLE_GROUPS') ?? '')
	});
}

// A shared tenant would let anybody's directory claim an address of the council.
function checkedIssuer(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
	if (!url || (url.protocol !== 'https:' && !isLocal)) {
		throw new Refusal(`OIDC_ISSUER is "${text}": write the issuer's address with https://.`);
	}
	if (SHARED_TENANT.test(url.pathname)) {
		throw new Refusal(
			'OIDC_ISSUER names a shared tenant: use the address with the council’s own tenant id.'
		);
	}
	return text.replace(/\/$/, '');
}

function roleGroups(text: string): DirectorySettings['roles'] {
	const pairs = text.split(';').filter((pair) => pair.trim() !== '');
	return pairs.map((pair) => {
		const [group = '', role = ''] = pair.split('=').map((part) => part.trim());
		const known = ROLES.find((name) => name === role);
		if (group && known) return { group, role: known };
		throw new Refusal(
			`OIDC_ROLE_GROUPS has "${pair.trim()}": write group=role, with ; between them, and a role of ${ROLES.join(', ')}.`
		);
	});
}
