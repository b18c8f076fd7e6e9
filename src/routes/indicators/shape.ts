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
		...overall(all),
		found: found.length,
		result: result(all, found),
		proposed: { count: proposed.length, groups: group(proposed, themes) },
		context: { count: context.length, groups: group(context, themes) }
	};
}

/** The whole list in two sentences, whatever is filtered. */
function overall(all: readonly Line[]) {
	const proposed = all.filter(({ indicator }) => indicator.kind === 'catalogue');
	const filled = proposed.filter((line) => line.filled).length;
	return {
		headline: `${filled} of ${proposed.length} proposed indicators have figures so far`,
		beside: `${all.length - proposed.length} context measures help to read them.`
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
	const filled = found.filter((line) => line.filled).length;
	if (found.length === 0) return `None of the ${all.length} measures match.`;
	const matching =
		found.length === all.length
			? `All ${all.length} measures are listed.`
			: `${found.length} of ${all.length} measures match.`;
	return `${matching} ${filled === found.length ? 'All' : filled === 0 ? 'None' : filled} of them ${
		filled === 1 ? 'has' : 'have'
	} figures.`;
}
