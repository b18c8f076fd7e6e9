import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Act, Person } from '$lib/domain/permission.ts';
import { text, whole } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as targets from '$lib/server/db/targets.ts';
import * as workflow from '$lib/server/workflow/targets.ts';
import type { Outcome, Seen } from '$lib/server/workflow/targets.ts';
import { wordsOf } from '../outcome.ts';

// The forms that decide on a target. Each says which writing the person has seen.

type Event = RequestEvent<{ id: string }>;
type Do = (
	db: Db,
	person: Person,
	asked: { seen: Seen; form: FormData },
	now: Date
) => Promise<Outcome>;

function deciding(needs: Act, act: Do) {
	return async (event: Event) => {
		const { db } = event.locals;
		const form = await event.request.formData();
		const seen = {
			id: event.params.id,
			version: whole(form, 'version'),
			revision: whole(form, 'revision')
		};
		const person = permit(event, needs, await subjectOf(db, seen));
		const outcome = await act(db, person, { seen, form }, new Date());
		const given = Object.fromEntries(
			['note', 'approvedFor', 'reason'].map((name) => [name, text(form, name)])
		);
		if (outcome.kind !== 'done') {
			return fail(outcome.kind === 'conflict' ? 409 : 400, { faults: wordsOf(outcome), given });
		}
		redirect(303, `/targets/${seen.id}?version=${seen.version}&saved=1`);
	};
}

async function subjectOf(db: Db, { id, version }: Seen) {
	const target = (await targets.versions(db, { id })).find((one) => one.version === version);
	const indicator = target && (await indicators.byCode(db, target.indicator));
	return {
		...{ indicator: indicator?.code ?? '', themes: indicator?.themes ?? [] },
		authors: target?.authors ?? []
	};
}

export const decisions = {
	submit: deciding('propose target', (db, person, { seen }, now) =>
		workflow.submit(db, person, seen, now)
	),
	return: deciding('approve target', (db, person, { seen, form }, now) =>
		workflow.sendBack(db, person, { ...seen, note: text(form, 'note') }, now)
	),
	approve: deciding('approve target', (db, person, { seen, form }, now) =>
		workflow.approve(
			db,
			person,
			{ ...seen, approvedFor: text(form, 'approvedFor'), confirms: form.has('confirms') },
			now
		)
	),
	confirm: deciding('approve target', (db, person, { seen, form }, now) =>
		workflow.confirm(db, person, { ...seen, reason: text(form, 'reason') }, now)
	),
	withdraw: deciding('withdraw target', (db, person, { seen, form }, now) =>
		workflow.withdraw(db, person, { ...seen, reason: text(form, 'reason') }, now)
	)
};
