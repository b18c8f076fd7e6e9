import { error, json, type RequestEvent } from '@sveltejs/kit';
import { normaliseCode } from '$lib/domain/indicator.ts';
import { isOpen } from '$lib/domain/submission.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as written from '$lib/server/db/submission-cells.ts';
import * as submissions from '$lib/server/db/submissions.ts';
import { kept } from '$lib/server/web/form.ts';
import { permit, permitDraft } from '$lib/server/web/permit.ts';
import { Refused } from '$lib/server/workflow/refused.ts';
import * as workflow from '$lib/server/workflow/submissions.ts';
import type { RequestHandler } from './$types';
import { cellsIn } from '../asked.ts';

// What the page's own script asks while somebody types: save these cells, and what have others written?
// Another site cannot send it: JSON from elsewhere needs a leave that is never given.

const KEEP = { 'cache-control': 'private, no-store' };

export const GET: RequestHandler = async (event) => {
	const { code } = await opened(event);
	const { db } = event.locals;
	const all = await submissions.ofPeriod(db, code, event.params.period);
	const open = all.find(({ state }) => isOpen(state)) ?? all[0];
	const [cells, words] = await Promise.all([
		written.cells(db, open?.id ?? ''),
		written.words(db, open?.id ?? '')
	]);
	return json({ cells, words: words ?? null, state: open?.state ?? null }, { headers: KEEP });
};

export const POST: RequestHandler = async (event) => {
	const { person, code: indicator } = await opened(event);
	if (!event.request.headers.get('content-type')?.startsWith('application/json')) {
		error(415, 'Send JSON.');
	}
	const { cells, words } = await bodyOf(event.request);
	const { db } = event.locals;
	const now = new Date();
	const which = { indicator, period: event.params.period };
	try {
		const id = await workflow.start(db, person, which, now);
		const sent = { id, cells, ...(words && { words }) };
		const saved = await workflow.save(db, person, sent, now);
		return json({ ...saved, savedAt: now.toISOString() }, { headers: KEEP });
	} catch (fault) {
		if (!(fault instanceof Refused)) throw fault;
		return json({ message: fault.message }, { status: 409, headers: KEEP });
	}
};

async function opened(event: RequestEvent<{ period: string; code: string }>) {
	permit(event, 'read drafts');
	const indicator = await indicators.byCode(event.locals.db, normaliseCode(event.params.code));
	if (!indicator) error(404, 'There is no such indicator.');
	return { person: permitDraft(event, indicator), code: indicator.code };
}

async function bodyOf(request: Request) {
	const given: unknown = await request.json().catch(() => undefined);
	if (typeof given !== 'object' || given === null) error(400, 'Send JSON.');
	const { cells: sent, words } = given as { cells?: unknown; words?: unknown };
	const cells = cellsIn(sent);
	if (!cells) error(400, 'The cells are not as this page sends them. Reload it.');
	return { cells, words: wordsIn(words) };
}

function wordsIn(given: unknown) {
	if (typeof given !== 'object' || given === null) return undefined;
	const { what, soWhat, nowWhat, revision } = given as Record<string, unknown>;
	const texts = [what, soWhat, nowWhat];
	if (!texts.every((one) => typeof one === 'string') || !Number.isSafeInteger(revision)) {
		error(400, 'The words are not as this page sends them. Reload it.');
	}
	const [a = '', b = '', c = ''] = texts.map((one) => kept(String(one).trim().slice(0, 2000)));
	return { what: a, soWhat: b, nowWhat: c, revision: Number(revision) };
}
