import { FileRefused } from './refused.ts';

// Bytes to text. Files come in UTF-8, in the two kinds of UTF-16 that Excel calls Unicode, and in the
// Windows encoding of western Europe that older programs still write.

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export interface Decoded {
	readonly text: string;
	readonly encoding: Encoding;
}

const LABELS = {
	'UTF-8': 'utf-8',
	'UTF-16 LE': 'utf-16le',
	'UTF-16 BE': 'utf-16be',
	'Windows-1252': 'windows-1252'
} as const;

export function decode(bytes: Uint8Array): Decoded {
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(LABELS[encoding]).decode(bytes);
	if (isBinary(text)) {
		throw new FileRefused(
			'The file is not text and not a workbook. Save the sheet as XLSX or as CSV and send it again.'
		);
	}
	return { text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'UTF-16 LE';
	if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
	return withoutMark(bytes) ?? (isUtf8(bytes) ? 'UTF-8' : 'Windows-1252');
}

/** UTF-16 that does not say so: in western text every other byte is 0. */
function withoutMark(bytes: Uint8Array): Encoding | undefined {
	const start = bytes.subarray(0, 4096);
	const half = Math.floor(start.length / 2);
	if (half < 4) return undefined;
	let [even, odd] = [0, 0];
	for (let at = 0; at < half * 2; at++) {
		if (start[at] === 0) at % 2 === 0 ? even++ : odd++;
	}
	if (odd > half * 0.7 && even < half * 0.05) return 'UTF-16 LE';
	return even > half * 0.7 && odd < half * 0.05 ? 'UTF-16 BE' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** More than one character in a hundred cannot be printed. A few are told about cell by cell. */
function isBinary(text: string): boolean {
	const start = text.slice(0, 65_536);
	const controls = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
	return controls > Math.max(4, start.length / 100);
}
