import { isAbsolute, resolve } from 'node:path';
import { env as ambient } from 'node:process';
import { isLogLevel, LOG_LEVELS, type LogLevel } from './log.ts';
import { directorySettings, type DirectorySettings } from './auth/directory-settings.ts';
import { mailSettings, type MailSettings } from './mail-settings.ts';
import { Refusal } from './refusal.ts';

// The environment is read, checked and frozen here and nowhere else. docs/operations.md has the
// same settings as a table. An empty setting counts as absent.

export interface Config {
	/** 0 takes any free port. */
	readonly port: number;
	readonly host: string;
	/** Absent: the embedded database in `dataDir`. */
	readonly databaseUrl: string | undefined;
	/** The role that owns the schema, where the running role must not. */
	readonly migrateDatabaseUrl: string | undefined;
	readonly dataDir: string;
	readonly origin: string | undefined;
	readonly trustProxy: boolean;
	readonly logLevel: LogLevel;
	/** Signs sessions and encrypts second factors; absent: made once and kept in `dataDir`. */
	readonly authSecret: string | undefined;
	/** Who may read: everybody, or people who have signed in. */
	readonly readers: 'public' | 'signed-in';
	/** Absent: links are shown to the administrator instead of being sent. */
	readonly mail: MailSettings | undefined;
	/** The council's directory; absent: e-mail and password only. */
	readonly directory: DirectorySettings | undefined;
	/** Our key at Nomis; absent: its figures are asked for as a guest. */
	readonly nomisUid: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULTS = { port: '3000', host: '127.0.0.1', dataDir: '.data', logLevel: 'info' };

const DEMO_DIR = '.demo';

/** Reads and checks the settings; throws a `Refusal` that names the first wrong one. */
export function readConfig(env: Environment = ambient): Config {
	const setting = (name: string) => env[name]?.trim() || undefined;
	const dataDir = setting('DATA_DIR') ?? DEFAULTS.dataDir;
	return Object.freeze({
		port: port(setting('PORT') ?? DEFAULTS.port),
		host: host(setting('HOST') ?? DEFAULTS.host),
		databaseUrl: databaseUrl('DATABASE_URL', setting('DATABASE_URL')),
		migrateDatabaseUrl: migrateUrl(setting('MIGRATE_DATABASE_URL'), setting('DATABASE_URL')),
		dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
		origin: origin(setting('ORIGIN')),
		trustProxy: flag('TRUST_PROXY', setting('TRUST_PROXY')),
		logLevel: logLevel(setting('LOG_LEVEL') ?? DEFAULTS.logLevel),
		authSecret: authSecret(setting('AUTH_SECRET')),
		readers: readers(setting('READERS') ?? 'public'),
		mail: mailSettings(setting),
		directory: directorySettings(setting),
		nomisUid: nomisUid(setting('NOMIS_UID'))
	});
}

/** Settings of the demonstration: a folder of its own unless one is given. */
export function readDemoConfig(env: Environment = ambient): Config {
	return readConfig({ ...env, DATA_DIR: env['DATA_DIR']?.trim() || DEMO_DIR });
}

/** The same settings with the role that may change the schema. */
export function forMigration(config: Config): Config {
	return { ...config, databaseUrl: config.migrateDatabaseUrl ?? config.databaseUrl };
}

/**
 * What adapter-node's request handler reads from the environment, set before it is imported. Our
 * own server writes these headers itself on each request, so they can be relied on.
 */
export function tellHandler(config: Config): void {
	ambient['NODE_ENV'] = 'production';
	// It reads the settings anew: the folder must be the one that was prepared.
	ambient['DATA_DIR'] = config.dataDir;
	ambient['PROTOCOL_HEADER'] = 'x-forwarded-proto';
	ambient['HOST_HEADER'] = 'x-forwarded-host';
	ambient['ADDRESS_HEADER'] = 'x-forwarded-for';
	ambient['XFF_DEPTH'] = '1';
	// Files of up to 50 MB are imported; every other page takes less, which our own server sees to
	// (cli/body-limit.ts). The handler's own limit is 512 kB.
	ambient['BODY_SIZE_LIMIT'] = '52M';
	delete ambient['PORT_HEADER'];
	if (config.origin) ambient['ORIGIN'] = config.origin;
	else delete ambient['ORIGIN'];
}

/** The environment for a child process, with changes; undefined takes a setting away. */
export function environmentWith(changes: Environment): Record<string, string | undefined> {
	return { ...ambient, ...changes };
}

/** Settings that only tests and measuring programs read. */
export function readToolSettings(env: Environment = ambient) {
	return Object.freeze({
		chromiumPath: env['CHROMIUM_PATH'] || undefined,
		testDatabaseUrl: env['TEST_DATABASE_URL'] || undefined
	});
}

function nomisUid(text: string | undefined): string | undefined {
	if (text === undefined || /^0x[0-9a-f]{16,80}$/i.test(text)) return text;
	throw new Refusal(
		'NOMIS_UID is not a key of Nomis: set it to the unique id of the account there, which begins with 0x, or leave it out.'
	);
}

function port(text: string): number {
	const number = Number(text);
	if (/^\d+$/.test(text) && number <= 65_535) return number;
	throw new Refusal(
		`PORT is "${text}", which is not a port: set it to a whole number from 1 to 65535, or leave it out for ${DEFAULTS.port}.`
	);
}

function host(text: string): string {
	if (/^[a-z0-9.:_-]+$/i.test(text) && !/^[a-z]+:/i.test(text)) return text;
	throw new Refusal(
		`HOST is "${text}", which is not an address to listen on: set it to a host name or an address such as 127.0.0.1 or 0.0.0.0, without http:// and without a port.`
	);
}

// The address itself is not repeated: it may hold a password.
function databaseUrl(name: string, text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text;
	throw new Refusal(
		`${name} is not the address of a PostgreSQL database: write it as postgres://user:password@host:5432/database, or leave it out to use the embedded database.`
	);
}

function migrateUrl(text: string | undefined, running: string | undefined): string | undefined {
	if (text !== undefined && running === undefined) {
		throw new Refusal(
			'MIGRATE_DATABASE_URL is set but DATABASE_URL is not: set both to addresses of the same PostgreSQL database, or neither.'
		);
	}
	return databaseUrl('MIGRATE_DATABASE_URL', text);
}

function origin(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin) {
		return url.origin;
	}
	throw new Refusal(
		`ORIGIN is "${text}", which is not the address readers use: write it as https://cohesion.example.org, without a path.`
	);
}

function flag(name: string, text: string | undefined): boolean {
	if (text === undefined || text === '0' || text === 'false') return false;
	if (text === '1' || text === 'true') return true;
	throw new Refusal(`${name} is "${text}": set it to 1 or 0, or leave it out for 0.`);
}

function logLevel(text: string): LogLevel {
	if (isLogLevel(text)) return text;
	throw new Refusal(`LOG_LEVEL is "${text}": set it to one of ${LOG_LEVELS.join(', ')}.`);
}

// Never repeated in a message: it is the secret.
function authSecret(text: string | undefined): string | undefined {
	if (text === undefined || text.length >= 32) return text;
	throw new Refusal(
		'AUTH_SECRET is too short: set it to at least 32 random characters (openssl rand -base64 32), or leave it out to have one made.'
	);
}

function readers(text: string): Config['readers'] {
	if (text === 'public' || text === 'signed-in') return text;
	throw new Refusal(`READERS is "${text}": set it to public or signed-in.`);
}
