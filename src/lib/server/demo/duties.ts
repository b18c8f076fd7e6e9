import type { DutiesTable } from '../db/schema.ts';

// Who answers for what in the demonstration: by theme, with one measure handed over and one theme
// without a deputy, so that its owner's days away show.

const FROM = '2024-01-15';

function duty(
	user_id: string,
	named: string,
	of: { theme: string } | { indicator: string },
	until: string | null = null
): DutiesTable {
	const about = 'theme' in of ? of.theme : of.indicator;
	return {
		id: [user_id, named, about, ...(until ? ['until', until] : [])]
			.join(' ')
			.replaceAll(' ', '-')
			.toLowerCase(),
		user_id,
		duty: named,
		indicator: 'indicator' in of ? of.indicator : null,
		theme: 'theme' in of ? of.theme : null,
		valid_from: FROM,
		valid_to: until
	};
}

const every = (themes: readonly string[], make: (theme: string) => DutiesTable[]) =>
	themes.flatMap(make);

export const duties: readonly DutiesTable[] = [
	...every(['P1', 'P3', 'E5'], (theme) => [
		duty('officer', 'owner', { theme }),
		duty('second-officer', 'deputy', { theme })
	]),
	duty('second-officer', 'owner', { theme: 'P2' }),
	...every(['P4', 'E1', 'E2', 'E3', 'E4'], (theme) => [
		duty('second-officer', 'owner', { theme }),
		duty('officer', 'deputy', { theme })
	]),
	...every(['P1', 'P2', 'P3', 'P4', 'E1', 'E2', 'E3', 'E4', 'E5'], (theme) => [
		duty('approver', 'approver', { theme })
	]),
	duty('second-officer', 'owner', { indicator: 'C08' }, '2025-09-01'),
	duty('second-officer', 'contributor', { indicator: 'W02' }),
	duty('performance-lead', 'deputy approver', { theme: 'P2' })
];
