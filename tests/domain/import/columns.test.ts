import { describe, expect, test } from 'vitest';
import type { Area } from '../../../src/lib/domain/area.ts';
import { gazetteer } from '../../../src/lib/domain/import/area-text.ts';
import { guessColumns } from '../../../src/lib/domain/import/columns.ts';
import { findSheet } from '../../../src/lib/domain/import/sheet.ts';

const area = (code: string, name: string): Area => ({
	code,
	name,
	level: 'locality',
	vintage: 'any',
	slug: name,
	validFrom: null,
	validTo: null,
	isLocal: true,
	note: null
});
const known = gazetteer([
	area('WLOC01', 'North'),
	area('WLOC02', 'South'),
	area('E08000030', 'Walsall')
]);
const indicators = new Map([
	['c08', { code: 'C08' }],
	['people who took part', { code: 'C08' }]
]);

describe('the words of a header, or what stands below it, say what a column holds', () => {
	test.each<[string, string, string[]]>([
		[
			'our own words',
			'Area code;Area;Period;Numerator;Denominator;Note\nWLOC01;North;2024;1;2;',
			['area code', 'area name', 'period', 'numerator', 'denominator', 'note']
		],
		[
			'Nomis',
			'DATE;GEOGRAPHY_NAME;GEOGRAPHY_CODE;MEASURES_NAME;OBS_VALUE;OBS_STATUS\n2024;Walsall;E08000030;Value;12;A',
			['period', 'area name', 'area code', 'ignore', 'value', 'flag']
		],
		[
			'public health profiles',
			'Indicator Name;Area Code;Area Name;Sex;Age;Time period;Value;Lower CI 95.0 limit;Upper CI 95.0 limit;Count;Denominator;Value note\nx;E08000030;Walsall;Persons;All;2023;4;3;5;40;1000;',
			[
				'indicator',
				'area code',
				'area name',
				'sex',
				'age',
				'period',
				'value',
				'lower',
				'upper',
				'numerator',
				'denominator',
				'flag'
			]
		],
		[
			'DfE',
			'time_period;time_identifier;geographic_level;new_la_code;la_name;headcount;sess_overall_percent\n202425;Academic year;Local authority;E08000030;Walsall;4;7.1',
			['period', 'period part', 'ignore', 'area code', 'area name', 'denominator', 'value']
		],
		[
			'DfE with levels',
			'time_period;country_code;country_name;old_la_code;new_la_code;la_name;rate\n202425;E08000030;x1;335;E08000030;Walsall;7.1',
			['period', 'area code', 'ignore', 'ignore', 'area code', 'area name', 'value']
		],
		['a place we do not know', 'Area code;Number\nE08000027;4', ['area code', 'numerator']],
		[
			'a partner',
			'Locality;No. of participants;Total asked;% agree;Comments\nNorth;12;40;30%;fine',
			['area name', 'numerator', 'denominator', 'value', 'note']
		],
		['no words at all', 'foo;bar\nNorth;12', ['area name', 'ignore']],
		[
			'two of one kind',
			'Area;Number;Number of boys\nNorth;12;3',
			['area name', 'numerator', 'ignore']
		]
	])('%s', (_, text, roles) => {
		expect(guess(text).map(({ role }) => role)).toEqual(roles);
	});
});

describe('in a wide sheet the header says of which period, area, group or measure', () => {
	test.each<[string, string, object[]]>([
		[
			'periods',
			'Area;2024/25;2025/26\nNorth;1.5;2.5',
			[
				{ role: 'area name' },
				{ role: 'value', period: '2024/25' },
				{ role: 'value', period: '2025/26' }
			]
		],
		[
			'areas',
			'Period;North;South\n2024/25;1;2',
			[{ role: 'period' }, { role: 'value', area: 'North' }, { role: 'value', area: 'South' }]
		],
		[
			'measures below periods',
			'Area;Q1 2026/27;\n;Number;Base\nNorth;1;2',
			[
				{ role: 'area name' },
				{ role: 'numerator', period: 'Q1 2026/27' },
				{ role: 'denominator', period: 'Q1 2026/27' }
			]
		],
		[
			'periods below measures',
			'Area;Number;;Base;\n;2024/25;2025/26;2024/25;2025/26\nNorth;1;2;3;4',
			[
				{ role: 'area name' },
				{ role: 'numerator', period: '2024/25' },
				{ role: 'numerator', period: '2025/26' },
				{ role: 'denominator', period: '2024/25' },
				{ role: 'denominator', period: '2025/26' }
			]
		],
		[
			'sexes',
			'Area;Women;Men\nNorth;1;2',
			[{ role: 'area name' }, { role: 'value', sex: 'Women' }, { role: 'value', sex: 'Men' }]
		],
		[
			'indicators',
			'Area;C08;Other\nNorth;1;2',
			[{ role: 'area name' }, { role: 'value', indicator: 'C08' }, { role: 'ignore' }]
		]
	])('%s', (_, text, columns) => {
		expect(guess(text)).toMatchObject(columns);
	});
});

function guess(text: string) {
	const sheet = findSheet(text.split('\n').map((line) => line.split(';')));
	if (!sheet) throw new Error(`no sheet in ${text}`);
	return guessColumns(sheet, known, indicators);
}
