import { adjustP } from '../../domain/spatial/adjust.ts';
import type { JudgementRow } from '../db/judging.ts';

// Many comparisons find some that stand out by chance. Each comparison is given the p that allows for
// all comparisons of its area with the same benchmark (Benjamini & Hochberg 1995).

export function adjusted(rows: readonly JudgementRow[]): JudgementRow[] {
	const families = Map.groupBy(
		rows.filter(({ kind }) => kind === 'comparison'),
		({ area, against_area }) => `${area} ${against_area}`
	);
	const q = new Map<JudgementRow, number | null>();
	for (const family of families.values()) {
		const found = adjustP(
			family.map(({ p }) => p),
			'BH'
		);
		family.forEach((row, i) => q.set(row, found[i] ?? null));
	}
	return rows.map((row) => (q.has(row) ? { ...row, q: q.get(row) ?? null } : row));
}
