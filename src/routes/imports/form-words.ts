import type { Role } from '$lib/domain/import/columns.ts';
import type { PeriodKind } from '$lib/domain/period.ts';
import type { ValueState } from '$lib/domain/observation.ts';

// The choices of the form about a file, with their words: apart from its reading, which is the
// server's, because the page draws them.

export const ROLES: readonly (readonly [Role, string])[] = [
	['ignore', 'Leave out'],
	['area code', 'Area code'],
	['area name', 'Area name'],
	['period', 'Period'],
	['period part', 'Quarter, month or term of the period'],
	['indicator', 'Indicator'],
	['numerator', 'Number (numerator)'],
	['denominator', 'Out of (denominator)'],
	['value', 'Value or percentage'],
	['lower', 'Lower limit'],
	['upper', 'Upper limit'],
	['sex', 'Sex'],
	['age', 'Age'],
	['group', 'Group'],
	['flag', 'Mark or status'],
	['note', 'Note']
];

export const KINDS: readonly (readonly [PeriodKind, string])[] = [
	['quarter', 'Quarters or terms'],
	['month', 'Months'],
	['financial_year', 'Financial years'],
	['academic_year', 'School years'],
	['calendar_year', 'Calendar years'],
	['rolling', 'Years pooled, or the year to a month'],
	['snapshot', 'One day']
];

type Missing = Exclude<ValueState, 'known'>;
export const STATES: readonly Missing[] = [
	'suppressed',
	'not collected',
	'not yet published',
	'not applicable'
];
