import { error } from '@sveltejs/kit';
import { content, viewOf } from '../content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await content(locals, url.searchParams);
	const { all, places, place, areas, themes, labels, asked, shown } = found;
	const area = areas.find(({ slug }) => slug === params.element);
	if (!area) {
		const known = areas.map(({ label }) => label).join(', ');
		error(
			404,
			`There is no performance area “${params.element}”. There are: ${known || 'none yet'}.`
		);
	}
	const by = url.searchParams.has('by') ? asked.by : 'theme';
	return {
		...{ framework: all.framework, area, areas, places, place, themes, labels, on: shown.on },
		everything: all.measures.filter((measure) => measure.areas.includes(area.code)),
		...viewOf(found, { ...asked, area: area.code, by })
	};
};
