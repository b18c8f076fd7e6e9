import { fail, redirect } from '@sveltejs/kit';
import { boxesOf, readRule } from '$lib/domain/collection/rule.ts';
import { dayInWalsall } from '$lib/domain/day.ts';
import { readOwnerRule, ruleWords } from '$lib/domain/disclosure/owner-rule.ts';
import { may } from '$lib/domain/permission.ts';
import * as audit from '$lib/server/db/audit.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import * as rules from '$lib/server/db/collection-rules.ts';
import * as duties from '$lib/server/db/duties.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { text, whole } from '$lib/server/web/form.ts';
import { permit, signedInPerson } from '$lib/server/web/permit.ts';
import { propose, type Asked } from '$lib/server/workflow/catalogue.ts';
import { setRule } from '$lib/server/workflow/collection-rules.ts';
import { usual } from '$lib/server/workflow/return-sheet.ts';
import { byCodeOrSlug } from '../../../indicators/[code]/find.ts';
import { openOnes } from '../../shape.ts';
import type { Actions, PageServerLoad } from './$types';
import { protectionBoxes, ruleBoxes } from './asked.ts';
import { answering, historyRows, ruleFacts } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const indicator = await byCodeOrSlug(db, event.params.code);
	const { code, title, themes } = indicator;
	const [held, owners, inForce, events, own, rebasings] = await Promise.all([
		rules.of(db, code),
		catalogue.ownerRules(db, code),
		duties.inForce(db, dayInWalsall(new Date())),
		audit.ofSubject(db, 'collection rule', code),
		proposals.all(db, { indicator: code, states: ['draft', 'submitted', 'returned'] }),
		indicators.rebasings(db, code)
	]);
	const rule = held ?? usual(indicator);
	const protection = owners.at(-1);
	return {
		...{ code, title, isSet: held !== undefined, rebasings },
		...{ boxes: boxesOf(rule), revision: rule.revision, facts: ruleFacts(rule) },
		people: answering(inForce, indicator),
		protection: protection && { ...protection, words: ruleWords(protection.rule) },
		open: openOnes(
			own.filter(({ kind }) => kind === 'disclosure' || kind === 'rebase'),
			[indicator],
			person
		),
		history: historyRows(events),
		mayEdit: may(person, 'edit collection'),
		mayPropose: may(person, 'propose catalogue change', { indicator: code, themes }),
		done: event.url.searchParams.has('saved')
			? 'The rule is saved, and holds from now on.'
			: undefined
	};
};

export const actions: Actions = {
	rule: async (event) => {
		const person = permit(event, 'edit collection');
		const form = await event.request.formData();
		const { code } = await byCodeOrSlug(event.locals.db, event.params.code);
		const [filled, reason] = [ruleBoxes(form), text(form, 'reason', 600)];
		const read = readRule(filled, whole(form, 'revision') || 0);
		const kept = { rule: { ...filled, reason } };
		if ('faults' in read) return fail(400, { faults: read.faults.map(({ why }) => why), ...kept });
		const asked = { indicator: code, rule: read.rule, reason };
		const refused = await attempt(kept, () => setRule(event.locals.db, person, asked, new Date()));
		if (refused) return fail(400, { faults: [refused.data.message], ...kept });
		redirect(303, `/catalogue/${code.toLowerCase()}/collection?saved`);
	},
	protection: async (event) => {
		signedInPerson(event);
		const { code, themes } = await byCodeOrSlug(event.locals.db, event.params.code);
		const person = permit(event, 'propose catalogue change', { indicator: code, themes });
		const form = await event.request.formData();
		const [filled, reason] = [protectionBoxes(form), text(form, 'reason', 600)];
		const kept = { protection: { ...filled, reason } };
		const read = readOwnerRule(filled);
		if ('faults' in read) return fail(400, { faults: read.faults, ...kept });
		const content = { protection: read.rule, basedOn: whole(form, 'version') || 0 };
		const asked = { ...proposal(code, reason), kind: 'disclosure' as const, content };
		const outcome = await propose(event.locals.db, person, asked, new Date());
		if (!outcome.ok) return fail(400, { faults: outcome.faults, ...kept });
		redirect(303, `/catalogue/proposals/${outcome.id}`);
	},
	rebase: async (event) => {
		signedInPerson(event);
		const { code, themes } = await byCodeOrSlug(event.locals.db, event.params.code);
		const person = permit(event, 'propose catalogue change', { indicator: code, themes });
		const form = await event.request.formData();
		const [from, reason] = [text(form, 'from', 10), text(form, 'reason', 600)];
		const asked = { ...proposal(code, reason), kind: 'rebase' as const, content: { from } };
		const outcome = await propose(event.locals.db, person, asked, new Date());
		if (!outcome.ok) return fail(400, { faults: outcome.faults, rebase: { from, reason } });
		redirect(303, `/catalogue/proposals/${outcome.id}`);
	}
};

const proposal = (indicator: string, reason: string): Omit<Asked, 'kind' | 'content'> => ({
	...{ indicator, reason, isSubmitted: true },
	...{ mergedInto: null, decidedFor: null, decidedOn: null }
});
