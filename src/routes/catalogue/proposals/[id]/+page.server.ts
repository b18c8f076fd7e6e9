import { error, fail, redirect } from '@sveltejs/kit';
import { changedFields } from '$lib/domain/catalogue/definition.ts';
import { may, type Person } from '$lib/domain/permission.ts';
import { move, PROPOSAL_ACTS } from '$lib/domain/proposal.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import type { Proposal } from '$lib/server/db/proposals.ts';
import { text } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import { act, type Acting, writingOf } from '$lib/server/workflow/catalogue.ts';
import { nameOf } from '../../shape.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const proposal = await proposals.byId(db, event.params.id);
	const isHidden = proposal?.state === 'draft' && proposal.proposedBy !== person.id;
	if (!proposal || isHidden)
		error(404, 'There is no such proposal. /catalogue lists the open ones.');
	const [all, held, owners] = await Promise.all([
		indicators.all(db),
		catalogue.definitions(db),
		catalogue.ownerRules(db, proposal.indicator ?? '')
	]);
	const { definition } = proposal.content;
	const before = held.get(proposal.indicator ?? '')?.definition ?? {};
	const isOpen = proposal.state !== 'approved' && proposal.state !== 'withdrawn';
	return {
		proposal,
		seen: writingOf(proposal),
		name: nameOf(proposal, all),
		changes: definition && isOpen ? changedFields(before, definition) : [],
		whole: definition && !isOpen ? changedFields({}, definition) : [],
		protectedNow: proposal.kind === 'disclosure' ? owners.at(-1)?.rule : undefined,
		acts: actsOf(
			proposal,
			person,
			all.find(({ code }) => code === proposal.indicator)?.themes ?? []
		)
	};
};

/** What this person may do next; the same rules refuse the form. */
function actsOf(proposal: Proposal, person: Person, themes: readonly string[]) {
	const subject = {
		...(proposal.indicator ? { indicator: proposal.indicator } : {}),
		...{ themes, authors: [proposal.proposedBy] }
	};
	return PROPOSAL_ACTS.filter((one) => {
		const isDecision = one === 'approve' || one === 'return';
		return (
			move({ state: proposal.state, by: proposal.proposedBy, actor: person.id }, one).ok &&
			may(person, isDecision ? 'approve catalogue change' : 'propose catalogue change', subject)
		);
	});
}

const acts: readonly string[] = ['submit', 'approve', 'return', 'withdraw'];

export const actions: Actions = {
	default: async (event) => {
		const person = permit(event, 'read drafts');
		const form = await event.request.formData();
		const asked = text(form, 'act', 20);
		if (!acts.includes(asked)) return fail(400, { faults: ['Choose what to do.'] });
		const acting: Acting = {
			id: event.params.id,
			act: asked as Acting['act'],
			note: text(form, 'note', 600),
			seen: text(form, 'seen', 64)
		};
		const outcome = await act(event.locals.db, person, acting, new Date());
		if (!outcome.ok) return fail(outcome.isConflict ? 409 : 400, { faults: outcome.faults });
		redirect(303, `/catalogue/proposals/${event.params.id}`);
	}
};
