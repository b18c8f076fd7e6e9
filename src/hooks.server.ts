import { building, dev } from '$app/environment';
import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { version } from '../package.json';
import { configureAuth } from '$lib/server/auth/auth.ts';
import { loggedPath, mustSignIn, wayIn } from '$lib/server/auth/gate.ts';
import { signedIn } from '$lib/server/auth/session.ts';
import { connection } from '$lib/server/boot.ts';
import { createPageCache } from '$lib/server/cache/pages.ts';
import { hasSession, keyOf, mayAnswer } from '$lib/server/cache/rules.ts';
import { readConfig, type Config } from '$lib/server/config.ts';
import { configurePulls } from '$lib/server/connectors/means.ts';
import { publicNetwork } from '$lib/server/connectors/network.ts';
import type { Db } from '$lib/server/db/client.ts';
import { resetInterrupted } from '$lib/server/db/import-steps.ts';
import { endInterrupted } from '$lib/server/db/pulls.ts';
import { startHeadLog } from '$lib/server/head-log.ts';
import { createLog, type Log } from '$lib/server/log.ts';
import { current } from '$lib/server/publication.ts';
import { startReleases } from '$lib/server/release-clock.ts';
import { startReminders } from '$lib/server/reminder-clock.ts';
import { compressOnce } from '$lib/server/web/compress.ts';
import { isReadable, UNREADABLE } from '$lib/server/web/address.ts';
import { shownEdition } from '$lib/server/web/edition.ts';
import { refuseBroken } from '$lib/server/web/form.ts';
import { illustrated } from '$lib/server/web/illustrate.ts';
import { health, HEALTH } from '$lib/server/web/health.ts';
import { Problem, refuse, wrongParameters } from '$lib/server/web/problem.ts';
import { secure } from '$lib/server/web/secure.ts';

const CACHE_BYTES = 64 * 1024 * 1024;
/** Whoever has signed in may see more: neither a browser nor a proxy keeps their pages. */
const PRIVATE = 'private, no-store';

// Filled by `init`, not here: the build imports this module and must not open the database.
let db: Db;
let log: Log;
let readers: Config['readers'];
const pages = createPageCache(CACHE_BYTES);

export const init: ServerInit = async () => {
	if (building) return;
	const config = readConfig();
	log = createLog(config.logLevel);
	configureAuth(config);
	configurePulls({ network: publicNetwork(config.origin), nomisUid: config.nomisUid });
	readers = config.readers;
	({ db } = await connection(config));
	await startHeadLog(db, log);
	const interrupted = await resetInterrupted(db);
	if (interrupted > 0)
		log.info('imports cut off by the last end wait to be read again', { interrupted });
	const cutOff = await endInterrupted(db, new Date());
	if (cutOff > 0) log.info('pulls cut off by the last end may be asked for again', { cutOff });
	startReleases(db, log);
	startReminders(db, config, log);
};

const connect: Handle = ({ event, resolve }) => {
	event.locals.db = db;
	event.locals.log = log;
	event.locals.user = null;
	event.locals.session = null;
	if (event.request.method === 'POST') refuseBroken(event.request);
	return resolve(event);
};

const authenticate: Handle = async ({ event, resolve }) => {
	const found = await signedIn(event, new Date());
	event.locals.user = found?.person ?? null;
	event.locals.session = found?.session ?? null;
	return resolve(event);
};

// Before the page cache: what is for people who signed in must not come out of it.
const admit: Handle = ({ event, resolve }) =>
	mustSignIn(event, readers) ? wayIn(event) : resolve(event);

const record: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await resolve(event);
	log.debug('request', {
		method: event.request.method,
		path: loggedPath(event.url.pathname),
		status: response.status,
		ms: Math.round(performance.now() - started)
	});
	return response;
};

const protect: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	secure(response.headers, event.url.pathname);
	if (hasSession(event.request.headers)) response.headers.set('cache-control', PRIVATE);
	return response;
};

// Before anything that asks the database or keeps answers.
const watch: Handle = ({ event, resolve }) => {
	if (event.url.pathname === HEALTH) return health(db, event.request, version);
	if (isReadable(event.url)) return resolve(event);
	if (!event.url.pathname.startsWith('/api/')) return error(400, UNREADABLE);
	return refuse(new Problem(400, UNREADABLE), event.url);
};

const remember: Handle = async ({ event, resolve }) => {
	const { request, url } = event;
	const accept = request.headers.get('accept-encoding');
	if (dev || event.isSubRequest || !mayAnswer(request)) {
		return compressOnce(await resolve(event), accept);
	}
	const { stamp } = await current(db);
	// A data request has the page's own path by now: the two must not share a key.
	const key = `${event.isDataRequest ? 'data ' : ''}${keyOf(url)}`;
	const asked = { key, stamp, request, render: async () => resolve(event) };
	return compressOnce(await pages.respond(asked), accept);
};

// Inside the page cache: what is kept has its notice.
const illustrate: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { edition } = event.locals;
	return illustrated(response, edition?.notice, event.url.pathname);
};

const dateTheFigures: Handle = async ({ event, resolve }) => {
	const { editions } = await current(db);
	const shown = shownEdition(editions, event.url.searchParams.get('edition'));
	switch (shown.kind) {
		case 'shown':
			event.locals.edition = shown.edition;
			event.locals.isEarlierEdition = shown.isEarlier;
			return resolve(event);
		case 'unknown':
			if (!event.url.pathname.startsWith('/api/')) return error(404, shown.message);
			return refuse(wrongParameters([{ parameter: 'edition', detail: shown.message }]), event.url);
		case 'nothing published':
			return error(503, 'No figures have been loaded yet. Stop the server and run npm start.');
	}
};

export const handle = sequence(
	connect,
	record,
	protect,
	watch,
	authenticate,
	admit,
	remember,
	illustrate,
	dateTheFigures
);

export const handleError: HandleServerError = ({ error: fault, event, status, message }) => {
	if (status < 500) return { message };
	const reference = crypto.randomUUID().slice(0, 8);
	log.error('request failed', { reference, path: loggedPath(event.url.pathname), status, fault });
	return { message: 'Something went wrong on our side.', reference };
};
