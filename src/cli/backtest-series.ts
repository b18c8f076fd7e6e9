import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { TimePoint } from '../lib/domain/stats/forecast.ts';

// Real series for the back-test of the forecast: those of the open data, or of a CSV in the form of
// Explore Local Statistics. Pooled years that overlap are left out, as the forecast leaves them out.

export interface Series {
	indicator: string;
	area: string;
	points: TimePoint[];
}

const YEARLY = /^(\d{4})-(\d{2})-(\d{2})(\/P1Y)?$/;

/** Decimal year of the start of a yearly period; undefined for other periods. */
function timeOf(period: string): number | undefined {
	const [, year, month, day] = YEARLY.exec(period) ?? [];
	if (!year) return undefined;
	return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365.25;
}

function series(indicator: string, area: string, rows: [string, unknown][]): Series {
	const points = rows.flatMap(([period, given]) => {
		const time = timeOf(period);
		const value = given === '' || given === null ? NaN : Number(given);
		return time === undefined || !Number.isFinite(value) ? [] : [{ time, value }];
	});
	return { indicator, area, points: points.sort((a, b) => a.time - b.time) };
}

interface File {
	series?: {
		indicator: string;
		measure: string;
		periods: string[];
		areas: Record<string, { value: (number | null)[] }>;
	}[];
}

/** Yearly series in a folder of open data. */
export function fromOpenData(folder: string): Series[] {
	return readdirSync(folder)
		.sort()
		.flatMap((name) => {
			const file: File = JSON.parse(readFileSync(join(folder, name), 'utf8'));
			return (file.series ?? []).flatMap(({ indicator, periods, areas }) =>
				Object.entries(areas).map(([area, { value }]) =>
					series(
						indicator,
						area,
						periods.map((period, i) => [period, value[i]])
					)
				)
			);
		})
		.filter(isYearly);
}

/** Yearly series in a CSV with the columns indicator, measure, area_code, period and value. */
export function fromCsv(file: string): Series[] {
	const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
	const groups = Map.groupBy(rows, (row) => `${row.indicator}|${row.measure}|${row.area_code}`);
	return [...groups.values()]
		.map((group) =>
			series(
				`${group[0]?.indicator}, ${group[0]?.measure}`,
				group[0]?.area_code ?? '',
				group.map((row) => [row.period ?? '', row.value])
			)
		)
		.filter(isYearly);
}

/** Months and quarters of one measure would count one shock many times over. */
const isYearly = ({ points }: Series): boolean =>
	points.length > 0 &&
	points.every(({ time }, i) => i === 0 || time - (points[i - 1]?.time ?? 0) > 0.75);
