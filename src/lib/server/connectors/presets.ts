import type { Asked, SourceId } from '../../domain/connector/source.ts';
import type { Mapping } from '../../domain/import/mapping.ts';

// Which indicator comes from which service, what is asked for it, and how the answer is read. Data: a
// line here is a pull that an officer asks for with one button. Numbers of data sets and indicators
// were taken from documents and public programs, not from the services themselves.

export interface Preset {
	readonly id: string;
	readonly source: SourceId;
	readonly indicator: string;
	readonly asked: Asked;
	readonly mapping: Mapping;
	/** What the officer must know of these figures. */
	readonly caution: string;
}

const LEFT_OUT = { leaveOut: ['unknown area'] } as const;

/** Everybody's figures, and those of women and men where they are apart; not the deprivation tenths. */
const FINGERTIPS: Mapping = {
	only: [{ header: 'Category Type', is: '' }],
	columns: [
		{ header: 'Indicator Name', role: 'ignore' },
		{ header: 'Parent Code', role: 'ignore' },
		{ header: 'Parent Name', role: 'ignore' },
		{ header: 'Area Code', role: 'area code' },
		{ header: 'Area Name', role: 'ignore' },
		{ header: 'Age', role: 'ignore' },
		{ header: 'Time period', role: 'period' },
		{ header: 'Time period Sortable', role: 'ignore' },
		{ header: 'Time period range', role: 'ignore' },
		{ header: 'Value', role: 'value' },
		{ header: 'Lower CI 95.0 limit', role: 'lower' },
		{ header: 'Upper CI 95.0 limit', role: 'upper' },
		{ header: 'Count', role: 'ignore' },
		{ header: 'Denominator', role: 'ignore' },
		{ header: 'Value note', role: 'ignore' }
	],
	...LEFT_OUT
};

/** Fingertips has one table for everything: an indicator, its kind of period, and the number there. */
const ofFingertips = (
	indicator: string,
	number: string,
	{ periodKind, caution }: { periodKind: NonNullable<Mapping['periodKind']>; caution: string }
): Preset => ({
	id: `fingertips-${indicator.toLowerCase()}`,
	source: 'fingertips',
	indicator,
	asked: { indicator_ids: number, child_area_type_id: '502', parent_area_type_id: '6' },
	mapping: { ...FINGERTIPS, indicator, periodKind },
	caution
});

export const PRESETS: readonly Preset[] = [
	{
		id: 'nomis-w07',
		source: 'nomis',
		indicator: 'W07',
		asked: {
			dataset: 'NM_162_1',
			geography: 'E08000030,E12000005,E92000001',
			time: 'latestMINUS11,latest',
			filters: 'gender=0&age=0&measure=2',
			measures: '20100'
		},
		mapping: {
			indicator: 'W07',
			periodKind: 'month',
			columns: [
				{ header: 'DATE_NAME', role: 'ignore' },
				{ header: 'DATE_CODE', role: 'period' },
				{ header: 'GEOGRAPHY_NAME', role: 'ignore' },
				{ header: 'GEOGRAPHY_CODE', role: 'area code' },
				{ header: 'MEASURES_NAME', role: 'ignore' },
				{ header: 'OBS_VALUE', role: 'value' },
				{ header: 'OBS_STATUS', role: 'ignore' },
				{ header: 'OBS_STATUS_NAME', role: 'ignore' },
				{ header: 'RECORD_COUNT', role: 'ignore' }
			],
			...LEFT_OUT
		},
		caution: 'Months, while the long series has yearly averages: they stand apart.'
	},
	ofFingertips('T09', '90362', {
		periodKind: 'rolling',
		caution: 'Periods of three years overlap.'
	}),
	ofFingertips('T08', '22304', {
		periodKind: 'financial_year',
		caution: 'A survey: its range is wide.'
	}),
	ofFingertips('T07', '90280', {
		periodKind: 'financial_year',
		caution: 'The number of the indicator there is still to be checked with the service.'
	}),
	ofFingertips('Y04', '93203', {
		periodKind: 'calendar_year',
		caution: 'The yearly figure of the department, not the monthly local view.'
	}),
	{
		id: 'ons-t08',
		source: 'ons',
		indicator: 'T08',
		asked: { dataset: 'wellbeing-local-authority', edition: '', version: '', areas: '' },
		mapping: {
			indicator: 'T08',
			periodKind: 'financial_year',
			only: [
				{ header: 'MeasureOfWellbeing', is: 'Anxiety' },
				{ header: 'wellbeing-estimate', is: 'poor' }
			],
			columns: [
				{ header: 'v4_3', role: 'value' },
				{ header: 'administrative-geography', role: 'area code' },
				{ header: 'Geography', role: 'ignore' },
				{ header: 'yyyy-yy', role: 'period' },
				{ header: 'Time', role: 'ignore' },
				{ header: 'LCL', role: 'lower' },
				{ header: 'UCL', role: 'upper' },
				{ header: 'wellbeing-estimate', role: 'ignore' },
				{ header: 'Estimate', role: 'ignore' },
				{ header: 'measure-of-wellbeing', role: 'ignore' },
				{ header: 'MeasureOfWellbeing', role: 'ignore' }
			],
			...LEFT_OUT
		},
		caution: '“Poor” there means an anxiety of 6 to 10. Pull it from here or Fingertips, not both.'
	}
];

/** How each service's answers are read when an indicator was chosen by hand. */
export const READINGS: Readonly<Partial<Record<SourceId, Mapping>>> = {
	fingertips: FINGERTIPS,
	police: {
		periodKind: 'month',
		columns: [
			{ header: 'Area code', role: 'area code' },
			{ header: 'Area name', role: 'ignore' },
			{ header: 'Month', role: 'period' },
			{ header: 'Kind of crime', role: 'ignore' },
			{ header: 'Crimes', role: 'numerator' }
		]
	}
};

export const presetOf = (id: string): Preset | undefined =>
	PRESETS.find((preset) => preset.id === id);
