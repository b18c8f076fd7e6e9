import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environmentWith, type Environment } from '../lib/server/config.ts';

// The product started as its users start it, in a process of its own: for browser tests and for
// measuring. It takes any free port and says which.

export interface ChildServer {
	url: string;
	pid: number;
	/** All that it has printed. */
	output(): string;
	/** Ends it the way a service manager does; resolves with its exit code. */
	stop(): Promise<number | null>;
}

const PROGRAM = join(import.meta.dirname, 'start.ts');
const READY = /ready at (http\S+)/;

/** Starts the product and waits until it serves. */
export function startChild(settings: Environment): Promise<ChildServer> {
	const env = environmentWith({ PORT: '0', HOST: '127.0.0.1', ORIGIN: undefined, ...settings });
	const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
	const stop = () => {
		child.kill('SIGTERM');
		return closed;
	};
	return new Promise((resolve, reject) => {
		const hear = (data: Buffer) => {
			printed += data.toString();
			const url = READY.exec(printed)?.[1];
			if (url) resolve({ url, pid: child.pid ?? 0, output: () => printed, stop });
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('error', reject);
		void closed.then((code) =>
			reject(new Error(`the server ended with code ${code}:\n${printed}`))
		);
	});
}
