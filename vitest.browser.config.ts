import { defineConfig } from 'vitest/config';

// Journeys in a real browser against the built server. One server and one browser serve all files.
export default defineConfig({
	test: {
		name: 'browser',
		include: ['tests/browser/**/*.test.ts'],
		environment: 'node',
		globalSetup: ['tests/browser/support/global-setup.ts'],
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// What a page does next may take seconds on a busy machine.
		expect: { poll: { timeout: 20_000 } },
		maxWorkers: 2
	}
});
