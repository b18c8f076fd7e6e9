import type { Content } from '../../domain/catalogue/change.ts';
import { stampOf } from '../../domain/edition.ts';
import { dayInWalsall } from '../../domain/day.ts';
import {
	isOwnerRule,
	isSameRule,
	isTightened,
	ruleWords,
	stricterOf
} from '../../domain/disclosure/owner-rule.ts';
import * as catalogue from '../db/catalogue.ts';
import * as holdings from '../db/holdings.ts';
import type { Db, Trx } from '../db/client.ts';
import type { Proposal } from '../db/proposals.ts';
import { addEdition } from '../db/replacing.ts';
import type { Applied } from './applied.ts';
import { tightenHeld } from './disclosure.ts';
import { publish } from './publish.ts';

// An approved disclosure rule. It stands with the next version of the definition, so a looser one holds
// for figures published after it: those published before keep the version, and so the rule, they came
// with. Where it is stricter, earlier versions take the stricter part, and what they showed is decided
// anew at once, in every edition.

/** Why a disclosure rule cannot be proposed, or not any more. */
export async function protectionFaults(
	db: Db,
	code: string,
	{ protection, basedOn }: Content
): Promise<string[]> {
	const now = (await catalogue.ownerRules(db, code)).at(-1);
	if (!now) return [];
	if (!protection || !isOwnerRule(protection)) return ['Say how people are to be protected.'];
	if (now.version !== basedOn)
		return ['The definition has changed since this was written. Return it to be written anew.'];
	if (isSameRule(now.rule, protection)) return ['This changes nothing.'];
	return openingFaults(db, code, protection.kind);
}

/**
 * A correction is published by the newest definition: one that protects nobody would show with it what
 * is hidden in the same period, or give it away by its sum.
 */
export async function openingFaults(
	db: Db,
	code: string,
	kind: string | undefined
): Promise<string[]> {
	if (kind === 'people' || !(await holdings.hasHidden(db, code))) return [];
	return ['Figures of it are hidden to protect people, so it stays a count of people.'];
}

export async function applyProtection(
	trx: Trx,
	{ indicator, content }: Proposal,
	now: Date
): Promise<Applied | string> {
	const code = indicator ?? '';
	const before = (await catalogue.ownerRules(trx, code)).at(-1);
	const held = (await catalogue.definitions(trx)).get(code);
	const { protection: rule } = content;
	if (!before || !held || !rule) return 'There is no such indicator.';
	const version = before.version + 1;
	const { definition } = held;
	const from = [dayInWalsall(now), definition['valid_from'] ?? ''].sort().at(-1) ?? '';
	await catalogue.addVersion(trx, { indicator: code, version, from, definition, breakNote: null });
	await catalogue.setOwnerRule(trx, { indicator: code, version, rule });
	const hidden = await tightenEarlier(trx, code, now);
	return { code, before, after: { version, rule, ...hidden } };
}

/** Earlier versions get every part in which the newest rule is stricter; what they showed is hidden. */
export async function tightenEarlier(
	trx: Trx,
	code: string,
	now: Date
): Promise<{ hidden?: number }> {
	const all = await catalogue.ownerRules(trx, code);
	const newest = all.at(-1);
	if (!newest) return {};
	const looser = all.filter(({ rule }) => isTightened(rule, newest.rule));
	if (looser.length === 0) return {};
	for (const { version, rule } of looser) {
		const stricter = stricterOf(rule, newest.rule);
		await catalogue.setOwnerRule(trx, { indicator: code, version, rule: stricter });
	}
	// What an earlier, stricter rule hid stays hidden without it.
	const rule = { threshold: newest.rule.threshold, suppressZeros: newest.rule.hideZero };
	const hidden = await tightenHeld(trx, code, rule);
	// What is said of these figures is worked out from what may still be seen, from an edition of its own.
	const note = `${code}: people are protected more from now on, also in earlier figures. ${ruleWords(newest.rule)}`;
	const label = `Disclosure rule of ${code}`;
	await addEdition(trx, { id: `disclosure-${stampOf(now)}`, label, note, kind: 'correction' }, now);
	await publish(trx, now, [code]);
	return { hidden };
}
