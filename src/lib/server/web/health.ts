import { isAnswering } from '../db/version.ts';
import type { Db } from '../db/client.ts';

// For operators and their monitors: does this process answer, does its database, and which version is
// it? Never kept, and nothing in it that a stranger may not know.

const PATIENCE_MS = 3000;

export const HEALTH = '/health';

/** 200 when the database answers in time, else 503. */
export async function health(db: Db, request: Request, version: string): Promise<Response> {
	const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return new Response(null, { status: 405, headers: { ...headers, allow: 'GET, HEAD' } });
	}
	const isUp = await answersInTime(db);
	const body = {
		status: isUp ? 'ok' : 'unavailable',
		database: isUp ? 'ok' : 'no answer',
		version
	};
	return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), {
		status: isUp ? 200 : 503,
		headers
	});
}

async function answersInTime(db: Db): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(() => resolve(false), PATIENCE_MS);
	});
	const answered = await Promise.race([isAnswering(db), late]);
	clearTimeout(timer);
	return answered;
}
