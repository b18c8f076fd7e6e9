import { PULL_WORDS } from '$lib/domain/connector/pull-state.ts';
import { SOURCE_IDS, SOURCES } from '$lib/domain/connector/source.ts';
import { date, dateTime } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Preset } from '$lib/server/connectors/presets.ts';
import type { Pull } from '$lib/server/db/pulls.ts';

interface Found {
	/** When each service last answered for real. */
	readonly live: ReadonlyMap<string, string>;
	readonly latest: readonly Pull[];
	readonly ready: readonly Preset[];
	readonly catalogue: readonly Indicator[];
}

/** Each service with what can be asked of it, its terms, and when it was asked. */
export function shownSources({ live, latest, ready, catalogue }: Found) {
	const titles = new Map(catalogue.map(({ code, title }) => [code, title]));
	return SOURCE_IDS.map((id) => {
		const { fields, ...source } = SOURCES[id];
		const answered = live.get(id);
		const last = latest.find((one) => one.source === id);
		return {
			...source,
			isTried: answered !== undefined,
			tried: answered ? `Answered on ${date(answered)}` : NOT_TRIED,
			last: last ? `${dateTime(last.startedAt)} by ${last.startedByName}` : 'Never',
			fields: fields.map(({ name, label, hint, value }) => ({ name, label, hint, value })),
			ready: ready
				.filter((preset) => preset.source === id)
				.map(({ id: preset, indicator, caution }) => ({
					...{ id: preset, indicator, caution },
					title: titles.get(indicator) ?? indicator
				}))
		};
	});
}

export const NOT_TRIED = 'Not tried against the live service';

export type ShownSource = ReturnType<typeof shownSources>[number];

export const listed = (pull: Pull) => ({
	id: pull.id,
	source: SOURCES[pull.source].name,
	of: pull.mapping.indicator ?? '',
	by: pull.startedByName,
	at: dateTime(pull.startedAt),
	state: PULL_WORDS[pull.state],
	import: pull.import,
	isLive: pull.isLive
});
