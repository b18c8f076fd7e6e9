import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { png } from '../../src/lib/server/export/png.ts';

// A temporary folder of its own: nothing of another process is seen or swept.
const folder = mkdtempSync(join(tmpdir(), 'png-test-'));
vi.stubEnv('TMPDIR', folder);
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

const written = (weight: number) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="'Source Sans 3', Arial"><text x="10" y="30" font-size="24" font-weight="${weight}">Walsall 2.7%</text></svg>`;

it('draws the typeface in the weight asked for', async () => {
	const [regular, bold] = [await png(written(400)), await png(written(700))];
	expect(bold.length).not.toBe(regular.length);
});

it('unpacks the fonts again when the temporary folder was swept', async () => {
	const whole = await png(written(400));
	const unpacked = readdirSync(folder);
	expect(unpacked).toHaveLength(1);
	for (const name of unpacked) rmSync(join(folder, name), { recursive: true });
	expect(await png(written(400))).toEqual(whole);
});
