import { redirect } from '@sveltejs/kit';
import { may } from '$lib/domain/permission.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import * as submissions from '$lib/server/db/submissions.ts';
import * as targets from '$lib/server/db/targets.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { permit } from '$lib/server/web/permit.ts';
import * as publication from '$lib/server/workflow/publication.ts';
import type { Actions, PageServerLoad } from './$types';
import { decisionsFor } from './decisions.ts';
import { shape } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const [waiting, catalogue, times, versions, proposed, places] = await Promise.all([
		submissions.inState(db, ['submitted', 'quality-assured', 'approved', 'scheduled']),
		indicators.all(db),
		periods.all(db),
		targets.versions(db),
		proposals.all(db, { states: ['submitted'] }),
		areas.all(db)
	]);
	return {
		...shape({ waiting, catalogue, times }, person),
		decisions: decisionsFor(person, {
			...{ targets: versions, proposals: proposed, catalogue },
			places: new Map(places.map(({ code, name }) => [code, name]))
		}),
		mayPublish: may(person, 'publish'),
		done: event.url.searchParams.has('published') ? 'Published' : undefined
	};
};

export const actions: Actions = {
	publish: async (event) => {
		const person = permit(event, 'read drafts');
		const form = await event.request.formData();
		const returns = form.getAll('return').flatMap((one) => {
			const [id = '', revision = ''] = String(one).split(' ');
			return id ? [{ id, revision: Number(revision) }] : [];
		});
		const wanted = { returns, label: text(form, 'label').slice(0, 80) };
		const done = await attempt({}, () =>
			publication.publish(event.locals.db, person, wanted, new Date())
		);
		return typeof done === 'string' ? redirect(303, '/approvals?published') : done;
	}
};
