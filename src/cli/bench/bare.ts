import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuild } from '../build.ts';
import { temporaryFolder } from '../chromium.ts';

// A SvelteKit page with nothing on it, built and served as the product is: what the framework itself
// costs on this machine, in this run.

const FILES: Record<string, string> = {
	'package.json': '{ "type": "module", "private": true }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';
export default { kit: { adapter: adapter() } };`,
	'vite.config.ts': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()] };`,
	'src/app.html':
		'<!doctype html><html lang="en"><head><meta charset="utf-8">%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/routes/+page.svelte': '<h1>Bare</h1>\n<p>A page with nothing on it.</p>'
};

export interface Bare {
	url: string;
	stop(): Promise<void>;
}

export async function startBare(root: string): Promise<Bare> {
	const folder = temporaryFolder('bare');
	for (const [name, text] of Object.entries(FILES)) {
		const path = join(folder.path, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'), 'junction');
	await ensureBuild(folder.path, () => {});
	const program = join(import.meta.dirname, 'bare-server.ts');
	const child = spawn(process.execPath, [program, join(folder.path, 'build/handler.js')], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
		child.once('close', () => reject(new Error('the bare page could not be served')));
	});
	const closed = new Promise((resolve) => child.once('close', resolve));
	const stop = async () => {
		child.kill('SIGKILL');
		await closed;
		folder.remove();
	};
	return { url, stop };
}
