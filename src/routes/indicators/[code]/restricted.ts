import { value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { stateCodes, stateWords } from '$lib/domain/observation.ts';
import { may, type Person } from '$lib/domain/permission.ts';
import * as areas from '$lib/server/db/areas.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import type { Row } from '$lib/ui/table.ts';

/** Rows of a restricted indicator for a named role; null for everybody else, whatever is held. */
export async function restrictedRows(
	db: Db,
	at: string,
	indicator: Indicator,
	person: Person | null
): Promise<Row[] | null> {
	const about = { indicator: indicator.code, themes: indicator.themes };
	if (!indicator.restricted || !may(person, 'read restricted', about)) return null;
	const [held, places, every] = await Promise.all([
		figures.restricted(db, at, about, person),
		areas.all(db),
		periods.all(db)
	]);
	const names = new Map(places.map(({ code, name }) => [code, name]));
	return held.map((figure) => ({
		cells: [
			names.get(figure.area) ?? figure.area,
			every.get(figure.period)?.label ?? figure.period,
			figure.value === null
				? { text: stateWords[figure.state], code: stateCodes[figure.state] }
				: { text: value(figure.value, indicator), flags: figure.flags }
		]
	}));
}
