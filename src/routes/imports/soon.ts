import type { Log } from '$lib/server/log.ts';

const A_MOMENT = 1_500;

/** Waits a moment for a short file, so that its result is on the next page; a long one goes on by itself. */
export async function soon(reading: Promise<void>, log: Log): Promise<void> {
	const told = reading.catch((fault: unknown) =>
		log.error('an import could not be read', { fault })
	);
	await Promise.race([told, new Promise((resolve) => setTimeout(resolve, A_MOMENT))]);
}
