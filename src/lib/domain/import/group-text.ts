import { cut, type At, type Found } from './place.ts';
import { error } from './problem.ts';

/** The group that a row says in its columns of sex, age and group; we hold one at a time. */
export function groupOf(
	texts: readonly string[],
	groups: ReadonlyMap<string, string>,
	{ row }: At
): Found<string> {
	const said = texts
		.filter((text) => text !== '')
		.map((text) => ({ text, id: groups.get(text.toLowerCase()) }));
	const unknown = said.find(({ id }) => id === undefined);
	if (unknown) {
		return {
			problems: [
				error(
					'unknown group',
					{ row },
					`“${cut(unknown.text)}” is not a group that we hold. Leave out its rows, or choose another column.`
				)
			]
		};
	}
	const narrower = said.flatMap(({ id }) => (id && id !== 'all' ? [id] : []));
	if (narrower.length > 1) {
		return {
			problems: [
				error(
					'unknown group',
					{ row },
					`Figures for two groups at once (${narrower.join(' and ')}) are not held. Leave out the row.`
				)
			]
		};
	}
	return { found: narrower[0] ?? 'all', problems: [] };
}
