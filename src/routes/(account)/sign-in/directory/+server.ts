import { error, redirect } from '@sveltejs/kit';
import { localPath } from '$lib/domain/local-path.ts';
import { startAtDirectory } from '$lib/server/auth/sign-in.ts';
import { Refused } from '$lib/server/workflow/refused.ts';
import type { RequestHandler } from './$types';

// A link and not a form: the content security policy lets forms go nowhere but here.
export const GET: RequestHandler = async (event) => {
	const to = localPath(event.url.searchParams.get('to'));
	const page = await startAtDirectory(event, to, new Date()).catch((refused: unknown) => {
		if (refused instanceof Refused) error(503, refused.message);
		throw refused;
	});
	redirect(303, page);
};
