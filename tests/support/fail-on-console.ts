import { afterEach, beforeEach, expect, vi } from 'vitest';

// A test that makes noise hides something: a warning nobody reads, or a message left behind. One that
// expects noise takes it with `vi.mocked(console.error).mockClear()`.

const METHODS = ['error', 'warn', 'log', 'info', 'debug'] as const;

beforeEach(() => {
	for (const method of METHODS) vi.spyOn(console, method).mockImplementation(() => {});
});

afterEach(() => {
	const noise = METHODS.flatMap((method) => vi.mocked(console[method]).mock.calls);
	for (const method of METHODS) vi.mocked(console[method]).mockRestore();
	expect(noise, 'nothing may be written to the console').toEqual([]);
});
