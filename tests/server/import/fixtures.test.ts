import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALITIES, WALSALL, type Area } from '../../../src/lib/domain/area.ts';
import { formOf } from '../../../src/lib/domain/entry/cell.ts';
import type { Mapping } from '../../../src/lib/domain/import/mapping.ts';
import type { ImportedFigure } from '../../../src/lib/domain/import/record.ts';
import type { DisclosureRule, ValueKind } from '../../../src/lib/domain/indicator.ts';
import { readFile, type Known } from '../../../src/lib/server/import/read-file.ts';
import { areas } from '../../../src/lib/server/load/areas.ts';
import { readCatalogue } from '../../../src/lib/server/load/catalogue.ts';
import { readLookups } from '../../../src/lib/server/load/geography.ts';
import { reader } from '../../../src/lib/server/load/open-data.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';
import { groupNames, kindsIn } from '../../../src/lib/server/workflow/import-known.ts';

// Files as publishers and partners send them (tests/fixtures/imports/README.md), each with what must
// come of it in the JSON beside it. Areas, indicators and groups are those of the product.

const FOLDER = join(import.meta.dirname, '../../fixtures/imports');

interface Expected {
	follows: string;
	mapping?: Mapping;
	refused?: string;
	figures: string[];
	problems: string[];
}

const names = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.replace(/\.json$/, ''));

describe('every published shape gives the figures that stand in it, and what is wrong', () => {
	test.each(names)('%s', async (name) => {
		const expected = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Expected;
		const bytes = readFileSync(join(FOLDER, name));
		const asked = { bytes, mapping: expected.mapping ?? {}, known };
		if (expected.refused !== undefined) {
			await expect(readFile(asked)).rejects.toThrow(expected.refused);
			return;
		}
		const { figures, problems } = await readFile(asked);
		expect({
			figures: figures.map(said).sort(),
			problems: problems.map(({ kind, code, row }) => `${kind} ${code} ${row ?? '-'}`).sort()
		}).toEqual({ figures: [...expected.figures].sort(), problems: [...expected.problems].sort() });
	});

	test('there are at least twenty-five of them', () => {
		expect(names.filter((name) => !name.startsWith('bad-')).length).toBeGreaterThanOrEqual(25);
	});
});

function said(figure: ImportedFigure): string {
	const { row, indicator, area, period, breakdown, state, numerator, denominator, value } = figure;
	const numbers =
		numerator !== null && denominator !== null
			? `${numerator}/${denominator}`
			: [numerator === null ? '' : `numerator=${numerator}`, `value=${value}`]
					.filter(Boolean)
					.join(' ');
	return `${row} ${indicator} ${area} ${period.id} ${breakdown} ${state === 'known' ? numbers : state}`;
}

const read = reader(OPEN_DATA);
const catalogue = readCatalogue(read);
const places: Area[] = areas(readLookups(read)).map((row) => ({
	code: row.code,
	level: row.level as Area['level'],
	vintage: row.vintage,
	name: row.name,
	slug: row.slug,
	validFrom: row.valid_from,
	validTo: row.valid_to,
	isLocal: row.is_local,
	note: row.note
}));
const slugs = new Map(catalogue.indicators.map(({ code, slug }) => [code, slug]));
const known: Known = {
	areas: places,
	aliases: [['Central and South', 'WLOC02']],
	indicators: catalogue.versions.map((one) => ({
		code: one.indicator,
		title: one.title,
		slug: slugs.get(one.indicator) ?? '',
		rule: {
			valueKind: one.value_kind as ValueKind,
			multiplier: one.multiplier,
			disclosureRule: one.disclosure_rule as DisclosureRule,
			form: formOf(one.value_kind as ValueKind, one.denominator !== null)
		},
		periodKinds: kindsIn(one.frequency)
	})),
	groups: groupNames(catalogue.breakdowns),
	whole: WALSALL,
	parts: places.filter(({ vintage }) => vintage === LOCALITIES).map(({ code }) => code)
};
