import { error } from '@sveltejs/kit';
import * as areas from '$lib/server/db/areas.ts';
import * as breakdowns from '$lib/server/db/breakdowns.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as periods from '$lib/server/db/periods.ts';
import { inputsOf, methodOf } from '$lib/server/judgement-inputs.ts';
import { factsOf, figuresOf, kindWords } from './shape.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, edition }, params }) => {
	const id = /^\d{1,12}$/.test(params.id) ? Number(params.id) : Number.NaN;
	const found = Number.isNaN(id) ? undefined : await judgements.byId(db, edition.publishedAt, id);
	if (!found) {
		error(404, 'We hold no such judgement in this edition. Start again from the indicator’s page.');
	}
	const { judgement, heldFrom } = found;
	const [indicator, inputs, places, every, groups] = await Promise.all([
		indicators.byCode(db, judgement.indicator),
		inputsOf(db, heldFrom, judgement),
		areas.all(db),
		periods.all(db),
		breakdowns.all(db)
	]);
	if (!indicator) error(404, 'The indicator of this judgement is no longer in the catalogue.');
	const names = {
		area: new Map(places.map(({ code, name }) => [code, name])),
		period: new Map([...every].map(([code, { label }]) => [code, label])),
		group: new Map([...groups].map(([code, { label }]) => [code, label]))
	};
	return {
		id: judgement.id,
		indicator: { code: indicator.code, title: indicator.title },
		area: { code: judgement.area, name: names.area.get(judgement.area) ?? judgement.area },
		question: kindWords(judgement.kind),
		outcome: judgement.outcome,
		facts: factsOf(judgement, heldFrom, names),
		figures: figuresOf(inputs, indicator, names),
		method: methodOf(judgement)
	};
};
