import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readInWorker } from '../../../src/lib/server/import/in-worker.ts';
import type { Limits } from '../../../src/lib/server/import/spare-worker.ts';
import type { Known } from '../../../src/lib/server/import/read-file.ts';

// What is too large or too slow is answered in a sentence, and ends there.

const MB = 1024 * 1024;
const area = { level: 'locality' as const, vintage: 'any', validFrom: null, validTo: null };
const known: Known = {
	areas: [{ ...area, code: 'WLOC01', name: 'North', slug: 'north', isLocal: true, note: null }],
	aliases: [],
	indicators: [
		{
			...{ code: 'C11', title: 'People', slug: 'people', periodKinds: ['month'] },
			rule: { valueKind: 'count', multiplier: 1, disclosureRule: 'people', form: 'count' }
		}
	],
	groups: [['all', 'all']],
	whole: 'E08000030',
	parts: []
};
const ROW = 'WLOC01,2024-01,1\n';
const HEADER = 'Area code,Period,Number\n';

async function readHere(bytes: Uint8Array, limits?: Limits) {
	const hearing = { progress: () => {}, figures: async () => {} };
	try {
		const done = await readInWorker(
			{ id: 'tried', asked: { bytes, mapping: { indicator: 'C11' }, known } },
			hearing,
			limits
		);
		return { figures: done.figures };
	} catch (fault) {
		return { refused: (fault as Error).message, name: (fault as Error).name };
	}
}

const text = (content: string) => new TextEncoder().encode(content);
const long = () => text(HEADER + ROW.repeat(90_000));

describe('files beyond the limits', () => {
	test.each<[string, () => Uint8Array, RegExp, Limits?]>([
		['60 MB', () => new Uint8Array(60 * MB).fill(65), /larger than 50 MB/],
		['too many rows', () => text(HEADER + ROW.repeat(100_200)), /more than 100,000 rows/],
		[
			'a bomb that says so',
			() => workbook(' '.repeat(450 * MB)),
			/far too large when it is unpacked/
		],
		['a bomb that lies', () => lying(workbook(' '.repeat(30 * MB))), /far too large/],
		['longer than the time allowed', long, /took too long/, { seconds: 0.05, heapMb: 500 }],
		['more than the memory allowed', long, /more memory/, { seconds: 60, heapMb: 20 }]
	])('%s', async (_, bytes, sentence, limits) => {
		const answer = await readHere(bytes(), limits);
		expect(answer).toMatchObject({ name: 'FileRefused' });
		expect(answer.refused).toMatch(sentence);
	});

	test('a million empty rows below the figures are passed over', async () => {
		const rows = ['Area code,Period,Number'.split(','), ['WLOC01', '2024-01', '1']];
		const filled = rows.map((cells, at) => sheetRow(at + 1, cells)).join('');
		let empty = '';
		for (let at = 3; at <= 1_048_576; at++) empty += `<row r="${at}"/>`;
		expect(await readHere(workbook(filled + empty))).toMatchObject({ figures: 1 });
		expect(await readHere(text(HEADER + ROW + ',,\n'.repeat(1_000_000)))).toMatchObject({
			figures: 1
		});
	});
});

const sheetRow = (row: number, cells: readonly string[]) =>
	`<row r="${row}">${cells.map((cell, at) => `<c r="${'ABC'[at]}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = (type: string, target: string) =>
	`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** A workbook by hand, around the rows of its one sheet. */
function workbook(rows: string): Buffer {
	return archive([
		['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`],
		['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
		[
			'xl/workbook.xml',
			`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`
		],
		['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
		[
			'xl/worksheets/sheet1.xml',
			`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
		]
	]);
}

/** Its last part says in the directory that it is small. */
function lying(bytes: Buffer): Buffer {
	const entry = bytes.lastIndexOf('PK\u0001\u0002');
	bytes.writeUInt32LE(100, entry + 24);
	return bytes;
}

function archive(files: readonly (readonly [name: string, content: string])[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of files) {
		const raw = Buffer.from(content);
		const packed = deflateRawSync(raw);
		const sizes = Buffer.alloc(16);
		sizes.writeUInt32LE(crc32(raw), 0);
		sizes.writeUInt32LE(packed.length, 4);
		sizes.writeUInt32LE(raw.length, 8);
		sizes.writeUInt16LE(name.length, 12);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		const local = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
		const entry = Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
		parts.push(local, sizes, Buffer.from(name), packed);
		directory.push(entry, sizes, rest, Buffer.from(name));
		offset += 30 + name.length + packed.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, central, end]);
}
