import type { TestProject } from 'vitest/node';
import { readToolSettings } from '../../src/lib/server/config.ts';
import {
	dropServerTemplates,
	makeServerTemplates,
	type ServerTemplates
} from './server-templates.ts';
import { archives, type Archives } from './templates.ts';

declare module 'vitest' {
	interface ProvidedContext {
		archives: Archives;
		server: ServerTemplates | null;
	}
}

/** Makes once what every test database is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { testDatabaseUrl } = readToolSettings();
	project.provide('archives', await archives());
	const server = testDatabaseUrl ? await makeServerTemplates(testDatabaseUrl) : null;
	project.provide('server', server);
	return async () => {
		if (server) await dropServerTemplates(server);
	};
}
