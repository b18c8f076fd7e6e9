import type { Map } from 'maplibre-gl';
import { patterned } from './style.ts';

// Hatch and dots as small pictures made here: the same two looks as in the server's drawing.

const SIZE = 14;
const GREY = [70, 81, 92, 255] as const;
const WHITE = [255, 255, 255, 255] as const;

export function addPatterns(map: Map): void {
	map.addImage('none', tile(isHatch), { pixelRatio: 2 });
	map.addImage('hidden', tile(isDot), { pixelRatio: 2 });
	for (const id of ['none', 'hidden'] as const) map.addLayer(patterned(id), 'edges');
}

const isHatch = (x: number, y: number): boolean => (x + y) % SIZE < 4;

const isDot = (x: number, y: number): boolean =>
	[SIZE / 4, (SIZE * 3) / 4].some(
		(centre) => (x + 0.5 - centre) ** 2 + (y + 0.5 - centre) ** 2 < 6
	);

function tile(isGrey: (x: number, y: number) => boolean) {
	const data = new Uint8Array(SIZE * SIZE * 4);
	for (let y = 0; y < SIZE; y++) {
		for (let x = 0; x < SIZE; x++) {
			data.set(isGrey(x, y) ? GREY : WHITE, (y * SIZE + x) * 4);
		}
	}
	return { width: SIZE, height: SIZE, data };
}
