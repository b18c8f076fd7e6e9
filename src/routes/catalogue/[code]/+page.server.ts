import { fail, redirect } from '@sveltejs/kit';
import type { ProposalKind } from '$lib/domain/catalogue/change.ts';
import { may } from '$lib/domain/permission.ts';
import * as answerable from '$lib/server/db/answerable.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as influences from '$lib/server/db/influences.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import { text } from '$lib/server/web/form.ts';
import { permit, signedInPerson } from '$lib/server/web/permit.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { end, name, setInfluence } from '$lib/server/workflow/answerable.ts';
import { propose } from '$lib/server/workflow/catalogue.ts';
import { byCodeOrSlug } from '../../indicators/[code]/find.ts';
import { decisions, openOnes } from '../shape.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, user } = locals;
	const indicator = await byCodeOrSlug(db, params.code);
	const { code, themes } = indicator;
	const { on, at } = shownAt(locals, new Date());
	const mayRead = may(user, 'read drafts');
	const [all, own, held, past, answers, posts, successor] = await Promise.all([
		indicators.all(db),
		proposals.all(db, { indicator: code }),
		influences.inForce(db, at),
		influences.history(db, code),
		answerable.onDay(db, on),
		answerable.history(db, code),
		catalogue.successor(db, code)
	]);
	const open = mayRead
		? own.filter(({ state }) => state !== 'approved' && state !== 'withdrawn')
		: [];
	return {
		...{ indicator, successor, posts, mayRead, on },
		influence: held.get(code) ?? null,
		influences: past.map((one) => ({ ...one, setBy: mayRead ? one.setBy : null })),
		answerable: answers.get(code) ?? { owner: null, contributors: [] },
		decisions: decisions(
			own.filter(({ state }) => state === 'approved'),
			all
		),
		open: openOnes(open, all, user),
		others: all
			.filter((one) => one.code !== code && one.status !== 'retired')
			.map((one) => ({ code: one.code, title: one.title })),
		mayPropose: may(user, 'propose catalogue change', { indicator: code, themes }),
		mayName: may(user, 'edit framework'),
		maySetInfluence: may(user, 'set influence'),
		saved: url.searchParams.has('saved')
	};
};

const kinds: readonly string[] = ['adopt', 'merge', 'retire', 'reinstate'];

export const actions: Actions = {
	influence: async (event) => {
		const person = permit(event, 'set influence');
		const form = await event.request.formData();
		const { code } = await byCodeOrSlug(event.locals.db, event.params.code);
		const asked = {
			indicator: code,
			influence: text(form, 'influence', 20),
			reason: text(form, 'reason', 600)
		};
		const outcome = await setInfluence(event.locals.db, person, asked, new Date());
		if (!outcome.ok) return fail(400, { faults: [outcome.why], filled: { influence: asked } });
		redirect(303, `/catalogue/${code.toLowerCase()}?saved#answerable`);
	},
	post: async (event) => {
		const person = permit(event, 'edit framework');
		const form = await event.request.formData();
		const { code } = await byCodeOrSlug(event.locals.db, event.params.code);
		const asked = {
			indicator: code,
			part: text(form, 'part', 20),
			directorate: text(form, 'directorate', 101),
			post: text(form, 'post', 101),
			reason: text(form, 'reason', 600)
		};
		const change = form.get('end') === 'yes' ? end : name;
		const outcome = await change(event.locals.db, person, asked, new Date());
		if (!outcome.ok) return fail(400, { faults: [outcome.why], filled: { post: asked } });
		redirect(303, `/catalogue/${code.toLowerCase()}?saved#answerable`);
	},
	propose: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const { code } = await byCodeOrSlug(event.locals.db, event.params.code);
		const kind = text(form, 'kind', 20);
		const given = {
			...{ kind, into: text(form, 'into', 6), decidedFor: text(form, 'decided_for', 150) },
			...{ decidedOn: text(form, 'decided_on', 10), why: text(form, 'reason', 600) }
		};
		if (!kinds.includes(kind))
			return fail(400, { faults: ['Choose what you propose.'], filled: { proposal: given } });
		const asked = {
			kind: kind as ProposalKind,
			indicator: code,
			content: {},
			mergedInto: kind === 'merge' ? given.into || null : null,
			decidedFor: given.decidedFor || null,
			decidedOn: given.decidedOn || null,
			reason: given.why,
			isSubmitted: true
		};
		const outcome = await propose(event.locals.db, person, asked, new Date());
		if (!outcome.ok) return fail(400, { faults: outcome.faults, filled: { proposal: given } });
		redirect(303, `/catalogue/proposals/${outcome.id}`);
	}
};
