import { describe, expect, it } from 'vitest';
import { type DotData, type DotRow, signOf } from '../../src/lib/charts/dot-data.ts';
import { laidOut, wrapped } from '../../src/lib/charts/dot-layout.ts';
import { dotAxisNote, dotRows } from '../../src/lib/charts/dot-rows.ts';
import { draw } from '../../src/lib/charts/plot-host.server.ts';
import { normalised, textsOf } from './snapshot.ts';

const alt = { title: 'By locality and ward', description: 'Dot plot.' };

describe('dots with ranges', () => {
	it('stand by place, with the borough as a line', async () => {
		const svg = draw(dotRows(data(), 'wide'), 'dots-w', alt);
		await expect(normalised(svg)).toMatchFileSnapshot('__snapshots__/dots-wide.svg');
	});

	it('are filled where the stored comparison is clear, hollow where it is not', () => {
		expect([signOf('higher'), signOf('lower'), signOf('similar'), signOf('cannot tell')]).toEqual([
			...['filled', 'filled', 'hollow', 'hollow']
		]);
		expect(signOf(undefined)).toBe('filled');
	});

	it('name a hidden value in words and draw no dot for it', () => {
		const svg = draw(dotRows(data(), 'wide'), 'x', alt);
		expect(textsOf(svg)).toContain('× Hidden');
		expect(svg.match(/<circle/g)).toHaveLength(4);
	});

	it('write the flag beside the name', () => {
		expect(textsOf(draw(dotRows(data(), 'wide'), 'x', alt)).join('|')).toContain('Streetly [e]');
	});

	it('say where the axis starts when it does not start at zero', () => {
		const high = data();
		for (const { rows } of high.groups) for (const row of rows) if (row.value) row.value += 200;
		high.groups = high.groups.map(({ rows }) => ({ rows: rows.map(withoutRange) }));
		delete high.line;
		expect(dotAxisNote(high)).toMatch(/^The axis starts at/);
	});
});

describe('rows', () => {
	it('follow one another without overlap, long names taking more height', () => {
		const { lines, height } = laidOut(data(), 120);
		for (const [i, line] of lines.entries()) {
			expect(line.to).toBeLessThanOrEqual(lines[i + 1]?.from ?? height);
		}
		const heights = lines.map(({ from, to }) => to - from);
		expect(Math.max(...heights)).toBeGreaterThan(Math.min(...heights));
	});

	it('wrap at spaces only', () => {
		expect(wrapped('Aldridge North & Walsall Wood', 15)).toEqual([
			...['Aldridge North', '& Walsall Wood']
		]);
		expect(wrapped('Immeasurable', 4)).toEqual(['Immeasurable']);
	});
});

const withoutRange = (row: DotRow): DotRow => ({ ...row, lower: null, upper: null });

function row(label: string, value: number | null, given: Partial<DotRow> = {}): DotRow {
	return {
		...{ label, value, flags: [], sign: 'filled' },
		...{ lower: value && value - 1, upper: value && value + 1 },
		state: value === null ? 'suppressed' : 'known',
		...given
	};
}

function data(): DotData {
	return {
		unit: { valueKind: 'percent', unit: '%', decimals: 1 },
		line: { label: 'Walsall', value: 20 },
		groups: [
			{
				label: 'North',
				head: row('North', 24.9),
				rows: [row('Bloxwich West', 20.5, { sign: 'hollow' }), row('Blakenall', null)]
			},
			{
				label: 'East',
				rows: [row('Streetly', 8.3, { flags: ['e'] }), row('Aldridge North & Walsall Wood', 13.2)]
			}
		]
	};
}
