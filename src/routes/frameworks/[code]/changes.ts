import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { dayInWalsall, isDay } from '$lib/domain/day.ts';
import type { Edit } from '$lib/domain/framework/edit.ts';
import { text, whole } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import { edit } from '$lib/server/workflow/framework.ts';
import { found } from './found.ts';

// The forms of a framework's page: each is one change with the version it was made on and a reason.

type Event = RequestEvent<{ code: string }>;
type Made = Edit | string;

function changing(make: (form: FormData, today: string) => Made) {
	return async (event: Event) => {
		const person = permit(event, 'edit framework');
		const { db } = event.locals;
		const now = new Date();
		const framework = await found(db, event.params.code);
		const form = await event.request.formData();
		const made = make(form, dayInWalsall(now));
		const given = Object.fromEntries(
			[...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
		);
		if (typeof made === 'string') return fail(400, { faults: [made], given });
		const asked = {
			framework: framework.code,
			version: whole(form, 'version'),
			reason: text(form, 'reason', 600),
			edit: made
		};
		const outcome = await edit(db, person, asked, now);
		if (!outcome.ok) return fail(outcome.isConflict ? 409 : 400, { faults: outcome.faults, given });
		redirect(303, `/frameworks/${framework.code}?saved=${outcome.version}`);
	};
}

const orNull = (words: string): string | null => (words === '' ? null : words);
const NO_DAY = 'Give the date as year, month and day: 2026-11-22.';

export const changes = {
	add: changing((form, today): Made => {
		const from = text(form, 'from') || today;
		return isDay(from)
			? {
					act: 'add',
					code: text(form, 'code', 20).toUpperCase(),
					label: text(form, 'label', 150),
					parent: orNull(text(form, 'parent')),
					source: text(form, 'source', 300),
					from
				}
			: NO_DAY;
	}),
	rename: changing((form) => ({
		act: 'rename',
		code: text(form, 'code'),
		label: text(form, 'label', 150),
		description: orNull(text(form, 'description', 300))
	})),
	own: changing((form) => ({
		act: 'own',
		code: text(form, 'code'),
		owner: orNull(text(form, 'owner', 150))
	})),
	move: changing((form) => ({
		act: 'move',
		code: text(form, 'code'),
		parent: orNull(text(form, 'parent')),
		before: orNull(text(form, 'before'))
	})),
	end: changing((form, today): Made => {
		const on = text(form, 'on') || today;
		return isDay(on) ? { act: 'end', code: text(form, 'code'), on } : NO_DAY;
	}),
	link: changing((form, today): Made => {
		const from = text(form, 'from') || today;
		return isDay(from)
			? {
					act: 'link',
					code: text(form, 'code'),
					indicator: text(form, 'indicator').toUpperCase(),
					evidence: text(form, 'evidence', 300),
					from
				}
			: NO_DAY;
	}),
	unlink: changing((form, today) => ({
		act: 'unlink',
		code: text(form, 'code'),
		indicator: text(form, 'indicator'),
		on: today
	}))
};
