import { NEIGHBOURHOODS, WALSALL } from '$lib/domain/area.ts';
import { type Evidence, figureFor, partName, type Within } from '$lib/domain/evidence.ts';
import { value } from '$lib/domain/format.ts';
import { flagWords, stateWords } from '$lib/domain/observation.ts';
import { lookOf, type Painted } from '$lib/map/choropleth.ts';
import { histogram, type Mark } from '$lib/map/legend.ts';
import * as classes from '$lib/server/db/classes.ts';
import type { Db } from '$lib/server/db/client.ts';
import { wordsOf } from '$lib/charts/indicator/within-chart.ts';
import { shapesOf } from '../../geo/shapes.ts';

/** The choropleth beside the dots; undefined for make-up of the population and sets without classes. */
export async function mapOf(db: Db, evidence: Evidence, within: Within) {
	const { indicator, areas } = evidence;
	if (!indicator.mapAllowed) return undefined;
	const [breaks, shapes] = await Promise.all([
		classes.forMap(db, indicator.code, within.vintage),
		shapesOf(db, within.vintage)
	]);
	if (!breaks || !shapes) return undefined;
	const own = within.figures.filter(({ area }) => areas.get(area)?.vintage === within.vintage);
	const painted = own.map((figure): [string, Painted] => {
		const area = areas.get(figure.area);
		const said = [
			figure.value === null ? stateWords[figure.state] : value(figure.value, indicator),
			...figure.flags.map((flag) => flagWords[flag])
		].join(', ');
		const label = `${area ? partName(area) : figure.area}: ${said}`;
		return [figure.area, { look: lookOf(figure, breaks.upper), label }];
	});
	const { many, one } = wordsOf(within.vintage);
	const values = own.flatMap((figure) =>
		figure.value === null || figure.flags.includes('u') ? [] : [figure.value]
	);
	return {
		shapes: { href: shapes.href, codes: shapes.codes, outlines: shapes.outlines },
		boundaries: shapes.label,
		values: Object.fromEntries(painted),
		histogram: histogram(values, breaks.upper, indicator.decimals),
		marks: boroughMark(evidence, within),
		breaks: `Breaks are set v${breaks.version}, the same for every period.`,
		...{ many, by: one, isFine: within.vintage === NEIGHBOURHOODS },
		label: {
			title: `${indicator.title} by ${one}`,
			description: `Map of ${many} with the localities outlined. The table below has every value.`
		}
	};
}

function boroughMark(evidence: Evidence, within: Within): Mark[] {
	const [first] = within.figures;
	const borough = first && figureFor(evidence, { ...first, area: WALSALL });
	return borough?.value == null
		? []
		: [{ label: 'Walsall', value: borough.value, kind: 'borough' }];
}
