// Runs reference cases: known answers with their source, one JSON file per area. The same code serves
// `npm run reference -- FOLDER` and the test suite. A case passes when every expected key agrees within
// max(tol.abs, tol.rel x expected); null expects no answer; extra keys are fine.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from './adapter.ts';
import { checkMonteCarlo, checkProperty } from './special.ts';

export interface Case {
	id: string;
	area: string;
	fn: string;
	input: Record<string, unknown>;
	// `any`: the shape differs by function.
	expected: any;
	tol: { rel: number; abs: number };
	check: 'value' | 'exact' | 'null' | 'partial' | 'property' | 'montecarlo';
	mc?: { referenceB: number | null; sided: 1 | 2 };
	source?: unknown;
	optional?: boolean;
}

export interface Outcome {
	id: string;
	fn: string;
	problems: string[];
}

/** The cases of a folder, in the order of its files, with pointers to data sets filled in. */
export function casesIn(folder: string): Case[] {
	const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return files
		.sort()
		.flatMap((name) => read(name).cases as Case[])
		.map((one) => ({ ...one, input: filled(one.input, read) as Record<string, unknown> }));
}

/** What is wrong with the answer to a case; empty when it passes. */
export function run(one: Case, adapter: Adapter): Outcome {
	return { id: one.id, fn: one.fn, problems: problemsOf(one, adapter) };
}

function problemsOf(one: Case, adapter: Adapter): string[] {
	const answer = adapter[one.fn];
	if (!answer) return [`no adapter for ${one.fn}`];
	try {
		const got = answer(structuredClone(one.input));
		switch (one.check) {
			case 'montecarlo':
				return checkMonteCarlo(one, got);
			case 'property':
				return checkProperty(one, got, adapter);
			case 'partial':
				return differences(at(got, 'values'), one.expected.atIndex, one.tol);
			default:
				return compared(one, got);
		}
	} catch (error) {
		return [`threw ${error instanceof Error ? error.message : String(error)}`];
	}
}

/** Neighbour lists are compared as sets, some of them at given places only. */
function compared(one: Case, got: unknown): string[] {
	if (!['contiguity', 'knn', 'distanceBand'].includes(one.fn)) {
		return differences(got, one.expected, one.tol);
	}
	const lists = sorted(at(got, 'neighbors'));
	return 'neighborsOf' in one.expected
		? differences(lists, sorted(one.expected.neighborsOf), one.tol)
		: differences(lists, sorted(one.expected.neighbors), one.tol);
}

export function differences(
	got: unknown,
	expected: unknown,
	tol: Case['tol'],
	path = ''
): string[] {
	if (expected === null) return got == null ? [] : [`${path}: expected no answer, got ${got}`];
	if (typeof expected === 'number') {
		const most = Math.max(tol.abs, tol.rel * Math.abs(expected));
		const near = typeof got === 'number' && Math.abs(got - expected) <= most;
		return near ? [] : [`${path}: expected ${expected}, got ${got}`];
	}
	if (Array.isArray(expected) && (!Array.isArray(got) || got.length !== expected.length)) {
		return [`${path}: expected a list of ${expected.length}, got ${JSON.stringify(got)}`];
	}
	if (typeof expected === 'object') {
		return Object.entries(expected as object).flatMap(([key, value]) =>
			differences(at(got, key), value, tol, `${path}.${key}`)
		);
	}
	return got === expected ? [] : [`${path}: expected ${expected}, got ${got}`];
}

const at = (value: unknown, key: string): unknown =>
	(value as Record<string, unknown> | null | undefined)?.[key];

function sorted(value: unknown): unknown {
	if (!Array.isArray(value)) {
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(Object.entries(value).map(([key, list]) => [key, sorted(list)]));
	}
	return value.every((item) => typeof item === 'number')
		? [...value].sort((a, b) => a - b)
		: value.map(sorted);
}

/** {"$data": "voronoi#/y"} stands for key y of datasets/voronoi.json. */
function filled(value: unknown, read: (path: string) => unknown): unknown {
	if (Array.isArray(value)) return value.map((item) => filled(item, read));
	if (value === null || typeof value !== 'object') return value;
	if ('$data' in value) {
		const [name, path = ''] = String(value.$data).split('#/');
		return path.split('/').reduce<unknown>(at, read(`datasets/${name}.json`));
	}
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, read)]));
}
