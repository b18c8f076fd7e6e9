import { wrapped } from './dot-layout.ts';
import { palette } from './palette.ts';

// A chart or map as a file of its own: title, subtitle, picture, notes, source, licence and as-at
// inside the picture, so that it keeps them wherever it is pasted.

export interface Framed {
	title: string;
	subtitle: string;
	/** A whole `<svg viewBox="0 0 w h">…</svg>`, without references to other files. */
	body: string;
	/** Notes below the picture: what symbols mean, source and licence last. */
	notes: readonly string[];
	/** "20 November 2026": the edition's date. */
	asAt: string;
	/** Of a demonstration: printed among the notes. */
	notice?: string | undefined;
	/** The picture shows invented figures. */
	illustrative?: boolean | undefined;
}

const pad = 28;
const title = { size: 24, line: 29 };
const small = { size: 15, line: 20 };
/** Average width of a character as a share of the type size. */
const narrow = 0.47;
const product = 'Walsall cohesion indicators';

/** A self-contained SVG file. */
export function frameSvg(framed: Framed): string {
	const { title: heading, subtitle, body, notes, asAt, notice, illustrative } = framed;
	const [width, height] = sizeOf(body);
	const head = lines([heading], width, title.size * 1.06);
	const sub = lines([subtitle], width, small.size);
	const foot = lines(
		[...(notice ? [notice] : []), ...notes, `${product}. Figures as published at ${asAt}.`],
		width,
		small.size
	);
	const top = pad + head.length * title.line + sub.length * small.line + 10;
	const full = top + height + 14 + foot.length * small.line + pad;
	const inner = body.replace(
		'<svg',
		`<svg x="${pad}" y="${top}" width="${width}" height="${height}"`
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * pad}" height="${full}" viewBox="0 0 ${width + 2 * pad} ${full}" font-family="'Source Sans 3', 'Segoe UI', Arial, sans-serif" fill="${palette.ink}">`,
		`<rect width="100%" height="100%" fill="${palette.paper}"/>`,
		text(head, { y: pad + title.size - 2, ...title, more: ' font-weight="700"' }),
		text(sub, {
			...{ y: pad + head.length * title.line + small.size, ...small },
			more: ` fill="${palette.ink2}"`
		}),
		inner,
		...(illustrative ? [watermark(width, top + height / 2)] : []),
		text(foot, { y: top + height + 14 + small.size, ...small, more: ` fill="${palette.ink2}"` }),
		'</svg>'
	].join('\n');
}

/** Pale enough to read through, dark enough to be found in a copy. */
function watermark(width: number, y: number): string {
	const x = pad + width / 2;
	return `<text x="${x}" y="${y}" transform="rotate(-18 ${x} ${y})" text-anchor="middle" font-size="${Math.round(width / 9)}" font-weight="700" fill="${palette.illustrative}" fill-opacity="0.16">Illustrative</text>`;
}

function lines(texts: readonly string[], width: number, size: number): string[] {
	return texts.flatMap((one) => wrapped(one, Math.floor(width / (size * narrow))));
}

interface Placed {
	y: number;
	size: number;
	line: number;
	more: string;
}

function text(rows: readonly string[], { y, size, line, more }: Placed): string {
	const spans = rows.map(
		(row, i) => `<tspan x="${pad}" y="${y + i * line}">${escaped(row)}</tspan>`
	);
	return `<text font-size="${size}"${more}>${spans.join('')}</text>`;
}

function sizeOf(svg: string): [number, number] {
	const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	if (!width || !height) throw new Error('a framed picture needs a viewBox that starts at 0 0');
	return [Number(width), Number(height)];
}

function escaped(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
