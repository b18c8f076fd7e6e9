import type { NumberBox } from '$lib/domain/entry/row.ts';
import type { Sheet } from '$lib/domain/entry/sheet.ts';

// Which boxes a row of the grid has, by how the indicator is entered.

export interface Box {
	name: NumberBox;
	label: string;
}

export function boxesOf({ rule, unit }: Sheet): Box[] {
	switch (rule.form) {
		case 'share':
			return [
				{ name: 'numerator', label: 'How many' },
				{ name: 'denominator', label: 'Out of' }
			];
		case 'count':
			return [{ name: 'numerator', label: rule.valueKind === 'money' ? 'Pounds' : 'Count' }];
		case 'value':
			return [{ name: 'value', label: `Value (${unit.unit})` }];
	}
}

/** Sums of the parts as typed so far, for the running check against the whole. */
export interface RunningSum {
	label: string;
	added: number;
	whole: number | null;
}
