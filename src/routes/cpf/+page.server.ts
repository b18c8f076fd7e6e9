import { filtered } from '$lib/domain/cpf/filter.ts';
import { health } from '$lib/domain/cpf/health.ts';
import { content, viewOf } from './content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const found = await content(locals, url.searchParams);
	const { all, places, place, areas, themes, labels, asked, shown } = found;
	const none = { area: null, owner: null, theme: null };
	return {
		...{ framework: all.framework, places, place, areas, themes, labels, on: shown.on },
		everything: all.measures,
		...viewOf(found, asked),
		byArea: areas.map((area) => ({
			area,
			health: health(filtered(all.measures, { ...none, area: area.code }))
		}))
	};
};
