import { describe, expect, it } from 'vitest';
import adapter from '../reference/adapter.ts';
import { casesIn, run } from '../reference/harness.ts';

const folder = new URL('../reference/cases', import.meta.url).pathname;
const byFunction = Map.groupBy(casesIn(folder), (one) => one.fn);

describe('the reference cases have the known answers', () => {
	it.each([...byFunction])('%s', (_, cases) => {
		const wrong = cases.map((one) => run(one, adapter)).filter((one) => one.problems.length > 0);
		expect(wrong).toEqual([]);
	});
});

describe('every function of the contract has an adapter', () => {
	it.each(contract())('%s', (name) => {
		expect(adapter[name]).toBeTypeOf('function');
	});
});

function contract(): string[] {
	return `wilsonCI byarsCI exactPoissonCI rateCI meanCI dsr dsrNonIndependent isr
		compareToBenchmark funnelSignificanceProportion funnelSignificanceRatio twoProportionTest
		fingertipsTrend trendWithPolarity cochranArmitage mannKendall theilSen
		xmrLimits ruleShift7 ruleTrend7 rulePartOf7 ruleTwoInThree spcClassify assurance
		dissimilarity isolation interaction entropy theilH simpson multigroupDissimilarity
		relativeDiversity normalisedExposure localEntropy localSimpson localSegregation locationQuotient
		contiguity knn distanceBand moranI localMoran moranQuadrants getisOrdGi getisOrdGlobalG gearyC
		hotColdSpots localMoranPermutation getisOrdGiPermutation moranRate empiricalBayesRate adjustP
		quantile equalInterval fisherJenks maximumBreaks headTail stdMean
		primarySuppression auditSuppression suppressTable auditLinked roundToBase suppressProportion
		totalsLeak bestFit popWeightedMean apportion largestRemainder assignByCentroid
		zScores minMax exponentialTransform compositeIndex rankStability deciles averageScore`.split(/\s+/);
}
