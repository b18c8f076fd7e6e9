import { type Action, isOpen } from '$lib/domain/action.ts';
import type { Commentary } from '$lib/domain/commentary.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Person } from '$lib/domain/permission.ts';
import * as actions from '$lib/server/db/actions.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as commentaries from '$lib/server/db/commentaries.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as periods from '$lib/server/db/periods.ts';
import { mayWrite } from '$lib/server/workflow/actions.ts';
import { line } from '../../actions/list.ts';

// What answers for the figure: the words of its latest periods, and the actions about it, open ones
// first. For an earlier edition both are as they stood then.

interface Asked {
	indicator: Indicator;
	user: Person | null;
	/** Instant that dated things are shown as of. */
	now: string;
	isEarlier: boolean;
}

export async function answerOf(db: Db, { indicator, user, now, isEarlier }: Asked) {
	const of = { indicators: [indicator.code] };
	const [said, promised, times, places] = await Promise.all([
		commentaries.held(db, now, of),
		actions.all(db, now, of),
		periods.all(db),
		areas.all(db)
	]);
	const names = new Map(places.map((area) => [area.code, area]));
	const known = { catalogue: [indicator], areas: names, now };
	const ends = ({ period }: Commentary) => times.get(period)?.ends ?? '';
	const latest = said.map(ends).sort().at(-1);
	return {
		words: said
			.filter((one) => ends(one) === latest)
			.map((one) => ({
				...one,
				place: names.get(one.area)?.name ?? one.area,
				label: times.get(one.period)?.label ?? one.period,
				on: date(one.publishedAt)
			})),
		actions: promised.toSorted(openFirst).map((one) => line(one, known)),
		mayWrite: mayWrite(user, indicator) && !isEarlier
	};
}

const openFirst = (a: Action, b: Action): number => Number(isOpen(b)) - Number(isOpen(a));
