import { may, type Person, type Subject } from '../../domain/permission.ts';
import type { Group } from '../db/import-differences.ts';

// Whether a figure of a file is the same as the one held tells that one, hidden or restricted as it may
// be: somebody could send 1, 2, 3 and 4 and see which is "the same".

interface Sent {
	readonly madeBy: string;
}

/** For who answers for the figures; others who may read restricted ones see it of files that they did not write. */
export const mayCompare = (person: Person, { madeBy }: Sent, subject: Subject): boolean =>
	may(person, 'import values', subject) ||
	(madeBy !== person.id && may(person, 'read restricted', subject));

/** What the person may see compared, and the indicators of the rest. */
export function comparable(
	groups: readonly Group[],
	person: Person,
	found: Sent,
	catalogue: readonly { code: string; themes: readonly string[] }[]
): { compared: Group[]; foreign: string[] } {
	const themesOf = new Map(catalogue.map(({ code, themes }) => [code, themes]));
	const isOwn = ({ indicator }: Group) =>
		mayCompare(person, found, { indicator, themes: themesOf.get(indicator) ?? [] });
	const foreign = groups.filter((group) => !isOwn(group)).map(({ indicator }) => indicator);
	return { compared: groups.filter(isOwn), foreign: [...new Set(foreign)] };
}
