import type { Area } from '../area.ts';
import type { Period, PeriodKind } from '../period.ts';
import { findArea, type AreaTexts, type Gazetteer } from './area-text.ts';
import { readPeriod } from './period-text.ts';
import { error, warning, type ImportProblem } from './problem.ts';

// Which area and which period a row is about, with what to do when it cannot be told.

export type Found<T> =
	{ found: T; problems: readonly ImportProblem[] } | { problems: readonly ImportProblem[] };

export interface At {
	readonly row: number;
	readonly column?: string | undefined;
}

/** @param kinds periods that the indicator is reported for; empty = any */
export function periodOf(text: string, kinds: readonly PeriodKind[], at: At): Found<Period> {
	if (text === '') {
		return problem(
			error('no period', at, 'No period. Fill the column, or choose one period for the whole file.')
		);
	}
	const candidates = readPeriod(text);
	if (candidates.length === 0) {
		return problem(
			error(
				'unknown period',
				at,
				`“${cut(text)}” is not a period we know. Write 2026/27 Q2, 2025/26, 2025 or 30/06/2026.`
			)
		);
	}
	const fitting =
		kinds.length === 0 ? candidates : candidates.filter(({ kind }) => kinds.includes(kind));
	const [only, second] = fitting;
	if (!only) {
		return problem(
			error(
				'period of another kind',
				at,
				`“${cut(text)}” is ${candidates[0]?.label ?? 'another period'}, and this indicator is not reported for such periods.`
			)
		);
	}
	if (second) {
		const choices = fitting.map(({ label, kind }) => `${label} (${kind.replace('_', ' ')})`);
		return problem(
			error(
				'period unclear',
				at,
				`“${cut(text)}” may be ${choices.join(' or ')}. Choose the kind of period for this file.`
			)
		);
	}
	return { found: only, problems: [] };
}

export function areaOf(
	{ codes, names }: AreaTexts,
	period: Period | undefined,
	known: Gazetteer,
	at: At
): Found<Area> {
	const [first] = [...codes, ...names];
	if (first === undefined) {
		return problem(error('no area', at, 'No area. Fill in its code or its name.'));
	}
	const said = cut(first);
	const answer = findArea({ codes, names }, period, known);
	switch (answer.kind) {
		case 'area': {
			const note = answer.byName
				? [
						warning(
							'area by name',
							at,
							`“${cut(names[0] ?? first)}” was taken to be ${answer.area.name} (${answer.area.code}). A code is safer.`
						)
					]
				: [];
			return { found: answer.area, problems: note };
		}
		case 'ended':
			return problem(
				error(
					'area ended',
					at,
					`${said} (${answer.area.name}) was not in force in ${period?.label ?? 'this period'}. ${instead(answer.instead)}`
				)
			);
		case 'choose':
			return problem(
				error(
					'area unclear',
					at,
					`“${said}” may be ${answer.from.map(({ name, code, level }) => `${name}, ${level} (${code})`).join(' or ')}. Use the code.`
				)
			);
		case 'unknown area':
			return problem(
				error(
					'unknown area',
					at,
					`“${said}” is not an area we know. Check the code, or use a name as on the Places pages.`
				)
			);
	}
}

function instead(areas: readonly Area[]): string {
	const names = areas.map(({ name, code }) => `${name} (${code})`);
	return names.length > 0
		? `In force then: ${names.join(', ')}, with another outline. Ask the sender for figures of those areas.`
		: 'Ask the sender for figures of the areas that were in force then.';
}

const problem = (one: ImportProblem): { problems: readonly ImportProblem[] } => ({
	problems: [one]
});

/** Text of a file in a message: short, and on one line. */
export const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
