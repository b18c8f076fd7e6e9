import { readConfig, type Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import { createAuth, type Auth } from './create.ts';
import type { DirectorySettings } from './directory-settings.ts';
import type { MailSettings } from '../mail-settings.ts';
import { authSecret } from './secret.ts';

// One better-auth for a database and a kind of connection: its cookies are secure or not for good.
// The one that knows the directory is apart: while the directory cannot be reached, it waits, and
// nobody else's request may wait with it.

type Settings = Pick<Config, 'authSecret' | 'dataDir' | 'origin' | 'directory' | 'mail'>;

interface Kept {
	readonly settings: Settings;
	readonly made: WeakMap<Db, Map<string, Auth>>;
}

interface Asking {
	readonly locals: { readonly db: Db };
	readonly url: URL;
}

let kept: Kept | undefined;

/** Takes the settings; called once at the start (tests call it with their own). */
export function configureAuth(settings: Settings): void {
	kept = { settings, made: new WeakMap() };
}

/** better-auth for a request's database and connection. */
export const authOf = (asking: Asking): Auth => find(asking, undefined);

/** The same with the council's directory; nothing where none is set. */
export function directoryAuthOf(asking: Asking): Auth | undefined {
	const directory = directorySettings();
	return directory && find(asking, directory);
}

/** The directory to sign in with, if there is one. */
export const directorySettings = (): DirectorySettings | undefined => held().settings.directory;

/** Where letters are sent through, if links can be sent at all. */
export const mailSettings = (): MailSettings | undefined => held().settings.mail;

/** The address that readers use, for links to this site. */
export const originOf = (url: URL): string => held().settings.origin ?? url.origin;

function held(): Kept {
	if (!kept) configureAuth(readConfig());
	return kept as Kept;
}

function find({ locals, url }: Asking, directory: DirectorySettings | undefined): Auth {
	const { settings, made } = held();
	const { origin = `${url.protocol}//localhost` } = settings;
	const ofDatabase = made.get(locals.db) ?? new Map<string, Auth>();
	made.set(locals.db, ofDatabase);
	const key = `${origin} ${directory?.issuer ?? ''}`;
	const make = () => createAuth({ db: locals.db, secret: authSecret(settings), origin, directory });
	const auth = ofDatabase.get(key) ?? make();
	ofDatabase.set(key, auth);
	return auth;
}
