import { date, type Unit, value } from '$lib/domain/format.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';
import type { Row } from '$lib/ui/table.ts';

/** Versions agreed by an instant, newest first; one that ended later had not ended then. */
export function targetChanges(versions: readonly TargetRecord[], at: string, unit: Unit): Row[] {
	return versions.flatMap(({ id, version, goal, approvedAt, endedAt, ...who }) => {
		if (approvedAt === null || approvedAt > at) return [];
		const ended = endedAt !== null && endedAt <= at;
		return {
			cells: [
				{ text: `Version ${version}`, href: `/targets/${id}?version=${version}` },
				`${value(goal.value, unit)} by ${date(goal.ends)}`,
				`${date(approvedAt)}, ${who.approvedBy ?? ''} for ${who.approvedFor ?? ''}`,
				ended ? `${date(endedAt)}: ${who.endedReason ?? ''}` : '–'
			]
		};
	});
}
