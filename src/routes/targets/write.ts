import { fail } from '@sveltejs/kit';
import { WALSALL } from '$lib/domain/area.ts';
import { value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { startingPoint } from '$lib/domain/period.ts';
import type { Person } from '$lib/domain/permission.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as breakdowns from '$lib/server/db/breakdowns.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as figures from '$lib/server/figures.ts';
import { startsOf, written } from '$lib/server/workflow/target-draft.ts';
import { realismOf } from '$lib/server/workflow/target-realism.ts';
import type { Outcome } from '$lib/server/workflow/targets.ts';
import { entered, type Given } from './form.ts';
import { wordsOf } from './outcome.ts';

// What the form offers, what "Check" says, and what happens when it is saved.

const LEVELS = ['borough', 'locality', 'ward'];

/** Places and groups with figures, and the figures that the target may start from. */
export async function offeredFor(
	db: Db,
	at: string,
	{ indicator, area, breakdown }: { indicator: Indicator; area: string; breakdown: string }
) {
	const of = { indicator: indicator.code, area, breakdown };
	const [held, places, groups, starts] = await Promise.all([
		figures.latest(db, at, { indicators: [indicator.code], levels: LEVELS }),
		areas.all(db),
		breakdowns.all(db),
		startsOf(db, of)
	]);
	const known = new Set(held.map((figure) => figure.area));
	const start = startingPoint(starts.map(({ period }) => period));
	return {
		areas: places
			.filter(({ code, isLocal }) => isLocal && (known.has(code) || code === WALSALL))
			.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
			.map(({ code, name, level }) => ({ value: code, label: `${name} (${level})` })),
		groups: [...new Set(held.map((figure) => figure.breakdown))].map((id) => ({
			...{ value: id, label: groups.get(id)?.label ?? id }
		})),
		starts: starts.map(({ period, value: number, version, source }) => ({
			value: period.id,
			label: `${period.label}: ${value(number, indicator)} (definition version ${version}${source ? `, source ${source}` : ''})${
				period.id === start?.id ? ' - starting point, not an adopted baseline' : ''
			}`
		}))
	};
}

/** Everything that is wrong, and how realistic it is. Nothing is stored. */
export async function checked(db: Db, indicator: Indicator, given: Given) {
	const read = entered(given);
	const made = await written(db, indicator, read.entered);
	// A number that could not be read was said already.
	const said = read.faults.length > 0 ? ['no value', 'negative tolerance'] : [];
	const problems = made.problems.filter(({ code }) => !said.includes(code));
	const realism = await realismOf(db, indicator, {
		...made.target,
		...{ area: read.entered.area, breakdown: read.entered.breakdown }
	});
	return {
		...{ given, realism: realism?.text ?? null, isChecked: true },
		faults: [
			...read.faults,
			...problems.filter(({ kind }) => kind === 'refused').map(({ message }) => message)
		],
		notes: problems.filter(({ kind }) => kind === 'note').map(({ message }) => message)
	};
}

type Save = (of: ReturnType<typeof entered>['entered'], now: Date) => Promise<Outcome>;

/** Saves what was entered, or brings the filled form back with every problem. */
export async function saved(
	db: Db,
	{ indicator, given }: { indicator: Indicator; person: Person; given: Given },
	save: Save
) {
	const read = entered(given);
	if (read.faults.length > 0) {
		const all = await checked(db, indicator, given);
		return { refused: fail(400, { ...all, isChecked: false }) };
	}
	const outcome = await save(read.entered, new Date());
	if (outcome.kind === 'done') return { id: outcome.id, version: outcome.version };
	const status = outcome.kind === 'conflict' ? 409 : 400;
	const nothing = { notes: [] as string[], realism: null, isChecked: false };
	return { refused: fail(status, { given, faults: wordsOf(outcome), ...nothing }) };
}
