import { drawn } from '$lib/charts/plot-host.server.ts';
import { scatter } from '$lib/charts/scatter.ts';
import type { Area } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { fixed, value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import {
	type Bivariate,
	type Pair,
	strength,
	type Third,
	thirdWords
} from '$lib/domain/spatial/bivariate.ts';
import { capitalised } from '$lib/domain/sentence/sentence.ts';
import type { Shapes } from '$lib/map/shapes.ts';

// Words, points and classes of the page.

interface Facts {
	x: Indicator;
	y: Indicator;
	pairs: readonly Pair[];
	/** Behind the pairs. */
	figures: readonly Figure[];
	found: Bivariate;
	places: readonly Area[];
	area: string | null;
	shapes: Shapes;
	/** The reader's edition, for the file: `&edition=…`. */
	dated: string;
}

export function content({ x, y, pairs, figures, found, places, area, shapes, dated }: Facts) {
	const names = new Map(places.map(({ code, name }) => [code, name]));
	const nameOf = (code: string) => names.get(code) ?? code;
	const byCode = new Map(pairs.map((pair) => [pair.area, pair]));
	return {
		x: { code: x.code, title: x.title },
		y: { code: y.code, title: y.title },
		sentence: sentence(found, pairs.length),
		selected: area !== null && byCode.has(area) ? area : null,
		figure: drawn(
			{
				id: 'scatter',
				title: 'Each dot is a neighbourhood',
				subtitle: `${x.title} (across) and ${y.title} (up), latest figures. Dashed lines split each measure into thirds. Axes do not start at 0.`,
				spec: (width) =>
					scatter(
						pairs.map((pair) => ({
							name: `${nameOf(pair.area)}: ${value(pair.x, x)}, ${value(pair.y, y)}`,
							x: pair.x,
							y: pair.y,
							isSelected: pair.area === area
						})),
						{
							x: { title: x.title, unit: x, breaks: found.breaks.x },
							y: { title: y.title, unit: y, breaks: found.breaks.y }
						},
						width
					),
				alt: {
					title: `${x.title} and ${y.title} in ${pairs.length} neighbourhoods of Walsall`,
					description: `Scatter plot. ${sentence(found, pairs.length)} The table has every neighbourhood.`
				},
				figures,
				table: {
					caption: `${x.title} and ${y.title} by neighbourhood`,
					columns: [
						{ label: 'Neighbourhood' },
						{ label: x.title, numeric: true },
						{ label: y.title, numeric: true },
						{ label: 'Thirds' }
					],
					rows: places.flatMap(({ code, name }) => {
						const pair = byCode.get(code);
						const cells = pair ? [value(pair.x, x), value(pair.y, y)] : ['No figure', 'No figure'];
						const third = found.thirds.get(code);
						return [
							{
								cells: [
									{ text: name, href: `/places/${code}` },
									...cells,
									third ? thirds(third) : '–'
								]
							}
						];
					})
				},
				source: `${x.sourceText}; ${y.sourceText}.`,
				notes: [
					'Neighbouring places resemble each other, so the true range is wider than the one printed.'
				]
			},
			{ csv: `/map/two-measures/csv?x=${x.code}&y=${y.code}${dated}` }
		),
		classes: Object.fromEntries(
			[...found.thirds].map(([code, third]) => {
				const pair = byCode.get(code);
				const label = pair ? `${nameOf(code)}: ${value(pair.x, x)}, ${value(pair.y, y)}` : '';
				return [code, { look: `b${third.x}${third.y}`, label }];
			})
		),
		shapes: { href: shapes.href, codes: shapes.codes, outlines: shapes.outlines },
		boundaries: shapes.label
	};
}

/** "Highest third, middle third": what the colour of the map says, in words. */
const thirds = ({ x, y }: { x: Third; y: Third }): string =>
	capitalised(x === y ? `${thirdWords[x]} of both` : `${thirdWords[x]}, ${thirdWords[y]}`);

/** "Places high on one tend to be high on the other (rank correlation 0.81, 95% range 0.74 to 0.86)." */
function sentence(found: Bivariate, areas: number): string {
	const { relation } = found;
	const degree = strength(relation);
	if (!relation) return 'There are too few neighbourhoods with both figures to compare them.';
	const numbers = `rank correlation ${fixed(relation.value, 2)}, 95% range ${fixed(relation.lower, 2)} to ${fixed(relation.upper, 2)}, ${areas} neighbourhoods`;
	if (degree === 'none') return `The two put neighbourhoods in unrelated orders (${numbers}).`;
	const way = relation.value > 0 ? 'high on the other' : 'low on the other';
	const often = { strong: 'mostly', some: 'often', weak: 'only sometimes' }[degree];
	return `Neighbourhoods that are high on one are ${often} ${way} (${numbers}).`;
}
