import { lookup } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isPublicAddress, WRONG_WORDS, wrongWith } from '../../domain/connector/public-address.ts';
import { PullFailed } from './failed.ts';

// The one way out. A name is resolved once, every address that it has must be public, and the request
// then goes to that very address: a second answer of the name server cannot lead it elsewhere. There is
// no setting that opens it; tests pass a network of their own in code.

export interface Network {
	/** Answers come from the real services. */
	readonly isLive: boolean;
	/** Where a request for the address goes; throws when it must not go there. */
	reach(url: URL): Promise<Reached>;
	now(): Date;
	/** 0 to 1. */
	chance(): number;
	sleep(ms: number): Promise<void>;
	readonly patience: Patience;
	/** Who we say we are: services ask for a name and a way to reach us (developer.ons.gov.uk/bots). */
	readonly agent: string;
}

export interface Reached {
	readonly protocol: 'https:' | 'http:';
	readonly address: string;
	readonly port: number;
}

export interface Patience {
	/** For a whole answer. */
	readonly wholeMs: number;
	/** For the next bytes of it. */
	readonly idleMs: number;
	readonly mostBytes: number;
}

export type Resolve = (host: string) => Promise<readonly string[]>;

const HTTPS = 443;
const MB = 1024 * 1024;

/**
 * The public internet by https, and nothing else.
 * @param origin our own address, for those who run the services
 */
export const publicNetwork = (origin?: string, resolve: Resolve = resolved): Network => ({
	isLive: true,
	agent: `CohesionTracker/0.1${origin ? ` (+${origin})` : ''}`,
	reach: (url) => reachPublic(url, resolve),
	now: () => new Date(),
	chance: Math.random,
	sleep: (ms) => pause(ms),
	patience: { wholeMs: 120_000, idleMs: 30_000, mostBytes: 50 * MB }
});

export async function reachPublic(url: URL, resolve: Resolve): Promise<Reached> {
	const wrong = wrongWith(url.href);
	if (wrong) throw new PullFailed(WRONG_WORDS[wrong]);
	const addresses = await resolve(url.hostname);
	const [first] = addresses;
	if (first === undefined) throw new PullFailed(unknown(url.hostname));
	if (!addresses.every(isPublicAddress)) {
		throw new PullFailed(
			`${url.hostname} leads into a private network. Only public servers are asked.`
		);
	}
	return { protocol: 'https:', address: first, port: HTTPS };
}

async function resolved(host: string): Promise<string[]> {
	try {
		// Every network here has IPv4, not every one IPv6.
		return (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);
	} catch {
		throw new PullFailed(unknown(host));
	}
}

const unknown = (host: string): string =>
	`No server with the name ${host} was found. Check the address, and that this machine may reach the internet.`;
