import { FileRefused } from './refused.ts';

// What a file is, by its first bytes: names of files lie.

export type FileKind = 'text' | 'archive';

const SIGNS: readonly (readonly [readonly number[], string])[] = [
	[[0x25, 0x50, 0x44, 0x46], 'a PDF'],
	[[0x89, 0x50, 0x4e, 0x47], 'a picture'],
	[[0xff, 0xd8, 0xff], 'a picture'],
	[[0x47, 0x49, 0x46, 0x38], 'a picture'],
	[[0x1f, 0x8b], 'a packed file (gzip)'],
	[[0x37, 0x7a, 0xbc, 0xaf], 'a packed file (7z)'],
	[[0x52, 0x61, 0x72, 0x21], 'a packed file (rar)']
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Text or a workbook's archive; refuses everything else with what to do. */
export function kindOf(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) {
		throw new FileRefused('The file is empty. Choose the file that you saved.');
	}
	if (starts(bytes, ZIP)) return 'archive';
	if (starts(bytes, EMPTY_ZIP)) {
		throw new FileRefused('The file is an empty archive. Save the sheet again as XLSX or CSV.');
	}
	if (starts(bytes, COMPOUND)) throw new FileRefused(compound(bytes));
	const sign = SIGNS.find(([first]) => starts(bytes, first));
	if (sign) {
		throw new FileRefused(`The file is ${sign[1]}. Send the sheet itself as XLSX or CSV.`);
	}
	if (isPage(bytes)) {
		throw new FileRefused(
			'The file is a web page, whatever its name says. Open it in Excel and save it as an Excel workbook (XLSX), or as CSV.'
		);
	}
	return 'text';
}

/** Old workbooks and workbooks with a password come in the same container; its streams tell them apart. */
function compound(bytes: Uint8Array): string {
	const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const has = (name: string) => names.includes(Buffer.from(name, 'utf16le'));
	if (has('EncryptedPackage')) {
		return 'The workbook has a password. Take the password off in Excel (File, Info, Protect Workbook) and send it again.';
	}
	return has('WordDocument')
		? 'The file is a Word document. Send the sheet itself as XLSX or CSV.'
		: 'The file is an old Excel workbook (.xls). Open it in Excel and save it as an Excel workbook (XLSX).';
}

/** Also a page or an XML file that Excel would open. */
function isPage(bytes: Uint8Array): boolean {
	const start = Buffer.from(bytes.subarray(0, 1024))
		.toString('latin1')
		.replaceAll('\0', '')
		.replace(/^(ÿþ|þÿ|ï»¿)/, '')
		.trimStart()
		.toLowerCase();
	return /^<(!doctype|html|head|body|table|\?xml|meta|!--)/.test(start);
}

const starts = (bytes: Uint8Array, first: readonly number[]): boolean =>
	first.every((byte, at) => bytes[at] === byte);
