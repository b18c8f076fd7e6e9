import { inflateRawSync } from 'node:zlib';
import { MOST_PARTS, MOST_UNPACKED } from './limits.ts';
import { FileRefused } from './refused.ts';

// A workbook is an archive. How large it gets when unpacked is known before anything is: from what its
// directory says, and then from unpacking each part with that size as the limit, since directories lie.

export interface Part {
	readonly name: string;
	readonly packed: Uint8Array;
	readonly method: number;
	readonly size: number;
}

const BROKEN =
	'The workbook is damaged or was not sent whole. Open it in Excel, save it again and send it again.';
const BOMB =
	'The workbook becomes far too large when it is unpacked. Copy the figures into a new workbook and send that.';
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Names and sizes of the parts; refuses an archive that is damaged, locked or too large. */
export function partsOf(bytes: Uint8Array): Part[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const end = endOf(view);
		const count = view.getUint16(end + 10, true);
		if (count > MOST_PARTS) throw new FileRefused(BOMB);
		const parts: Part[] = [];
		let at = view.getUint32(end + 16, true);
		for (let found = 0; found < count; found++) {
			const { part, next } = entryAt(bytes, view, at);
			parts.push(part);
			at = next;
		}
		checkSizes(parts);
		return parts;
	} catch (fault) {
		throw fault instanceof RangeError ? new FileRefused(BROKEN) : fault;
	}
}

/** Refuses a workbook whose parts are larger than they say. */
export function checkContents(parts: readonly Part[]): void {
	for (const { packed, method, size } of parts) {
		if (method === 0) continue;
		try {
			const real = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }).length;
			if (real !== size) throw new FileRefused(BROKEN);
		} catch (fault) {
			if (fault instanceof FileRefused) throw fault;
			const isLarger = (fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
			throw new FileRefused(isLarger ? BOMB : BROKEN);
		}
	}
}

function endOf(view: DataView): number {
	const first = Math.max(0, view.byteLength - 65_557);
	for (let at = view.byteLength - 22; at >= first; at--) {
		if (view.getUint32(at, true) === END) return at;
	}
	throw new FileRefused(BROKEN);
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { part: Part; next: number } {
	if (view.getUint32(at, true) !== ENTRY) throw new FileRefused(BROKEN);
	const flags = view.getUint16(at + 8, true);
	const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
	const [nameLength, extra, comment] = [28, 30, 32].map((place) =>
		view.getUint16(at + place, true)
	) as [number, number, number];
	const local = view.getUint32(at + 42, true);
	if ((flags & 1) === 1) {
		throw new FileRefused('The archive has a password. Take the password off and send it again.');
	}
	const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
	if (start + packedSize > view.byteLength) throw new FileRefused(BROKEN);
	const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
	const packed = bytes.subarray(start, start + packedSize);
	const part = { name, packed, method: view.getUint16(at + 10, true), size };
	return { part, next: at + 46 + nameLength + extra + comment };
}

function checkSizes(parts: readonly Part[]): void {
	const total = parts.reduce((sum, { size }) => sum + size, 0);
	if (total > MOST_UNPACKED) throw new FileRefused(BOMB);
}
