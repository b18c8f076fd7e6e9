// Names of the reference contract -> the domain's functions. Thin on purpose: renames and unpacks,
// decides nothing. The input shapes are those of the contract, so the inputs are typed loosely.
import * as aggregate from '../../src/lib/domain/aggregate/aggregate.ts';
import * as composite from '../../src/lib/domain/composite/composite.ts';
import * as normalise from '../../src/lib/domain/composite/normalise.ts';
import { rankStability } from '../../src/lib/domain/composite/stability.ts';
import * as editions from '../../src/lib/domain/disclosure/editions.ts';
import { isSmallShare, primary, roundToBase } from '../../src/lib/domain/disclosure/rule.ts';
import * as suppress from '../../src/lib/domain/disclosure/suppress.ts';
import { adjustP } from '../../src/lib/domain/spatial/adjust.ts';
import { assignByCentroid } from '../../src/lib/domain/spatial/centroid.ts';
import { contiguity } from '../../src/lib/domain/spatial/contiguity.ts';
import * as diversity from '../../src/lib/domain/spatial/diversity.ts';
import { geary } from '../../src/lib/domain/spatial/geary.ts';
import * as getisOrd from '../../src/lib/domain/spatial/getis-ord.ts';
import { column } from '../../src/lib/domain/spatial/groups.ts';
import { hotColdSpots } from '../../src/lib/domain/spatial/hot-spots.ts';
import { localMoran } from '../../src/lib/domain/spatial/local-moran.ts';
import * as local from '../../src/lib/domain/spatial/local-segregation.ts';
import { moran } from '../../src/lib/domain/spatial/moran.ts';
import * as multigroup from '../../src/lib/domain/spatial/multigroup.ts';
import * as neighbours from '../../src/lib/domain/spatial/neighbours.ts';
import * as permutation from '../../src/lib/domain/spatial/permutation.ts';
import * as smooth from '../../src/lib/domain/spatial/smooth.ts';
import * as twoGroup from '../../src/lib/domain/spatial/two-group.ts';
import * as breaks from '../../src/lib/domain/stats/breaks.ts';
import * as compare from '../../src/lib/domain/stats/compare.ts';
import * as funnel from '../../src/lib/domain/stats/funnel.ts';
import { goodness } from '../../src/lib/domain/stats/goodness.ts';
import * as interval from '../../src/lib/domain/stats/interval.ts';
import * as spc from '../../src/lib/domain/stats/spc.ts';
import * as rules from '../../src/lib/domain/stats/spc-rules.ts';
import * as standardise from '../../src/lib/domain/stats/standardise.ts';
import * as trend from '../../src/lib/domain/stats/trend.ts';

// Inputs are JSON of 70 different shapes, hence `any`.
export type Adapter = Record<string, (input: any) => unknown>;

/** Seed of every permutation case. */
const seed = 20250401;

const adapter: Adapter = {
	wilsonCI: ({ x, n, confidence }) => interval.wilson(x, n, confidence),
	byarsCI: ({ x, confidence }) => interval.byar(x, confidence),
	exactPoissonCI: ({ x, confidence }) => interval.exactPoisson(x, confidence),
	rateCI: ({ x, n, multiplier, confidence }) => interval.rate(x, n, multiplier, confidence),
	meanCI: ({ values, confidence }) => interval.mean(values, confidence),

	dsr: (given) => standardise.dsr(given),
	dsrNonIndependent: (given) => standardise.dsrNonIndependent(given),
	isr: (given) => standardise.isr(given),

	compareToBenchmark: ({ lower, upper, benchmark, polarity }) => ({
		category: compare.category({ lower, upper }, benchmark, polarity)
	}),
	funnelSignificanceProportion: ({ x, n }) => funnel.ofProportions(x, n),
	funnelSignificanceRatio: ({ observed, expected }) => funnel.ofRatios(observed, expected),
	twoProportionTest: ({ x1, n1, x2, n2 }) => compare.twoProportions(x1, n1, x2, n2),

	fingertipsTrend: (given) => trend.fingertipsTrend(given),
	trendWithPolarity: ({ trend: marker, polarity }) => ({
		label: trend.trendWithPolarity(marker, polarity)
	}),
	cochranArmitage: ({ x, n, scores }) => trend.cochranArmitage(x, n, scores),
	mannKendall: ({ values }) => trend.mannKendall(values),
	theilSen: ({ values, times }) => ({ slope: trend.theilSen(values, times) }),

	xmrLimits: ({ values, ...options }) => spc.limits(values, options),
	ruleShift7: ({ relativeToMean }) => ({ flags: rules.shift7(relativeToMean) }),
	ruleTrend7: ({ values }) => ({ flags: rules.trend7(values) }),
	rulePartOf7: ({ flags }) => ({ flags: rules.partOf7(flags) }),
	ruleTwoInThree: ({ closeToLimit, relativeToMean }) => ({
		flags: rules.twoInThree(closeToLimit, relativeToMean)
	}),
	spcClassify: ({ values, improvementDirection, ...options }) =>
		spc.classify(values, improvementDirection, options)?.[0],
	assurance: ({ lpl, upl, target, improvementDirection }) => ({
		assurance: spc.assurance({ lpl, upl }, target, improvementDirection)
	}),

	dissimilarity: ({ x, y, matrix, xCol, yCol }) => {
		if (!matrix) return { value: twoGroup.dissimilarity(x, y) };
		const first = column(matrix, xCol);
		const second = yCol === 'rest' ? twoGroup.againstRest(matrix, xCol).rest : column(matrix, yCol);
		return { value: twoGroup.dissimilarity(first, second) };
	},
	isolation: ({ matrix, col }) => ({ value: twoGroup.isolation(matrix, col) }),
	interaction: ({ matrix, xCol, yCol }) => ({ value: twoGroup.interaction(matrix, xCol, yCol) }),
	entropy: ({ counts, base }) => ({ value: diversity.entropy(counts, base) }),
	theilH: ({ matrix }) => multigroup.theilH(matrix),
	simpson: ({ matrix }) => diversity.simpsonOverall(matrix),
	multigroupDissimilarity: ({ matrix }) => ({ value: multigroup.multigroupDissimilarity(matrix) }),
	relativeDiversity: ({ matrix }) => ({ value: multigroup.relativeDiversity(matrix) }),
	normalisedExposure: ({ matrix }) => ({ value: multigroup.normalisedExposure(matrix) }),
	localEntropy: ({ matrix }) => diversity.localEntropy(matrix),
	localSimpson: ({ matrix }) => ({ values: diversity.localSimpson(matrix) }),
	localSegregation: ({ matrix }) => ({ values: local.localSegregation(matrix) }),
	locationQuotient: ({ matrix }) => ({ values: local.locationQuotient(matrix) }),

	contiguity: ({ geojson, kind, snap }) => ({ neighbors: contiguity(geojson, kind, snap) }),
	knn: ({ points, k }) => ({ neighbors: neighbours.nearest(points, k) }),
	distanceBand: ({ points, threshold }) => ({
		neighbors: neighbours.withinDistance(points, threshold)
	}),
	moranI: ({ y, neighbors, weights }) => moran(y, neighbors, weights),
	localMoran: ({ y, neighbors, weights }) => byKey(localMoran(y, neighbors, weights)),
	moranQuadrants: ({ y, neighbors, weights = 'row' }) => byKey(localMoran(y, neighbors, weights)),
	getisOrdGi: ({ y, neighbors, star }) => ({ z: getisOrd.gi(y, neighbors, star) }),
	getisOrdGlobalG: ({ y, neighbors }) => getisOrd.globalG(y, neighbors),
	gearyC: ({ y, neighbors, weights }) => geary(y, neighbors, weights),
	hotColdSpots: ({ y, neighbors, alpha, correction }) =>
		hotColdSpots(y, neighbors, alpha, correction),
	localMoranPermutation: ({ y, neighbors, permutations, alternative }) => ({
		p: nulls(
			permutation.localMoranPermutation(y, neighbors, drawn(neighbors, permutations), alternative)
		)
	}),
	getisOrdGiPermutation: ({ y, neighbors, permutations, alternative }) => ({
		p: nulls(permutation.giPermutation(y, neighbors, drawn(neighbors, permutations), alternative))
	}),
	moranRate: ({ events, population, neighbors }) => smooth.moranRate(events, population, neighbors),
	empiricalBayesRate: ({ events, population }) => ({
		values: smooth.empiricalBayesRate(events, population)
	}),
	adjustP: ({ p, method }) => ({ adjusted: adjustP(p, method) }),

	primarySuppression: ({ table, threshold, suppressZeros }) => ({
		suppressed: flags(primary(table, { threshold, suppressZeros }))
	}),
	auditSuppression: ({ table, suppressed }) => {
		const audit = suppress.auditTable(table, suppressed);
		const pairs = Object.entries(audit.intervals).map(([name, r]) => [name, [r.lower, r.upper]]);
		return { ...audit, intervals: Object.fromEntries(pairs) };
	},
	suppressTable: ({ table, threshold, suppressZeros }) => {
		const hidden = suppress.suppressTable(table, { threshold, suppressZeros });
		return {
			suppressed: flags(hidden.suppressed),
			...(hidden.rowTotals.some(Boolean) && { suppressedRowTotals: hidden.rowTotals.map(Number) }),
			...(hidden.columnTotals.some(Boolean) && {
				suppressedColTotals: hidden.columnTotals.map(Number)
			})
		};
	},
	auditLinked: ({ cells, tables, suppressed }) => {
		const system = {
			cells: new Map<string, number>(Object.entries(cells)),
			sums: tables.map((parts: string[]) => ({ parts }))
		};
		return { exactDisclosure: editions.exposedTogether([{ system, hidden: new Set(suppressed) }]) };
	},
	roundToBase: ({ value, base }) => ({ value: roundToBase(value, base) }),
	suppressProportion: ({ numerator, denominator, threshold, suppressZeros }) => ({
		suppressed: isSmallShare(numerator, denominator, { threshold, suppressZeros })
	}),
	totalsLeak: ({ published, total }) => editions.totalsLeak(published, total),

	zScores: ({ values }) => normalise.zScores(values),
	minMax: ({ values }) => ({ values: normalise.minMax(values) }),
	exponentialTransform: ({ values, higherIsWorse }) => ({
		values: normalise.exponentialTransform(values, higherIsWorse)
	}),
	compositeIndex: ({ domains, ...recipe }) => composite.compositeIndex(domains, recipe),
	rankStability: ({ transformed, weightSets, worstShare }) =>
		rankStability(transformed, weightSets, worstShare),
	deciles: ({ rank, n }) => ({ decile: composite.deciles(rank, n) }),
	averageScore: ({ score, pop }) => ({ value: composite.averageScore(score, pop) }),

	quantile: ({ values, k }) => breaks.quantile(values, k),
	equalInterval: ({ values, k }) => breaks.equalInterval(values, k),
	fisherJenks: ({ values, k }) => {
		const classes = breaks.fisherJenks(values, k);
		return classes && { ...classes, ...goodness(values, classes.upper) };
	},
	maximumBreaks: ({ values, k }) => breaks.maximumBreaks(values, k),
	headTail: ({ values }) => breaks.headTail(values),
	stdMean: ({ values }) => breaks.stdMean(values),

	bestFit: ({ areas, lookup }) => aggregate.bestFit(areas, lookup).target,
	popWeightedMean: ({ areas, lookup }) => aggregate.popWeightedMean(areas, lookup).target,
	apportion: ({ source, overlaps }) => aggregate.apportion(source, overlaps),
	assignByCentroid: ({ points, targets }) => ({ lookup: assignByCentroid(points, targets) }),
	largestRemainder: ({ values, total }) => ({ values: aggregate.largestRemainder(values, total) })
};

/** A list of records as a record of lists: { I: [...], quadrant: [...] }. */
function byKey(rows: readonly (object | undefined)[]): Record<string, unknown[]> {
	const keys = Object.keys(rows.find((row) => row !== undefined) ?? {});
	return Object.fromEntries(
		keys.map((key) => [key, rows.map((row) => (row as Record<string, unknown>)?.[key])])
	);
}

/** Hidden = 1. */
const flags = (hidden: boolean[][]) => hidden.map((row) => row.map(Number));

/** The harness wants null where the domain says undefined. */
const nulls = <T>(values: readonly (T | undefined)[]) => values.map((value) => value ?? null);

function drawn(neighbors: number[][], permutations: number): permutation.Draws {
	return permutation.draws(neighbors, permutations, seed);
}

export default adapter;
