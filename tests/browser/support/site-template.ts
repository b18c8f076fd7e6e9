import { cpSync } from 'node:fs';
import { temporaryFolder } from '../../../src/cli/chromium.ts';
import {
	type Environment,
	environmentWith,
	readConfig,
	readToolSettings
} from '../../../src/lib/server/config.ts';
import { prepare } from '../../../src/lib/server/prepare.ts';
import { administer, urlOf } from '../../support/server-templates.ts';

// Every site of the journeys starts from one filled database: filling it takes ten seconds, copying it
// one. On the embedded database that is a folder; with TEST_DATABASE_URL a database of that server.

export interface SiteTemplate {
	folder: string;
	/** Its name on the server of TEST_DATABASE_URL; null on the embedded database. */
	database: string | null;
}

export interface OwnSite {
	/** What a server of its own is started with. */
	settings: Environment;
	remove(): Promise<void>;
}

const quiet = (folder: string, url: string | undefined): Environment => ({
	...{ DATA_DIR: folder, DATABASE_URL: url, MIGRATE_DATABASE_URL: undefined },
	LOG_LEVEL: 'error'
});

export async function makeSiteTemplate(): Promise<SiteTemplate & { remove(): Promise<void> }> {
	const { testDatabaseUrl: server } = readToolSettings();
	const folder = temporaryFolder('journeys-template');
	const database = server ? `journeys_${process.pid}_template` : null;
	if (server && database) await administer(server, `create database ${database}`);
	const url = server && database ? urlOf(server, database) : undefined;
	await prepare(readConfig(environmentWith(quiet(folder.path, url))), () => {});
	const remove = async () => {
		if (server) await administer(server, `drop database ${database} with (force)`);
		folder.remove();
	};
	return { folder: folder.path, database, remove };
}

/** A copy that one site may change as it likes. */
export async function copySite(template: SiteTemplate, name: string): Promise<OwnSite> {
	const { testDatabaseUrl: server } = readToolSettings();
	const folder = temporaryFolder(name);
	cpSync(template.folder, folder.path, { recursive: true });
	if (!server || !template.database) {
		return { settings: quiet(folder.path, undefined), remove: async () => folder.remove() };
	}
	const database = `${name}_${process.pid}`;
	await administer(server, `create database ${database} template ${template.database}`);
	const remove = async () => {
		await administer(server, `drop database ${database} with (force)`);
		folder.remove();
	};
	return { settings: quiet(folder.path, urlOf(server, database)), remove };
}
