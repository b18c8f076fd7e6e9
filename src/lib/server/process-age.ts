import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Tells one process from a later one that was given the same number: a number alone is reused.

/** Is there a process of this number now? One that belongs to somebody else counts. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** When a process began, as text to compare; undefined where the system does not tell. */
export function startOf(pid: number): string | undefined {
	try {
		if (process.platform === 'linux') return linuxStart(pid);
		if (process.platform === 'win32') return undefined;
		const environment = { LC_ALL: 'C', PATH: '/bin:/usr/bin' };
		const options = { encoding: 'utf8', env: environment } as const;
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim() || undefined;
	} catch {
		return undefined;
	}
}

// Ticks since the machine started, so the machine's own start belongs to it.
function linuxStart(pid: number): string | undefined {
	const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The second field is the program's name in brackets and may hold spaces: count after it.
	const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	return ticks === undefined ? undefined : `${boot} ${ticks}`;
}
