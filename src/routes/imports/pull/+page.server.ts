import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isSourceId, SOURCES, type SourceId } from '$lib/domain/connector/source.ts';
import { may, refusal, type Person } from '$lib/domain/permission.ts';
import { presetOf } from '$lib/server/connectors/presets.ts';
import * as templates from '$lib/server/db/import-templates.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as pulls from '$lib/server/db/pulls.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { text } from '$lib/server/web/form.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { importsSomething } from '$lib/server/workflow/imports.ts';
import { byHand, ofPreset, pull, readyFor, type WantedPull } from '$lib/server/workflow/pulls.ts';
import { Refused } from '$lib/server/workflow/refused.ts';
import { indicatorsOf } from '../choices.ts';
import { mappingIn } from '../mapping-form.ts';
import { soon } from '../soon.ts';
import { listed, shownSources } from './shape.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = signedInPerson(event);
	const mayPull = importsSomething(person);
	if (!mayPull && !may(person, 'read restricted')) error(403, refusal('import values'));
	const { db } = event.locals;
	const [live, latest, ready, catalogue, kept, choices] = await Promise.all([
		pulls.triedLive(db),
		pulls.latest(db),
		readyFor(db, person),
		indicators.all(db),
		templates.all(db),
		indicatorsOf(db, person)
	]);
	return {
		mayPull,
		sources: shownSources({ live, latest, ready, catalogue }),
		pulls: latest.map(listed),
		indicators: choices,
		templates: kept.map(({ id, name }) => ({ value: id, label: name }))
	};
};

export const actions: Actions = {
	ready: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const preset = presetOf(text(form, 'preset', 40));
		const again = form.get('again') === 'on';
		return begin(event, person, preset?.source ?? 'csv', {}, async () => {
			if (!preset) throw new Refused('There is no such pull. Choose one of the list.');
			return { ...ofPreset(preset), again };
		});
	},
	ask: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const named = text(form, 'service', 20);
		const source = isSourceId(named) ? named : 'csv';
		const given = Object.fromEntries(
			SOURCES[source].fields.map(({ name }) => [name, text(form, name, 2_000)])
		);
		return begin(event, person, source, given, async () => {
			const wanted = text(form, 'template', 50);
			const kept = (await templates.all(event.locals.db)).find(({ id }) => id === wanted);
			const mapping = { ...kept?.mapping, ...mappingIn(form, kept?.mapping) };
			return { ...byHand(source, given, mapping), again: form.get('again') === 'on' };
		});
	}
};

/** Begins the pull that was asked for; a short one is done when its page is shown. */
async function begin(
	event: RequestEvent,
	person: Person,
	source: SourceId,
	given: Record<string, string>,
	wanted: () => Promise<WantedPull>
) {
	const { db, log } = event.locals;
	const id = await attempt({ source, given }, async () => {
		const begun = await pull(db, person, await wanted(), new Date());
		await soon(begun.pulling, log);
		return begun.id;
	});
	if (typeof id !== 'string') return id;
	redirect(303, `/imports/pull/${id}`);
}
