import { type Unit, value } from '../domain/format.ts';
import type { Look } from './choropleth.ts';
import { type LegendClass, rangeOf } from './legend.ts';
import type { Outline } from './project.ts';
import { cold, edge, edgeOf, ink, paper, type Shade, shades } from './shades.ts';
import { SHEET } from './shapes.ts';

// The map as a picture that stands alone: every outline, colour and word inside one file.

export interface Picture {
	areas: readonly Outline[];
	localities: readonly Outline[];
	looks: ReadonlyMap<string, Look>;
	classes: readonly LegendClass[];
	unit: Unit;
	/** "Walsall 2.7%": stands beside the key. */
	benchmarks: readonly { name: string; value: number }[];
	/** Findings outlined over the areas, with the words of their key. */
	found?: { cold: readonly Outline[]; possible: readonly Outline[]; word: string } | undefined;
}

const WIDTH = 720;
const SCALE = WIDTH / SHEET.width;
const MAP = SHEET.height * SCALE;
const ROW = 26;
const COLUMNS = 3;

/** `<svg viewBox="0 0 720 h">` with the map above its key. */
export function picture(given: Picture): string {
	const keys = keyItems(given);
	const height = Math.round(MAP + 16 + Math.ceil(keys.length / COLUMNS) * ROW);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">`,
		`<defs>${patterns('map', 1 / SCALE)}${patterns('key', 1)}</defs>`,
		`<g transform="scale(${SCALE})" stroke-linejoin="round">`,
		...given.areas.map(({ code, path }) => area(path, given.looks.get(code) ?? 'none')),
		...given.localities.map(({ path }) => line(path, paper, 4.6)),
		...given.localities.map(({ path }) => line(path, ink, 2)),
		...foundLines(given.found),
		'</g>',
		...given.localities.map(label),
		...keys.map(key),
		'</svg>'
	].join('\n');
}

const px = (width: number): string => (width / SCALE).toFixed(1);

function area(path: string, look: Look): string {
	const isClass = typeof look === 'number';
	const stroke = isClass ? edgeOf(look) : edge;
	return `<path d="${path}" fill="${fill(look, 'map')}" stroke="${stroke}" stroke-width="${px(0.6)}"/>`;
}

const line = (path: string, colour: string, width: number, more = ''): string =>
	`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${px(width)}"${more}/>`;

/** Solid where a finding is one, dashed where it is possible; white beneath, so that both stand out. */
function foundLines(found: Picture['found']): string[] {
	if (!found) return [];
	const dash = ` stroke-dasharray="${px(8)} ${px(5)}"`;
	return [
		...[...found.possible, ...found.cold].map(({ path }) => line(path, paper, 5.4)),
		...found.possible.map(({ path }) => line(path, cold, 2.6, dash)),
		...found.cold.map(({ path }) => line(path, cold, 3.2))
	];
}

function fill(look: Look, where: 'map' | 'key'): string {
	return typeof look === 'number' ? colour(look) : `url(#${where}-${look})`;
}

const colour = (shade: Shade): string => shades[shade - 1] ?? paper;

function label({ name, centre: [x, y] }: Outline): string {
	const at = `x="${(x * SCALE).toFixed(0)}" y="${(y * SCALE).toFixed(0)}"`;
	const look = `font-size="16" font-weight="700" text-anchor="middle" fill="${ink}"`;
	const halo = `stroke="${paper}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`;
	return `<text ${at} ${look} ${halo}>${escaped(name)}</text>`;
}

interface KeyItem {
	look?: Look | 'cold' | 'possible';
	words: string;
}

function keyItems({ classes, unit, benchmarks, found }: Picture): KeyItem[] {
	return [
		...classes.map((one, i) => ({ look: one.shade, words: rangeOf(classes, i, unit) })),
		{ look: 'none' as const, words: 'No data' },
		{ look: 'hidden' as const, words: 'Hidden or too few' },
		...foundKeys(found),
		...benchmarks.map(({ name, value: number }) => ({ words: `${name} ${value(number, unit)}` }))
	];
}

const foundKeys = (found: Picture['found']): KeyItem[] =>
	found
		? [
				{ look: 'cold', words: `Outlined: ${found.word} (${found.cold.length})` },
				{ look: 'possible', words: `Dashed: possible (${found.possible.length})` }
			]
		: [];

function key({ look, words }: KeyItem, i: number): string {
	const x = (i % COLUMNS) * (WIDTH / COLUMNS);
	const y = MAP + 16 + Math.floor(i / COLUMNS) * ROW;
	const swatch = swatchOf(look, `x="${x + 0.5}" y="${y + 0.5}" width="28" height="16"`);
	const text = `<text x="${look ? x + 37 : x}" y="${y + 14}" font-size="15" fill="${ink}">${escaped(words)}</text>`;
	return look ? swatch + text : text;
}

function swatchOf(look: KeyItem['look'], box: string): string {
	if (look === 'cold') return `<rect ${box} fill="none" stroke="${cold}" stroke-width="3.2"/>`;
	if (look === 'possible')
		return `<rect ${box} fill="none" stroke="${cold}" stroke-width="2.6" stroke-dasharray="6 4"/>`;
	return `<rect ${box} fill="${look ? fill(look, 'key') : 'none'}" stroke="${edge}"/>`;
}

const hatch = `<rect width="8" height="8" fill="${paper}"/><rect width="2.4" height="8" fill="#46515c"/>`;
const dots = `<rect width="8" height="8" fill="${paper}"/><circle cx="2.2" cy="2.2" r="1.5" fill="#46515c"/><circle cx="6.2" cy="6.2" r="1.5" fill="#46515c"/>`;

/** Hatch and dots for the map, whose units are undone so that tiles keep their size, and for its key. */
function patterns(where: 'map' | 'key', scale: number): string {
	const tile = (look: string, turn: string, inside: string) =>
		`<pattern id="${where}-${look}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(${scale.toFixed(2)})${turn}">${inside}</pattern>`;
	return tile('none', ' rotate(45)', hatch) + tile('hidden', '', dots);
}

const escaped = (words: string): string =>
	words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
