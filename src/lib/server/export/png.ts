import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { decompress } from 'wawoff2';
// Two fixed weights of the product's typeface: the drawer does not read the weights of a variable font.
import bold from './fonts/source-sans-3-latin-700-normal.woff2?inline';
import regular from './fonts/source-sans-3-latin-400-normal.woff2?inline';

// SVG to PNG at twice the size, on white, in the product's own typeface and no other.

const SCALE = 2;
// The fixed weights call their family so; a name that is not found would be drawn in any weight.
const FAMILY = 'Source Sans 3 ExtraLight';
let fonts: Promise<string[]> | undefined;

/** The picture as PNG bytes. */
export async function png(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const picture = new Resvg(svg.replaceAll(/Source Sans 3(?! ExtraLight)/g, FAMILY), {
		background: '#ffffff',
		fitTo: { mode: 'zoom', value: SCALE },
		font: {
			fontFiles: await fontFiles(),
			loadSystemFonts: false,
			defaultFontFamily: FAMILY
		}
	});
	return new Uint8Array(picture.render().asPng());
}

/** Unpacked once per process, and again when the temporary folder was swept meanwhile. */
async function fontFiles(): Promise<string[]> {
	const files = await (fonts ??= unpacked()).catch(() => []);
	if (files.length > 0 && files.every((file) => existsSync(file))) return files;
	fonts = unpacked();
	return fonts;
}

/** The drawer takes files, not bytes. */
async function unpacked(): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'cohesion-fonts-'));
	const files: string[] = [];
	// One after another and copied: the unpacker hands out its own memory and uses it again.
	for (const packed of [regular, bold]) {
		const file = join(folder, `font-${files.length}.ttf`);
		const bytes = Buffer.from(packed.slice(packed.indexOf(',') + 1), 'base64');
		await writeFile(file, Buffer.from(await decompress(bytes)));
		files.push(file);
	}
	return files;
}
