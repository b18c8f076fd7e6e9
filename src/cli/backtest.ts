import { join } from 'node:path';
import { WALSALL } from '../lib/domain/area.ts';
import { backtest, coverage, coverageBySteps, type Trial } from '../lib/domain/stats/backtest.ts';
import { fromCsv, fromOpenData } from './backtest-series.ts';
import { run, say } from './run.ts';

// npm run backtest              forecasts the open data's own series from every earlier year and prints
//                               how often what came lay inside the 80% band: a JSON line a series, then all
// npm run backtest -- FILE.csv  the same for a CSV in the form of Explore Local Statistics

const OPEN_DATA = join(import.meta.dirname, '../../static/open-data/series');
const LEVELS = [0.5, 0.8, 0.95];
const FURTHEST = 10;

await run(async () => {
	const [file] = process.argv.slice(2);
	const all = file ? fromCsv(file) : fromOpenData(OPEN_DATA);
	const tried = all
		.map(({ indicator, area, points }) => {
			const trials = backtest(points, { furthest: 3, probability: 0.8 });
			return { indicator, area, points, trials };
		})
		.filter(({ trials }) => trials.length > 0);
	for (const { indicator, area, points, trials } of tried) {
		say(JSON.stringify({ indicator, area, points: points.length, ...rounded(trials) }));
	}
	const own = tried.filter(({ area }) => area === WALSALL).flatMap(({ trials }) => trials);
	const trials = tried.flatMap((one) => one.trials);
	say(JSON.stringify({ overall: '80%, 1 to 3 steps', series: tried.length, ...rounded(trials) }));
	say(JSON.stringify({ overall: 'Walsall alone', ...rounded(own) }));
	for (const probability of LEVELS) {
		const far = tried.flatMap(({ points }) =>
			backtest(points, { furthest: FURTHEST, probability })
		);
		for (const { steps, forecasts, share } of coverageBySteps(far)) {
			say(JSON.stringify({ probability, steps, forecasts, covered: tidy(share) }));
		}
	}
});

function rounded(trials: readonly Trial[]) {
	const { forecasts, inside, share } = coverage(trials);
	return { forecasts, inside, covered: tidy(share) };
}

function tidy(share: number | undefined): number | null {
	return share === undefined ? null : Number(share.toFixed(3));
}
