import { answerOfDirectory } from '$lib/server/auth/sign-in.ts';
import type { RequestHandler } from './$types';

/** Where the directory sends people back to. */
export const GET: RequestHandler = async (event) => {
	const answer = await answerOfDirectory(event);
	answer.headers.set('cache-control', 'private, no-store');
	return answer;
};
