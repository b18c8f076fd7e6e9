import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// Small style sheets go into the page: fewer requests. The policy allows them by their hash.
		inlineStyleThreshold: 4096,
		// Compression is done once per published page in the page cache, not per request here.
		adapter: adapter({ precompress: true }),
		csp: {
			// Not nonces: pages are kept and sent again, and a nonce must be used once.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute allowed, by its hash: SvelteKit hides its announcer of page changes
				// with it on pages that have client code.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'worker-src': ['self'],
				'connect-src': ['self'],
				'font-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none'],
				// Embeds of charts and maps may be framed anywhere; every other page says 'none' by header.
				'frame-src': ['self']
			}
		},
		typescript: {
			config: (config) => {
				config.include = [
					...config.include,
					'../migrations/**/*.ts',
					'../*.config.ts',
					'../svelte.config.js'
				];
				return config;
			}
		}
	}
};
