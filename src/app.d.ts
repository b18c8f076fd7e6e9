import type { Db } from '$lib/server/db/client.ts';
import type { Edition } from '$lib/domain/edition.ts';
import type { Person } from '$lib/domain/permission.ts';
import type { Log } from '$lib/server/log.ts';

declare global {
	namespace App {
		interface Locals {
			db: Db;
			log: Log;
			/** Who is signed in, with roles and duties; null for a public reader. */
			user: Person | null;
			/** The session that the request came with; null for a public reader. */
			session: string | null;
			/** The edition asked for by `?edition=`, or the latest: its instant goes into every query. */
			edition: Edition;
			/** True when an earlier edition than the latest is shown. */
			isEarlierEdition: boolean;
		}
		interface Error {
			message: string;
			/** Reference that the reader can quote and the log holds. */
			reference?: string;
			/** Fields of a form that came after the session had ended: its sender gets them back. */
			sent?: [name: string, value: string][];
		}
	}
}
export {};
