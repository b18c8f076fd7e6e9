import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning, startOf } from './process-age.ts';
import { Refusal } from './refusal.ts';

// Two processes on one embedded database lose data silently, so whoever opens it first creates a
// file beside it. The file is stale only when the process that wrote it is gone.

export interface Holder {
	pid: number;
	/** When that process began: another process may have been given its number since. */
	started: string | undefined;
	host: string;
}

export interface Lock {
	release(): void;
}

/** Takes the lock or throws a `Refusal` that says who holds it. */
export async function takeLock(file: string): Promise<Lock> {
	if (create(file)) return held(file);
	const holder = await read(file);
	if (holder && isAlive(holder)) throw new Refusal(inUse(file, holder));
	remove(file, holder);
	if (!create(file)) throw new Refusal(inUse(file, await read(file)));
	// Another process may have judged the same old lock stale a moment later: see who is left.
	await wait(100);
	if (!isMine(await read(file))) throw new Refusal(inUse(file, await read(file)));
	return held(file);
}

/** Does this process hold the lock? */
export function isMine(holder: Holder | undefined): boolean {
	return holder?.pid === process.pid && holder.host === hostname();
}

/** Is the process that wrote the lock still there? On another machine it cannot be known: yes. */
export function isAlive(holder: Holder): boolean {
	if (holder.host !== hostname()) return true;
	if (!isRunning(holder.pid)) return false;
	const started = startOf(holder.pid);
	return started === undefined || holder.started === undefined || started === holder.started;
}

function create(file: string): boolean {
	const me: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
	try {
		writeFileSync(file, `${JSON.stringify(me)}\n`, { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

// The file may be seen between its creation and its first byte: an empty one gets a moment. One
// that stays empty was left by a process that was killed just then.
async function read(file: string): Promise<Holder | undefined> {
	for (let attempt = 0; attempt < 10; attempt++) {
		try {
			return JSON.parse(readFileSync(file, 'utf8')) as Holder;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			await wait(50);
		}
	}
	return undefined;
}

// Renaming takes away exactly one file: if somebody newer stood there, they get it back.
function remove(file: string, stale: Holder | undefined): void {
	const aside = `${file}.${process.pid}`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	const text = readFileSync(aside, 'utf8');
	const same = stale ? text.trim() === JSON.stringify(stale) : text === '';
	if (same) rmSync(aside);
	else renameSync(aside, file);
}

function held(file: string): Lock {
	let released = false;
	return {
		release: () => {
			if (!released) rmSync(file, { force: true });
			released = true;
		}
	};
}

function inUse(file: string, holder: Holder | undefined): string {
	const other = holder && holder.host !== hostname() ? ` on the machine ${holder.host}` : '';
	const who = holder ? `process ${holder.pid}${other}` : 'another process';
	const hint = other || !holder ? `; if that is certainly not running, delete ${file}` : '';
	return `The embedded database is already in use by ${who}: stop that first, or set DATA_DIR to another folder${hint}.`;
}
