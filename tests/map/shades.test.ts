import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cold, edge, highlight, ink, paper, shades } from '../../src/lib/map/shades.ts';

// Where the style sheet does not reach (canvas, files) the colours are written a second time.

const css = readFileSync('src/app.css', 'utf8');
const token = (name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]+)`).exec(css)?.[1];

it.each<[string, string]>([
	...shades.map((shade, i) => [`seq-${i + 1}`, shade] as [string, string]),
	['seq-stroke', edge],
	['ink', ink],
	['paper', paper],
	['focus', highlight],
	['cold', cold],
	['cold-possible', cold]
])('%s is the same colour in files and on pages', (name, colour) => {
	expect(token(name)).toBe(colour);
});

it('each class is darker than the one before', () => {
	const lightness = shades.map((shade) =>
		[1, 3, 5].reduce((sum, at) => sum + parseInt(shade.slice(at, at + 2), 16), 0)
	);
	expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
});
