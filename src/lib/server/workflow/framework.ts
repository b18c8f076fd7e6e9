import { type Difference, differences } from '../../domain/framework/difference.ts';
import { type Edit, edited } from '../../domain/framework/edit.ts';
import type { Tree } from '../../domain/framework/tree.ts';
import { may, type Person, refusal } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { type Db, transaction, transactionIf } from '../db/client.ts';
import * as versions from '../db/framework-versions.ts';
import * as frameworks from '../db/frameworks.ts';
import { setSetting } from '../db/loading.ts';
import { forget } from '../publication.ts';

// Changes of a framework. Each raises its version, keeps the tree as it then stands, and is recorded
// with its reason: all in one transaction, or nothing. Who saves on an outdated version is told so.

export const CONFLICT =
	'Somebody changed this framework while you worked on it. Nothing was saved. Reload the page and make your change again.';

export type Outcome =
	| { ok: true; version: number; differences: Difference[] }
	| { ok: false; faults: string[]; isConflict?: boolean };

export interface Asked {
	framework: string;
	/** The version that the person looked at. */
	version: number;
	reason: string;
}

/** Makes one change. */
export function edit(db: Db, person: Person, asked: Asked & { edit: Edit }, now: Date) {
	return change(db, person, { ...asked, next: (tree) => edited(tree, asked.edit) }, now);
}

type Next = (tree: Tree) => { ok: true; tree: Tree } | { ok: false; faults: string[] };

/** Replaces the tree by another made from it: an import, or one change. */
export async function change(
	db: Db,
	person: Person,
	asked: Asked & { next: Next },
	now: Date
): Promise<Outcome> {
	if (!may(person, 'edit framework')) return refused(refusal('edit framework'));
	const { framework, version, next } = asked;
	const reason = asked.reason.trim();
	if (reason === '') return refused('Say why: the reason is kept with the change.');
	const isDone = ({ ok }: Outcome) => ok;
	const outcome = await transactionIf(db, isDone, async (trx): Promise<Outcome> => {
		if (!(await frameworks.raiseVersion(trx, framework, version)))
			return { ok: false, faults: [CONFLICT], isConflict: true };
		const before = await frameworks.tree(trx, framework);
		const made = next(before);
		const found = made.ok ? differences(before, made.tree) : [];
		// The version that was raised falls back.
		if (!made.ok) return made;
		if (found.length === 0) return refused('This changes nothing.');
		await keepBoth(
			trx,
			{ framework, version, before, after: made.tree, by: person.id, reason },
			now
		);
		await record(trx, person, now, {
			action: 'framework changed',
			subject: ['framework', framework],
			before: {
				version,
				changes: found.map(({ what, change, before: old }) => [what, change, old])
			},
			after: {
				version: version + 1,
				changes: found.map(({ what, change, after }) => [what, change, after])
			},
			reason
		});
		await setSetting(trx, 'frameworks', `${framework} ${version + 1}`, now);
		return { ok: true, version: version + 1, differences: found };
	});
	if (outcome.ok) forget(db);
	return outcome;
}

type Kept = {
	framework: string;
	version: number;
	before: Tree;
	after: Tree;
	by: string;
	reason: string;
};

/** The first change keeps what came with the product too, so that it can be compared. */
async function keepBoth(trx: Parameters<typeof versions.keep>[0], kept: Kept, now: Date) {
	const { framework, version, before, after, by, reason } = kept;
	const loaded = {
		framework,
		version,
		tree: before,
		by: null,
		note: 'As it came with the product'
	};
	await versions.keep(trx, loaded, now);
	await frameworks.replaceTree(trx, framework, after);
	await versions.keep(trx, { framework, version: version + 1, tree: after, by, note: reason }, now);
}

/** A new framework, empty. */
export async function add(
	db: Db,
	person: Person,
	asked: { code: string; title: string; kind: string; note: string; reason: string },
	now: Date
): Promise<{ ok: true } | { ok: false; faults: string[] }> {
	if (!may(person, 'edit framework')) return refused(refusal('edit framework'));
	const { code, title, kind, note, reason } = asked;
	const faults = [
		...(/^[a-z][a-z0-9-]{1,29}$/.test(code)
			? []
			: ['A code has small letters, digits and hyphens: council-plan.']),
		...(title.trim() === '' ? ['Give the framework a title.'] : []),
		...(kind === 'performance' || kind === 'tag' ? [] : ['Say whether it answers for figures.']),
		...(reason.trim() === '' ? ['Say why: the reason is kept with the change.'] : [])
	];
	if (faults.length > 0) return { ok: false, faults };
	const outcome = await transaction(db, async (trx) => {
		const given = { code, title: title.trim(), kind, note: note.trim() || null };
		if (!(await frameworks.addFramework(trx, given)))
			return refused(`There is a framework with the code “${code}” already.`);
		await record(trx, person, now, {
			action: 'framework added',
			subject: ['framework', code],
			after: given,
			reason
		});
		await setSetting(trx, 'frameworks', `${code} 1`, now);
		return { ok: true as const };
	});
	if (outcome.ok) forget(db);
	return outcome;
}

const refused = (fault: string) => ({ ok: false as const, faults: [fault] });
