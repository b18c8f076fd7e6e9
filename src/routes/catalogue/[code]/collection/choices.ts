// What may be chosen of a rule of collection, in words.

export const areaWords = {
	borough: 'Walsall alone',
	localities: 'Walsall and its localities',
	wards: 'Walsall and its wards'
} as const;
export const areaChoices = Object.entries(areaWords).map(([value, label]) => ({ value, label }));

export const groupChoices = [
	{ value: '', label: 'Those of the latest figures' },
	{ value: 'none', label: 'None' },
	{ value: 'sex', label: 'Women and men' },
	{ value: 'age', label: 'Ages' },
	{ value: 'sex and age', label: 'Women and men, and ages' }
];

export const expectedChoices = [
	{ value: 'history', label: 'Worked out from each place’s own history' },
	{ value: 'set', label: 'Set by hand' },
	{ value: 'off', label: 'None: no figure is asked about' }
];
