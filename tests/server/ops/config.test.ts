import { describe, expect, it } from 'vitest';
import { forMigration, readConfig } from '../../../src/lib/server/config.ts';
import { Refusal } from '../../../src/lib/server/refusal.ts';

describe('settings', () => {
	it('have defaults that serve this machine only', () => {
		expect(readConfig({})).toMatchObject({
			port: 3000,
			host: '127.0.0.1',
			databaseUrl: undefined,
			dataDir: expect.stringMatching(/[\\/]\.data$/),
			trustProxy: false,
			logLevel: 'info'
		});
	});

	it('count as absent when empty', () => {
		expect(readConfig({ PORT: '', DATABASE_URL: ' ', ORIGIN: '' })).toEqual(readConfig({}));
	});

	it('are frozen', () => {
		expect(Object.isFrozen(readConfig({}))).toBe(true);
	});

	it('let another role change the schema', () => {
		const config = readConfig({
			DATABASE_URL: 'postgres://run@db/cohesion',
			MIGRATE_DATABASE_URL: 'postgres://own@db/cohesion'
		});
		expect(forMigration(config).databaseUrl).toBe('postgres://own@db/cohesion');
		expect(forMigration(readConfig({ DATABASE_URL: 'postgres://run@db/c' })).databaseUrl).toBe(
			'postgres://run@db/c'
		);
	});

	it.each([
		[{ PORT: '99999' }, /^PORT is "99999"/],
		[{ PORT: '3000a' }, /^PORT is "3000a"/],
		[{ PORT: '-1' }, /^PORT is "-1"/],
		[{ HOST: 'http://0.0.0.0' }, /^HOST is/],
		[{ HOST: 'local host' }, /^HOST is/],
		[{ DATABASE_URL: 'mysql://db/cohesion' }, /^DATABASE_URL is not the address/],
		[{ DATABASE_URL: 'postgres://db' }, /^DATABASE_URL is not the address/],
		[{ MIGRATE_DATABASE_URL: 'postgres://db/c' }, /DATABASE_URL is not:/],
		[{ ORIGIN: 'cohesion.example.org' }, /^ORIGIN is/],
		[{ ORIGIN: 'https://example.org/tracker' }, /^ORIGIN is/],
		[{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY is "yes"/],
		[{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud"/]
	])('%o stop the start with one sentence', (env, sentence) => {
		const message = refusalOf(() => readConfig(env));
		expect(message).toMatch(sentence);
		expect(message.match(/\.(\s|$)/g)).toHaveLength(1);
	});

	it('never repeat a password', () => {
		const env = { DATABASE_URL: 'mysql://anna:secret@db/cohesion' };
		expect(refusalOf(() => readConfig(env))).not.toContain('secret');
	});
});

function refusalOf(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		if (error instanceof Refusal) return error.message;
		throw error;
	}
	throw new Error('was not refused');
}
