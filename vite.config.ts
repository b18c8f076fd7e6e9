import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Three test projects. `domain` has no SvelteKit plugin on purpose: an impure import fails there.
export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	// What pages share goes into one script and one style sheet: without it the map asked for 42 files
	// and reading pages for up to eight style sheets. The interactive map's engine stays by itself.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [{ name: 'shared', minShareCount: 2, test: /^(?!.*(maplibre|topojson))/ }]
						}
					}
				}
			}
		}
	},
	test: {
		projects: [
			{
				plugins: [],
				test: {
					name: 'domain',
					sequence: { groupOrder: 0 },
					// Pure functions keep nothing between files: one module graph for all of them takes half the time.
					isolate: false,
					include: ['tests/domain/**/*.test.ts'],
					environment: 'node'
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					// Its own limit of workers asks for a turn of its own.
					sequence: { groupOrder: 1 },
					include: ['tests/{server,routes,charts,map,ui,cli}/**/*.test.ts'],
					environment: 'node',
					globalSetup: ['tests/support/global-setup.ts'],
					setupFiles: ['tests/support/fail-on-console.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000,
					maxWorkers: 2
				}
			}
		]
	}
});
