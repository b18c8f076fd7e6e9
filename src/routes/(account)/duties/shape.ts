import { coverOf } from '$lib/domain/cover.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { may, type Person } from '$lib/domain/permission.ts';
import type { Theme } from '$lib/domain/theme.ts';
import type { Absence, Duty } from '$lib/server/db/duties.ts';
import type { ListedUser } from '$lib/server/db/user-list.ts';

/** What the address says was just done. */
export const DONE: Readonly<Record<string, string>> = {
	assigned: 'The duty is assigned.',
	ended: 'The duty has ended.',
	handed: 'All duties are handed over, from today.',
	away: 'The days away are noted.',
	back: 'The days away are taken back.'
};

interface Held {
	readonly catalogue: readonly Indicator[];
	readonly topics: readonly Theme[];
	readonly held: readonly Duty[];
	readonly away: readonly Absence[];
	readonly people: readonly ListedUser[];
}

interface Shown {
	readonly person: Person;
	readonly day: string;
	/** The person whom the forms begin with. */
	readonly chosen: string | null;
}

/** Who answers for what, where nobody does, and what the reader may change. */
export function shape(given: Held, { person, day, chosen }: Shown) {
	const mayAssign = may(person, 'assign duties');
	const rows = rowsOf(given, day);
	const isOwn = given.held.some(({ user }) => user === person.id);
	return {
		mayAssign,
		mayHandOver: mayAssign || (may(person, 'hand over duties') && isOwn),
		me: { id: person.id, name: person.name },
		chosen: given.people.some(({ id }) => id === chosen) ? chosen : null,
		today: day,
		rows,
		ownerless: rows.filter(({ hasOwner }) => !hasOwner).length,
		uncovered: rows.filter((row) => row.uncovered !== undefined),
		people: holders(given.held),
		choices: choicesOf(given),
		absences: given.away.map(({ id, user, name, starts, ends }) => ({
			id,
			name,
			days: starts === ends ? date(starts) : `${date(starts)} to ${date(ends)}`,
			mayTakeBack: mayAssign || user === person.id
		}))
	};
}

function rowsOf({ catalogue, held, away }: Held, day: string) {
	return catalogue
		.filter(({ status }) => status !== 'retired')
		.map(({ code, title, themes }) => {
			const { names, hasOwner, uncovered } = coverOf({ indicator: code, themes }, held, away, day);
			const approvers = [...names.approver, ...names['deputy approver']];
			return {
				code,
				title,
				hasOwner,
				owner: names.owner.join(', '),
				deputy: names.deputy.join(', '),
				approver: approvers.join(', '),
				uncovered: uncovered && `${date(uncovered.from)} to ${date(uncovered.to)}`
			};
		});
}

function holders(held: readonly Duty[]) {
	const ids = [...new Set(held.map(({ user }) => user))];
	return ids
		.map((id) => {
			const own = held.filter(({ user }) => user === id);
			return {
				id,
				name: own[0]?.name ?? '',
				isDisabled: own[0]?.isDisabled ?? false,
				duties: own.map((one) => ({
					id: one.id,
					text: `${one.duty} of ${one.what}`,
					since: date(one.from)
				}))
			};
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function choicesOf({ catalogue, topics, people }: Held) {
	return {
		people: people
			.filter(({ disabledAt }) => disabledAt === null)
			.map(({ id, name, roles }) => ({ id, text: `${name} (${roles.join(', ') || 'no role'})` })),
		themes: topics.map(({ code, title }) => ({ value: `theme:${code}`, text: title })),
		indicators: catalogue.map(({ code, title }) => ({
			value: `indicator:${code}`,
			text: `${code} ${title}`
		}))
	};
}
