import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { camelCased, type Db } from '../db/client.ts';
import { ADDRESS_HEADER } from './asking.ts';

export interface Wanted {
	readonly db: Db;
	readonly secret: string;
	/** The origin that readers use. */
	readonly origin: string;
}

const HOUR = 3600;

/**
 * better-auth on our own tables, for passwords, sessions and second factors. Nobody signs up by
 * themselves; who may come, and attempts, are ours (server/workflow/users.ts, auth/limit.ts).
 */
export function createAuth({ db, secret, origin }: Wanted) {
	return betterAuth({
		appName: 'Cohesion Tracker',
		baseURL: origin,
		secret,
		database: { db: camelCased(db), type: 'postgres' },
		emailAndPassword: { enabled: true, disableSignUp: true },
		user: { modelName: 'users' },
		session: { modelName: 'sessions', expiresIn: 12 * HOUR, updateAge: HOUR },
		account: { modelName: 'accounts' },
		verification: { modelName: 'verifications' },
		plugins: [twoFactor({ schema: { twoFactor: { modelName: 'two_factors' } } })],
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		logger: { disabled: true },
		advanced: {
			cookiePrefix: 'cohesion',
			useSecureCookies: origin.startsWith('https:'),
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] }
		}
	});
}

export type Auth = ReturnType<typeof createAuth>;
