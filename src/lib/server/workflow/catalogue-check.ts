import { isCode, obstacle } from '../../domain/catalogue/change.ts';
import { changedFields, codesOf, definitionFaults } from '../../domain/catalogue/definition.ts';
import { isDay } from '../../domain/day.ts';
import * as catalogue from '../db/catalogue.ts';
import type { Trx } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import type { Written } from '../db/proposals.ts';
import * as themes from '../db/themes.ts';
import { openingFaults, protectionFaults } from './protection.ts';
import { rebasingFaults } from './rebasing.ts';

// What stands in the way of a proposal: asked when it is written, and again when it is approved.

/** What the permission asks for: the indicator and its themes, or those proposed. */
export async function subjectOf(trx: Trx, { indicator, kind, content }: Written) {
	const proposed = codesOf(content.definition?.['themes'] ?? '');
	if (kind === 'new' || indicator === null) return { themes: proposed };
	const known = await indicators.byCode(trx, indicator);
	return { indicator, themes: known?.themes ?? [] };
}

/** Why a proposal cannot be made, or not any more; an empty list means that it can. */
export async function faultsOf(trx: Trx, given: Written, now: Date): Promise<string[]> {
	const { kind, content, indicator, mergedInto, reason, decidedFor, decidedOn } = given;
	const code = kind === 'new' ? (content.code ?? '') : (indicator ?? '');
	const known = (await indicators.byCode(trx, code)) ?? null;
	const into = mergedInto === null ? null : ((await indicators.byCode(trx, mergedInto)) ?? null);
	const wrong = obstacle(kind, known, into);
	const today = now.toISOString().slice(0, 10);
	const isDecided = decidedFor !== null && decidedOn !== null && isDay(decidedOn);
	return [
		...(reason.trim() === '' ? ['Say why: the reason is kept with the proposal.'] : []),
		...(wrong ? [wrong] : []),
		...(kind === 'new' && !isCode(code) ? ['A code is a letter or two and two digits: C13.'] : []),
		...(kind === 'adopt' && !isDecided ? ['Say which body adopted it, and on which day.'] : []),
		...(decidedOn !== null && !isDay(decidedOn)
			? ['Give the day of the decision as year, month and day: 2026-11-22.']
			: []),
		...(decidedOn !== null && decidedOn > today ? ['The decision lies in the future.'] : []),
		...(kind === 'disclosure' ? await protectionFaults(trx, code, content) : []),
		...(kind === 'rebase' ? await rebasingFaults(trx, code, content.from ?? '', today) : []),
		...(kind === 'new' || kind === 'change' ? await definitionWrong(trx, given, today) : [])
	];
}

async function definitionWrong(trx: Trx, { content, kind, indicator }: Written, today: string) {
	const { definition = {}, from = '' } = content;
	const codes = new Set((await themes.all(trx)).map(({ code }) => code));
	const held = indicator ? (await catalogue.definitions(trx)).get(indicator) : undefined;
	const faults = definitionFaults(definition, codes).map(({ wrong, todo }) => `${wrong} ${todo}`);
	if (!isDay(from)) faults.push('Give the first day of the definition: 2026-11-22.');
	else if (from > today) faults.push('A definition cannot start in the future.');
	else if (held && from < (held.definition['valid_from'] ?? ''))
		faults.push('It would start before the version that it follows.');
	if (kind === 'change' && held && changedFields(held.definition, definition).length === 0)
		faults.push('This changes nothing.');
	if (kind === 'change' && indicator !== null)
		faults.push(...(await openingFaults(trx, indicator, definition['disclosure_rule'])));
	return faults;
}
