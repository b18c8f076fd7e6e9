import type { Figure } from '../../domain/disclosure/gate.ts';
import type { Evidence, Group } from '../../domain/evidence.ts';
import type { Period } from '../../domain/period.ts';
import { capitalised, uncapitalised } from '../../domain/sentence/sentence.ts';
import { fixed, type Unit, value } from '../../domain/format.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { type Flag, stateCodes, stateWords } from '../../domain/observation.ts';
import { base } from '../../domain/sentence/who.ts';
import type { Cell } from '../../ui/table.ts';

// Words that every chart of an indicator needs: its measure, its source, its cells.

/** "% of residents aged 16 to 64", "£ a week", "Years"; the heading above names the measure. */
export function measure({ denominator, unit, valueKind }: Indicator): string {
	const of = base(denominator);
	if (valueKind === 'percent' && of && unit === '%') return `% of ${of}`;
	return capitalised(unit);
}

/** "2004 to 2023"; pooled periods, which have a "to" of their own, "2011 to 2013 up to 2022 to 2024". */
export function span(first: Period, last: Period): string {
	const joint = first.label.includes(' to ') ? 'up to' : 'to';
	return `${first.label} ${joint} ${last.label}`;
}

/** Who is shown, in a subtitle; empty for everyone. Names of groups keep their capitals. */
export function whoIn({ dimension, label }: Group): string {
	if (dimension === 'all') return '';
	return dimension === 'group' ? label : uncapitalised(label);
}

/** "Subtitle one, two. The axis starts at 10%." from parts that may be empty. */
export function subtitle(parts: readonly string[], note: string): string {
	return [`${parts.filter(Boolean).join(', ')}.`, note].filter(Boolean).join(' ');
}

/** "Office for National Statistics, Census 2021 (Open Government Licence v3.0)". */
export function sourceOf(
	evidence: Pick<Evidence, 'sources' | 'indicator'>,
	figures: readonly Figure[]
): string {
	const ids = [...new Set(figures.map((figure) => figure.sourceId ?? evidence.indicator.sourceId))];
	const lines = ids.flatMap((id) => {
		const source = id === null ? undefined : evidence.sources.get(id);
		return source ? [`${source.publisher}, ${source.title} (${source.licence})`] : [];
	});
	return lines.length > 0 ? `${lines.join('; ')}.` : `${evidence.indicator.sourceText}.`;
}

export function valueCell(figure: Figure | undefined, unit: Unit): Cell {
	if (!figure) return { text: '–' };
	if (figure.value === null) {
		return { text: stateWords[figure.state], code: stateCodes[figure.state] };
	}
	return { text: value(figure.value, unit), flags: figure.flags };
}

/** "15.6 to 26.4"; a dash where the method gives no range. */
export function rangeText(
	figure: Pick<Figure, 'lower' | 'upper'> | undefined,
	unit: Pick<Unit, 'decimals'>
): string {
	if (!figure || figure.lower === null || figure.upper === null) return '–';
	return `${fixed(figure.lower, unit.decimals)} to ${fixed(figure.upper, unit.decimals)}`;
}

/** What the range is, once per chart that shows one; empty where none does. */
export function rangeNote(indicator: Indicator, figures: readonly Figure[]): string[] {
	if (figures.every(({ lower }) => lower === null)) return [];
	switch (indicator.intervalMethod) {
		case 'wilson':
		case 'byars':
			return [
				'Ranges are 95% ranges for chance variation: a count of everyone has no sampling error.'
			];
		case 'published':
			return ['Ranges are the 95% ranges that the publisher gives.'];
		default:
			return [];
	}
}

/** What the flags in these figures mean, except those already said. */
export function flagNotes(figures: readonly Figure[], said: readonly Flag[] = []): string[] {
	const held = new Set(
		figures.flatMap(({ flags }) => flags).filter((flag) => !said.includes(flag))
	);
	return [
		held.has('e') ? '[e] estimated: drawn with a dashed range.' : '',
		held.has('p') ? '[p] provisional: drawn hollow.' : '',
		held.has('r') ? '[r] revised since it was first published.' : '',
		held.has('u') ? '[u] too few people or homes to judge.' : '',
		held.has('i') ? '[i] illustrative: invented for the demonstration.' : ''
	].filter(Boolean);
}
