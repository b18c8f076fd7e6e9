import { error } from '@sveltejs/kit';
import type { Db } from '$lib/server/db/client.ts';
import * as frameworks from '$lib/server/db/frameworks.ts';
import type { Framework } from '$lib/server/db/frameworks.ts';

/** The framework of an address, or the way to the list of them. */
export async function found(db: Db, code: string): Promise<Framework> {
	const framework = await frameworks.byCode(db, code.toLowerCase());
	return (
		framework ??
		error(404, `There is no framework “${code}”. The page /frameworks lists all of them.`)
	);
}
