import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { date, type Unit, value } from '$lib/domain/format.ts';
import { stateWords } from '$lib/domain/observation.ts';
import type { Period } from '$lib/domain/period.ts';
import { capitalised } from '$lib/domain/sentence/sentence.ts';
import type { Row } from '$lib/ui/table.ts';

// What changed: the definition from version to version, the figures from edition to edition.

interface Version {
	version: number;
	valid_from: string;
	definition: string;
	break_before: boolean;
	break_note: string | null;
}

/** Newest first, with a word on whether figures before and after can be compared. */
export function definitionChanges(versions: readonly Version[]): Row[] {
	return [...versions].reverse().map((version) => ({
		cells: [
			`Version ${version.version}`,
			date(version.valid_from),
			capitalised(version.definition),
			version.version === 1
				? 'First version'
				: version.break_before
					? (version.break_note ?? 'Figures before cannot be compared')
					: 'Figures can be compared'
		]
	}));
}

interface Words {
	periods: ReadonlyMap<string, Period>;
	unit: Unit;
}

/** The borough's figures that are new or have another value since the edition before. */
export function figureChanges(
	now: readonly Figure[],
	then: readonly Figure[],
	{ periods, unit }: Words
): Row[] {
	const keyOf = ({ period, breakdown }: Figure) => `${period} ${breakdown}`;
	const earlier = new Map(then.map((figure) => [keyOf(figure), figure]));
	const said = (figure: Figure | undefined) =>
		figure === undefined
			? 'None'
			: figure.value === null
				? stateWords[figure.state]
				: value(figure.value, unit);
	return now
		.filter((figure) => {
			const old = earlier.get(keyOf(figure));
			return then.length > 0 && (old?.value !== figure.value || old?.state !== figure.state);
		})
		.map((figure) => ({
			cells: [
				periods.get(figure.period)?.label ?? figure.period,
				said(earlier.get(keyOf(figure))),
				said(figure),
				figure.note ?? ''
			]
		}));
}

/** More are found by their address, or from the audit. */
const MOST = 12;

/** The page that tells where a figure came from, for the latest ones. */
export const journeys = (now: readonly Figure[], periods: ReadonlyMap<string, Period>) =>
	now
		.filter(({ breakdown }) => breakdown === 'all')
		.slice(-MOST)
		.reverse()
		.map(({ indicator, area, period }) => ({
			href: `/audit/figures/${indicator.toLowerCase()}/${area}/${period}`,
			label: periods.get(period)?.label ?? period
		}));
