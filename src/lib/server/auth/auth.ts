import { readConfig, type Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import { createAuth, type Auth } from './create.ts';
import { authSecret } from './secret.ts';

// One better-auth for a database and a kind of connection: its cookies are secure or not for good.

interface Kept {
	readonly secret: string;
	readonly origin: string | undefined;
	readonly made: WeakMap<Db, Map<string, Auth>>;
}

let kept: Kept | undefined;

/** Takes the settings; called once at the start (tests call it with their own). */
export function configureAuth(config: Config): void {
	kept = { secret: authSecret(config), origin: config.origin, made: new WeakMap() };
}

/** better-auth for a request's database and connection. */
export function authOf({ locals, url }: { locals: { db: Db }; url: URL }): Auth {
	if (!kept) configureAuth(readConfig());
	const { secret, origin, made } = kept as Kept;
	const used = origin ?? `${url.protocol}//localhost`;
	const ofDatabase = made.get(locals.db) ?? new Map<string, Auth>();
	made.set(locals.db, ofDatabase);
	const auth = ofDatabase.get(used) ?? createAuth({ db: locals.db, secret, origin: used });
	ofDatabase.set(used, auth);
	return auth;
}
