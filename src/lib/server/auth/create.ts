import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { camelCased, type Db } from '../db/client.ts';
import * as users from '../db/users.ts';
import { ADDRESS_HEADER } from './asking.ts';
import { DIRECTORY, directoryPlugin, rolesAtSignIn } from './directory.ts';
import type { DirectorySettings } from './directory-settings.ts';
import { LIMITS, mayTry } from './limit.ts';

export interface Wanted {
	readonly db: Db;
	readonly secret: string;
	/** The origin that readers use. */
	readonly origin: string;
	readonly directory?: DirectorySettings | undefined;
}

const HOUR = 3600;
const VERIFY_CODE = '/two-factor/verify-totp';

/**
 * better-auth on our own tables, for passwords, sessions and second factors. Nobody signs up by
 * themselves: accounts are made in server/workflow. Attempts are counted in auth/limit.ts.
 */
export function createAuth({ db, secret, origin, directory }: Wanted) {
	return betterAuth({
		appName: 'Cohesion Tracker',
		baseURL: origin,
		secret,
		database: { db: camelCased(db), type: 'postgres' },
		emailAndPassword: { enabled: true, disableSignUp: true },
		user: { modelName: 'users' },
		session: { modelName: 'sessions', expiresIn: 12 * HOUR, updateAge: HOUR },
		// The directory's word for an address is taken: an administrator wrote ours.
		account: {
			modelName: 'accounts',
			updateAccountOnSignIn: false,
			accountLinking: { trustedProviders: [DIRECTORY], requireLocalEmailVerified: false }
		},
		verification: { modelName: 'verifications' },
		plugins: [
			twoFactor({ schema: { twoFactor: { modelName: 'two_factors' } } }),
			...(directory ? [directoryPlugin(db, directory)] : [])
		],
		databaseHooks: {
			session: { create: { before: async ({ userId }) => mayComeIn(db, userId) } },
			account: { create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) } }
		},
		hooks: { before: createAuthMiddleware(async (ctx) => refuseUsedCode(db, ctx)) },
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

// We ask the directory nothing after the sign-in: its tokens are not kept.
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

async function mayComeIn(db: Db, user: string): Promise<boolean> {
	const account = await users.find(db, { id: user });
	return !!account && !account.disabledAt && rolesAtSignIn(db, user, new Date());
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

// better-auth takes a code for as long as it is valid; whoever looked over a shoulder must not.
async function refuseUsedCode(db: Db, ctx: Context): Promise<void> {
	if (ctx.path !== VERIFY_CODE) return;
	const { name } = ctx.context.createAuthCookie('two_factor');
	const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
	if (!challenge) return;
	const pending = await ctx.context.internalAdapter.findVerificationValue(challenge);
	const code = String((ctx.body as { code?: unknown } | undefined)?.code);
	if (pending && !(await mayTry(db, ['code', pending.value, code], LIMITS.code, new Date()))) {
		throw new APIError('UNAUTHORIZED', { message: 'Code already used' });
	}
}
