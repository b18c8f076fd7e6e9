import type { Group } from '$lib/domain/cpf/filter.ts';
import type { Measure, Part } from '$lib/domain/cpf/measure.ts';
import {
	areaWords,
	contributorWords,
	influenceWord,
	lateWords,
	postWords
} from '$lib/domain/cpf/words.ts';
import { value } from '$lib/domain/format.ts';
import { stateWords } from '$lib/domain/observation.ts';
import type { Column, Row } from '$lib/ui/table.ts';
import { movementWords } from '$lib/domain/movement.ts';
import { statusWords } from '$lib/ui/status.ts';

// The scorecard as a table: the same order and the same numbers as the list above it.

export const columns: Column[] = [
	{ label: 'Indicator' },
	{ label: 'Performance areas' },
	{ label: 'Owner' },
	{ label: 'Contributors' },
	{ label: 'Influence' },
	{ label: 'Period' },
	{ label: 'Figure', numeric: true },
	{ label: 'Against target' },
	{ label: 'Movement' },
	{ label: 'Overdue' }
];

export function rows(groups: readonly Group[], labels: ReadonlyMap<string, string>): Row[] {
	return groups.flatMap((group) =>
		group.measures
			.flatMap((measure) => lines(measure).map((part) => row(measure, part, labels)))
			.map((made, i) => (i === 0 ? { ...made, group: group.label } : made))
	);
}

const lines = ({ parts }: Measure): (Part | null)[] => (parts.length > 0 ? parts : [null]);

function row(measure: Measure, part: Part | null, labels: ReadonlyMap<string, string>): Row {
	const { indicator } = measure;
	return {
		cells: [
			{
				text: `${indicator.code} ${indicator.title}${part?.group ? `, ${part.group}` : ''}`,
				href: `/indicators/${indicator.code.toLowerCase()}`
			},
			areaWords(measure.areas, labels),
			postWords(measure.owner),
			contributorWords(measure.contributors),
			influenceWord(measure),
			part?.period.label ?? '',
			part ? figureCell(part, measure) : 'No figure',
			part?.target ? statusWords[part.target.outcome] : 'No target set',
			part?.travel
				? `${movementWords(part.travel.movement.outcome, indicator.polarity)} since ${part.travel.against}`
				: 'Not tested',
			lateWords(measure) ?? 'No'
		]
	};
}

const figureCell = ({ figure }: Part, { indicator }: Measure) => ({
	text: figure.value === null ? stateWords[figure.state] : value(figure.value, indicator),
	flags: figure.flags
});
