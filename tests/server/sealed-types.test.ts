import { resolve } from 'node:path';
import { stringify } from 'devalue';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type GateRow, publish } from '../../src/lib/domain/disclosure/gate.ts';
import { seal, type Sealed } from '../../src/lib/domain/disclosure/seal.ts';
import { lines } from '../../src/lib/server/export/csv.ts';

// Sealed rows cannot be used by mistake: the compiler refuses, and at run time nothing comes out.

const GATE = resolve('src/lib/domain/disclosure/gate.ts');
const head = `import { publish, type Figure, type GateRow } from ${JSON.stringify(GATE)};
import { seal, type Sealed } from ${JSON.stringify(GATE.replace('gate.ts', 'seal.ts'))};
declare const rows: Sealed<GateRow>[];
declare const first: Sealed<GateRow>;
`;

/** The compiler's messages about each planted file. */
function compile(planted: Record<string, string>): Map<string, string[]> {
	const files = new Map(
		Object.entries(planted).map(([name, code]) => [resolve(`src/planted/${name}.ts`), head + code])
	);
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		allowImportingTsExtensions: true,
		lib: ['lib.esnext.d.ts'],
		types: [],
		skipLibCheck: true
	};
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists, readFile } = host;
	host.fileExists = (name) => files.has(name) || fileExists(name);
	host.readFile = (name) => files.get(name) ?? readFile(name);
	host.getSourceFile = (name, ...rest) => {
		const code = files.get(name);
		return code === undefined
			? getSourceFile(name, ...rest)
			: ts.createSourceFile(name, code, ts.ScriptTarget.ESNext);
	};
	const program = ts.createProgram([...files.keys()], options, host);
	return new Map(
		[...files.keys()].map((file, i) => [
			Object.keys(planted)[i] ?? '',
			ts
				.getPreEmitDiagnostics(program, program.getSourceFile(file))
				.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
		])
	);
}

const planted = {
	page: 'export const load = () => ({ value: first.observation.value });',
	csv: 'export const line = rows.map((row) => [row.observation.area, row.observation.value].join());',
	json: 'export const body: { value: number | null }[] = rows;',
	map: 'export const column = rows.map(({ observation }) => observation.value);',
	pack: 'export const figures: Figure[] = rows;',
	lookalike:
		'export const row: Sealed<number> = { get [Symbol.toStringTag]() { return ""; }, toJSON() { throw 1; } };'
};
const fine = {
	gate: 'export const figures: Figure[] = publish(rows);',
	sealing: 'export const one: Sealed<number> = seal(1);'
};

describe('the compiler', () => {
	const messages = compile({ ...planted, ...fine });

	it.each(Object.keys(planted))('refuses a planted leak: %s', (name) => {
		expect(messages.get(name)).not.toEqual([]);
	});

	it.each(Object.keys(fine))('has nothing against the way through the gate: %s', (name) => {
		expect(messages.get(name)).toEqual([]);
	});
});

// A value that nothing else could print.
const PLANTED = 48713;
const row: GateRow = {
	observation: {
		indicator: 'L05',
		version: 1,
		area: 'WLOC01',
		period: 'FY2026',
		breakdown: 'all',
		numerator: PLANTED,
		denominator: null,
		value: PLANTED,
		lower: null,
		upper: null,
		state: 'known',
		provisional: false,
		estimated: false,
		revised: false,
		smallBase: false,
		note: `about ${PLANTED}`,
		sourceId: null
	},
	rule: {
		kind: 'people',
		isCount: true,
		whole: null,
		threshold: 5,
		suppressZeros: false,
		roundTo: null
	},
	protection: 'shown',
	restricted: false,
	boroughOnly: false,
	belowBorough: true
};

/** What a leak would give, or the error that stops it. */
function attempt(leak: () => unknown): string {
	try {
		return String(leak());
	} catch (fault) {
		return String(fault);
	}
}

describe('at run time a sealed row gives nothing', () => {
	const sealed: Sealed<GateRow> = seal(row);
	const blind = sealed as unknown as Record<string, never>;
	it.each<[string, () => unknown]>([
		['a page’s data', () => stringify({ figures: [sealed] })],
		['text in a page', () => `${blind} ${blind['observation']} ${blind['value']}`],
		['JSON', () => JSON.stringify({ data: [sealed] })],
		['a response', () => Response.json([sealed])],
		[
			'CSV',
			() =>
				lines({
					columns: [{ name: 'value', title: 'Value', description: '', type: 'number' }],
					rows: [[blind]]
				} as never)
		],
		['a map’s properties', () => JSON.stringify({ ...blind, keys: Object.entries(blind) })],
		['a pack as a plain object', () => JSON.stringify(structuredClone(Object.assign({}, blind)))]
	])('to %s', (_, leak) => {
		expect(attempt(leak)).not.toContain(String(PLANTED));
	});

	it('and the gate opens it, so the value is there to be found', () => {
		expect(JSON.stringify(publish([sealed]))).toContain(String(PLANTED));
	});
});
