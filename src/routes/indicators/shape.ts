import type { Theme } from '$lib/domain/theme.ts';
import type { Line } from './line.ts';

// The catalogue page: found lines in catalogue order under their main theme, the strategy's proposed
// indicators apart from context measures, and what was found as a sentence.

export interface Group {
	theme: Theme;
	lines: Line[];
}

export function shape(all: readonly Line[], found: readonly Line[], themes: readonly Theme[]) {
	const ofKind = (kind: string) => found.filter(({ indicator }) => indicator.kind === kind);
	const proposed = ofKind('catalogue');
	const context = ofKind('context');
	return {
		total: all.length,
		found: found.length,
		result: result(all, found),
		proposed: { count: proposed.length, groups: group(proposed, themes) },
		context: { count: context.length, groups: group(context, themes) }
	};
}

function group(lines: readonly Line[], themes: readonly Theme[]): Group[] {
	return themes
		.map((theme) => ({
			theme,
			lines: lines.filter(({ indicator }) => indicator.themes[0] === theme.code)
		}))
		.filter((part) => part.lines.length > 0);
}

/** "12 of 92 measures match. 5 of them have figures." */
function result(all: readonly Line[], found: readonly Line[]): string {
	const filled = found.filter(({ latest }) => latest.length > 0).length;
	if (found.length === 0) return `None of the ${all.length} measures match.`;
	const matching =
		found.length === all.length
			? `All ${all.length} measures are listed.`
			: `${found.length} of ${all.length} measures match.`;
	return `${matching} ${filled === found.length ? 'All' : filled === 0 ? 'None' : filled} of them ${
		filled === 1 ? 'has' : 'have'
	} figures.`;
}
