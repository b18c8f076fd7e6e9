import { redirect } from '@sveltejs/kit';
import * as audit from '$lib/server/db/audit.ts';
import * as list from '$lib/server/db/audit-list.ts';
import * as names from '$lib/server/db/audit-names.ts';
import { permit } from '$lib/server/web/permit.ts';
import { verify } from '$lib/server/workflow/audit.ts';
import { address, faultIn, filtersIn, placeIn, wantedBy } from './asked.ts';
import { PER_PAGE, shape, verifiedWords } from './shape.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read audit');
	const { db } = event.locals;
	const { searchParams } = event.url;
	const filters = filtersIn(searchParams);
	const fault = faultIn(filters);
	const place = placeIn(searchParams);
	const [events, head, last] = await Promise.all([
		fault ? [] : list.page(db, wantedBy(filters, person), { ...place, limit: PER_PAGE + 1 }),
		audit.head(db),
		list.lastVerified(db)
	]);
	const known = await names.known(db, events);
	return {
		...{ filters, fault, head, verified: verifiedWords(last) },
		done: searchParams.has('verified') ? 'The audit was verified.' : undefined,
		...shape({ events, known, person, filters, place }),
		files: {
			csv: address('/audit.csv', filters),
			xlsx: address('/audit.xlsx', filters)
		}
	};
};

export const actions: Actions = {
	verify: async (event) => {
		const person = permit(event, 'read audit');
		await verify(event.locals.db, person, new Date());
		redirect(303, '/audit?verified#chain');
	}
};
