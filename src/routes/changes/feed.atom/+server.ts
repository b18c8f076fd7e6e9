import { atom } from '$lib/domain/atom.ts';
import * as changes from '$lib/server/db/changes.ts';
import * as editions from '$lib/server/db/editions.ts';
import type { RequestHandler } from './$types';

// Editions, corrections and changed definitions, for whoever follows them with a feed reader.

const LATEST = 50;

export const GET: RequestHandler = async ({ url, locals: { db, edition } }) => {
	const at = edition.publishedAt;
	const [all, corrections, redefinitions] = await Promise.all([
		editions.all(db),
		changes.corrections(db, at),
		changes.redefinitions(db)
	]);
	const page = `${url.origin}/changes`;
	const entries = [
		...all
			.filter(({ publishedAt }) => publishedAt <= at)
			.map(({ id, label, note, publishedAt }) => ({
				...{ url: `${url.origin}/?edition=${id}`, title: label, text: note ?? '' },
				updated: publishedAt
			})),
		...corrections.map((one) => ({
			url: `${page}#${one.id}`,
			title: `Correction: ${one.indicator} ${one.title}, ${one.label}`,
			text: one.publicNote,
			updated: one.publishedAt
		})),
		...redefinitions.map((one) => ({
			url: `${url.origin}/indicators/${one.indicator.toLowerCase()}/history#version-${one.version}`,
			title: `New definition: ${one.indicator} ${one.title}`,
			text: one.note ?? '',
			updated: `${one.validFrom}T00:00:00Z`
		}))
	];
	const latest = entries.sort((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, LATEST);
	const feed = {
		...{
			title: `Walsall cohesion indicators: changes${edition.notice ? ' (illustrative)' : ''}`,
			url: `${page}/feed.atom`,
			page
		},
		...{ author: 'Walsall cohesion indicators', since: at }
	};
	return new Response(atom(feed, latest), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
	});
};
