import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

// A real OpenID provider on the loopback address, with people whose groups a test may change. It signs
// whoever is named in the request in at once: what is tested is our side of the exchange.

export interface DirectoryPerson {
	sub: string;
	email?: string;
	preferred_username?: string;
	email_verified?: boolean;
	name: string;
	groups: string[];
}

export interface Directory {
	issuer: string;
	people: Map<string, DirectoryPerson>;
	/** Follows our redirect as somebody's browser would; returns the address it is sent back to. */
	signIn(start: string, sub: string): Promise<string>;
	close(): Promise<void>;
}

export const CLIENT = { id: 'cohesion', secret: 'a client secret for tests' };

/** Starts the provider; its answers go to `callback`. */
export async function startDirectory(callback: string): Promise<Directory> {
	const people = new Map<string, DirectoryPerson>();
	const { server, issuer } = await listen();
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const provider = new Provider(issuer, {
		clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
		pkce: { required: () => true },
		scopes: ['openid', 'profile', 'email'],
		claims: {
			openid: ['sub', 'groups', 'email', 'email_verified', 'name', 'preferred_username']
		},
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false } },
		cookies: { keys: ['for tests'] },
		jwks: { keys: [privateKey.export({ format: 'jwk' })] },
		ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
		findAccount: (_: unknown, id: string) => {
			const person = people.get(id);
			return person && { accountId: id, claims: () => ({ ...person }) };
		},
		interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` }
	} as never);
	server.on('request', (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
		const sub = String(request.headers['x-person']);
		return approve(provider, request, response, sub);
	});
	return {
		issuer,
		people,
		signIn: (start, sub) => follow(start, sub, callback),
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

async function listen(): Promise<{ server: Server; issuer: string }> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

type Parameters3 = Parameters<InstanceType<typeof Provider>['interactionDetails']>;

async function approve(
	provider: Provider,
	request: Parameters3[0],
	response: Parameters3[1],
	sub: string
): Promise<void> {
	const { params } = await provider.interactionDetails(request, response);
	const grant = new provider.Grant({ accountId: sub, clientId: String(params['client_id']) });
	grant.addOIDCScope('openid profile email');
	const grantId = await grant.save();
	await provider.interactionFinished(request, response, {
		login: { accountId: sub },
		consent: { grantId }
	});
}

async function follow(start: string, sub: string, callback: string): Promise<string> {
	const jar = new Map<string, string>();
	let at = start;
	for (let hop = 0; hop < 10; hop++) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(at, {
			redirect: 'manual',
			headers: { cookie, 'x-person': sub }
		});
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
		}
		const location = response.headers.get('location');
		if (!location) throw new Error(`${response.status} ${at}: ${await response.text()}`);
		at = new URL(location, at).href;
		if (at.startsWith(callback)) return at;
	}
	throw new Error('the directory sends in circles');
}
