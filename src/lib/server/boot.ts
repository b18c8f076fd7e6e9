import { readConfig, type Config } from './config.ts';
import { openDatabase } from './database.ts';
import type { Connection } from './db/client.ts';

// One connection a process. It hangs on globalThis because the start program and the built server
// hold two copies of this module, and the development server reloads it.

const KEY = Symbol.for('cohesion-tracker.connection');
const held = globalThis as { [KEY]?: Promise<Connection> | undefined };

/** The process's connection, opened at the first call. */
export function connection(config: Config = readConfig()): Promise<Connection> {
	held[KEY] ??= openDatabase(config);
	return held[KEY];
}

/** Closes the process's connection, if there is one, and so gives the lock back. */
export async function disconnect(): Promise<void> {
	const open = held[KEY];
	held[KEY] = undefined;
	await (await open)?.close();
}
