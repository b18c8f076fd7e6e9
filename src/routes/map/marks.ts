import type { Mark } from '$lib/map/legend.ts';
import type { AreaRow } from './areas.ts';
import type { Content } from './content.ts';

/** Lines on the legend: the benchmarks that the reader chose, and the selected area. */
export function marksOf(
	{ benchmarks }: Pick<Content, 'benchmarks'>,
	compare: readonly string[],
	chosen: AreaRow | undefined
): Mark[] {
	const chosenOnes = benchmarks.filter(({ key }) => compare.includes(key));
	const marks: Mark[] = chosenOnes.map(({ key, name, value }) => ({
		label: name,
		value,
		kind: key === 'borough' ? 'borough' : 'benchmark'
	}));
	if (chosen?.value != null) {
		marks.push({ label: chosen.name, value: chosen.value, kind: 'selected' });
	}
	return marks;
}
