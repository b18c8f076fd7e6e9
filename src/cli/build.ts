import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith } from '../lib/server/config.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { hashOfSources, isBuilt, markBuilt } from './build-stamp.ts';

/** Builds the server unless a build of these sources is there; `signal` stops it half-way. */
export async function ensureBuild(
	root: string,
	say: (message: string) => void,
	signal?: AbortSignal
): Promise<void> {
	if (isBuilt(root)) return;
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	if (!existsSync(vite)) {
		throw new Refusal('There is no build, and the packages to make one are missing: run npm ci.');
	}
	say('Building: about half a minute, at the first start and after changes.');
	const hash = hashOfSources(root);
	const { code, output } = await runQuietly([vite, 'build'], root, signal);
	if (signal?.aborted) return;
	if (code !== 0) throw new Refusal(`The build failed:\n${output}`);
	markBuilt(root, hash);
	say('Built.');
}

function runQuietly(
	args: string[],
	cwd: string,
	signal: AbortSignal | undefined
): Promise<{ code: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		// Whoever starts us may say otherwise (vitest does), and the build would be a development build.
		const env = environmentWith({ NODE_ENV: 'production' });
		const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		child.stdout.on('data', (data: Buffer) => (output += data.toString()));
		child.stderr.on('data', (data: Buffer) => (output += data.toString()));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, output }));
		const stop = () => child.kill();
		signal?.addEventListener('abort', stop, { once: true });
	});
}
