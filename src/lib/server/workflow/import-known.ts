import { LOCALITIES, WALSALL } from '../../domain/area.ts';
import { formOf } from '../../domain/entry/cell.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { PeriodKind } from '../../domain/period.ts';
import * as areas from '../db/areas.ts';
import * as breakdowns from '../db/breakdowns.ts';
import type { Db } from '../db/client.ts';
import * as knownFacts from '../db/import-known.ts';
import * as indicators from '../db/indicators.ts';
import type { Known } from '../import/read-file.ts';

// What a file is read against: areas with their other names, indicators with their rules, groups.

export async function known(db: Db): Promise<Known> {
	const [places, catalogue, groups, kinds, additive] = await Promise.all([
		areas.all(db),
		indicators.all(db),
		breakdowns.all(db),
		knownFacts.periodKinds(db),
		knownFacts.additive(db)
	]);
	return {
		areas: places,
		aliases: places.flatMap(({ code, note }) => {
			const also = /^Also called (.+)$/.exec(note ?? '')?.[1];
			return also ? [[also, code] as const] : [];
		}),
		indicators: catalogue.map((one) => ({
			code: one.code,
			title: one.title,
			slug: one.slug,
			rule: ruleOf(one),
			periodKinds: kinds.get(one.code) ?? kindsIn(one.frequency),
			isAdditive: additive.get(one.code) ?? false
		})),
		groups: groupNames([...groups.values()]),
		whole: WALSALL,
		parts: places.filter(({ vintage }) => vintage === LOCALITIES).map(({ code }) => code)
	};
}

const ruleOf = ({ valueKind, multiplier, disclosureRule, denominator }: Indicator) => ({
	...{ valueKind, multiplier, disclosureRule },
	form: formOf(valueKind, denominator !== null)
});

/** Kinds of period that the words of a frequency allow; none when they do not say. */
export function kindsIn(frequency: string): PeriodKind[] {
	const said = frequency.toLowerCase();
	if (/quarter|term/.test(said)) return ['quarter'];
	if (/month/.test(said)) return ['month'];
	if (/census|decenn/.test(said)) return ['snapshot'];
	if (/school year|academic/.test(said)) return ['academic_year'];
	if (/financial/.test(said)) return ['financial_year'];
	return [];
}

/** What senders call everybody, women and men. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
	all: [
		...['all', 'total', 'persons', 'person', 'everyone', 'both', 'both sexes', 'all persons'],
		...['all ages', 'all people', 'total population', 'not applicable']
	],
	female: ['female', 'females', 'women', 'woman', 'girls', 'f'],
	male: ['male', 'males', 'men', 'man', 'boys', 'm']
};

export function groupNames(groups: readonly { id: string; label: string }[]): [string, string][] {
	return groups.flatMap(({ id, label }) =>
		[...new Set([label.toLowerCase(), id, ...(ALSO[id] ?? [])])].map((name): [string, string] => [
			name,
			id
		])
	);
}
