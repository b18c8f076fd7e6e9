// Names of the reference contract -> the domain's functions. Thin on purpose: renames and unpacks,
// decides nothing. The input shapes are those of the contract, so the inputs are typed loosely.
import * as aggregate from '../../src/lib/domain/aggregate/aggregate.ts';
import * as breaks from '../../src/lib/domain/stats/breaks.ts';
import * as compare from '../../src/lib/domain/stats/compare.ts';
import * as funnel from '../../src/lib/domain/stats/funnel.ts';
import { goodness } from '../../src/lib/domain/stats/goodness.ts';
import * as interval from '../../src/lib/domain/stats/interval.ts';
import * as spc from '../../src/lib/domain/stats/spc.ts';
import * as rules from '../../src/lib/domain/stats/spc-rules.ts';
import * as standardise from '../../src/lib/domain/stats/standardise.ts';
import * as trend from '../../src/lib/domain/stats/trend.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- inputs are JSON of 70 different shapes */
export type Adapter = Record<string, (input: any) => unknown>;

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
	largestRemainder: ({ values, total }) => ({ values: aggregate.largestRemainder(values, total) })
};

export default adapter;
