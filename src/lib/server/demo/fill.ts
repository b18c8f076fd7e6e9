import { WALSALL } from '../../domain/area.ts';
import { ILLUSTRATIVE, NOTICE } from '../../domain/illustrative.ts';
import { record } from '../audit.ts';
import * as actions from '../db/actions.ts';
import * as answerable from '../db/answerable.ts';
import { type Db, type Trx, transaction } from '../db/client.ts';
import * as commentaries from '../db/commentaries.ts';
import * as indicators from '../db/indicators.ts';
import * as influences from '../db/influences.ts';
import { alone, analyse, insertAll, insertMissing, setting } from '../db/loading.ts';
import { replaceChanged } from '../db/publishing.ts';
import { addEdition } from '../db/replacing.ts';
import { loadOpenData } from '../load/load.ts';
import { publish } from '../workflow/publish.ts';
import { CORRECTION, OPEN_DATA_AT, type Publication, publications } from './calendar.ts';
import { collections } from './collections.ts';
import { addRules } from './rules.ts';
import { type Figures, inventFigures } from './figures.ts';
import { DEMONSTRATION, markDemonstration } from './mark.ts';
import { invented } from './measures.ts';
import { addPeople, who } from './people.ts';
import { correctedWords, promises, words, type Words } from './promises.ts';
import { influenceOf } from './influences.ts';
import { postsOf } from './posts.ts';
import { addReturns } from './returns.ts';
import { periods } from './series.ts';
import { addTargets } from './targets.ts';

// Fills an empty database with the demonstration: the open data as every start loads them, then the
// invented history, edition by edition, in one transaction. A kill leaves the first part, and the next
// start goes on from there.

export interface FillOptions {
	/** Folder of the open data. */
	root: string;
	progress?: (message: string) => void;
}

/** Returns whether there was anything to do. The database is empty, or a demonstration. */
export async function fillDemonstration(
	db: Db,
	{ root, progress = () => {} }: FillOptions
): Promise<boolean> {
	if ((await setting(db, DEMONSTRATION)) === FILLED) return false;
	await transaction(db, (trx) => markDemonstration(trx, 'being filled', OPEN_DATA_AT));
	await loadOpenData(db, { root, now: OPEN_DATA_AT, progress });
	const isOurs = await transaction(db, async (trx) => {
		await alone(trx);
		if ((await setting(trx, DEMONSTRATION)) === FILLED) return false;
		await tell(trx, progress);
		return true;
	});
	if (isOurs) await analyse(db);
	return isOurs;
}

const FILLED = 'filled';

async function tell(trx: Trx, progress: (message: string) => void): Promise<void> {
	progress('people, sources and the calendar');
	await addGround(trx);
	const catalogue = await indicators.all(trx);
	const figures = inventFigures(catalogue);
	for (const edition of publications) {
		progress(`edition ${edition.label}`);
		await tellEdition(trx, figures, edition);
	}
	const versions = new Map(catalogue.map(({ code, version }) => [code, version]));
	await addReturns(trx, WALSALL, (code) => versions.get(code) ?? 1);
	const last = publications.at(-1);
	await markDemonstration(trx, FILLED, last?.at ?? OPEN_DATA_AT);
}

async function addGround(trx: Trx): Promise<void> {
	await insertAll(trx, 'sources', [
		{
			...{ id: ILLUSTRATIVE, publisher: 'Illustrative', title: 'Invented for the demonstration' },
			...{ url: null, licence: 'None: not real', attribution: 'Illustrative, not real' },
			...{ published: null, retrieved: null, note: NOTICE }
		}
	]);
	await insertMissing(trx, 'periods', [...periods.values()]);
	await insertMissing(
		trx,
		'series_breaks',
		invented.flatMap(({ code, breakFrom, breakNote }) =>
			breakFrom ? [{ indicator: code, period_start: breakFrom, note: breakNote ?? '' }] : []
		)
	);
	await addPeople(trx, OPEN_DATA_AT);
	await insertAll(trx, 'collections', collections);
	await addRules(trx);
	for (const { indicator, influence, reason } of influenceOf) {
		const by = who('performance-lead');
		await influences.set(trx, { indicator, influence, by: by.id, reason }, OPEN_DATA_AT);
		await record(trx, by, OPEN_DATA_AT, {
			action: 'influence set',
			subject: ['indicator', indicator],
			after: { influence },
			reason
		});
	}
	await addPosts(trx);
}

async function addPosts(trx: Trx): Promise<void> {
	const on = OPEN_DATA_AT.toISOString().slice(0, 10);
	for (const post of postsOf(codes)) {
		await answerable.begin(trx, post, on);
		await record(trx, who('performance-lead'), OPEN_DATA_AT, {
			action: `${post.part} named`,
			subject: ['indicator', post.indicator],
			after: { directorate: post.directorate, post: post.post },
			reason: 'Illustrative: named for the demonstration.'
		});
	}
}

const codes = invented.map(({ code }) => code);

async function tellEdition(
	trx: Trx,
	{ of, history }: Figures,
	edition: Publication
): Promise<void> {
	const { id, label, note, at } = edition;
	await addEdition(trx, { id, label, note, kind: id === CORRECTION ? 'correction' : 'report' }, at);
	const { fresh, revised } = of(edition);
	await replaceChanged(trx, revised, at);
	await insertAll(
		trx,
		'observations',
		fresh.map((row) => ({ ...row, held_from: at }))
	);
	await addTargets(trx, history, edition);
	await addWords(trx, edition);
	await addPromises(trx, edition);
	// Only invented figures come with these editions; the last one judges everything once more.
	await publish(trx, at, edition === publications.at(-1) ? undefined : codes);
	await record(trx, who('performance-lead'), at, {
		action: 'edition published',
		subject: ['edition', id],
		after: { figures: fresh.length, revised: revised.length }
	});
}

async function addWords(trx: Trx, { id, at }: Publication): Promise<void> {
	for (const said of [...words, correctedWords].filter(({ edition }) => edition === id)) {
		const author = who(said.author);
		await commentaries.replace(
			trx,
			{ ...given(said), author: author.id, authorName: author.name },
			at
		);
		await record(trx, author, at, {
			action: 'commentary published',
			subject: ['commentary', `${said.indicator} ${said.period}`],
			after: given(said)
		});
	}
}

const given = ({ indicator, area = WALSALL, period, what, soWhat, nowWhat, cause }: Words) => ({
	...{ indicator, area, period, what },
	...{ soWhat: soWhat ?? null, nowWhat: nowWhat ?? null, cause: cause ?? null }
});

/** Promises made with this edition, and what was reported of earlier ones since the edition before. */
async function addPromises(trx: Trx, { id: edition, at }: Publication): Promise<void> {
	for (const [i, made] of promises.entries()) {
		const { indicator, area = WALSALL, promise, owner, dueOn } = made;
		const number = promises.slice(0, i + 1).filter((one) => one.indicator === indicator).length;
		const [by, id] = [who(made.by), `${indicator}-${number}`.toLowerCase()];
		if (made.edition === edition) {
			await actions.add(trx, { id, indicator, area, promise, owner, dueOn, by: by.id }, at);
			await record(trx, by, at, {
				action: 'action promised',
				subject: ['action', id],
				after: { promise, owner, dueOn }
			});
		}
		for (const { on, state, outcome } of made.reports ?? []) {
			const said = new Date(`${on}T11:00:00Z`);
			if (!isBetween(said, edition)) continue;
			await actions.report(trx, { action: id, state, outcome, by: by.id }, said);
			await record(trx, by, said, {
				action: 'action reported',
				subject: ['action', id],
				after: { state, outcome }
			});
		}
	}
}

/** After the edition before, and not after this one. */
function isBetween(instant: Date, edition: string): boolean {
	const place = publications.findIndex(({ id }) => id === edition);
	const [before, own] = [publications[place - 1], publications[place]];
	return own !== undefined && instant <= own.at && instant > (before?.at ?? OPEN_DATA_AT);
}
