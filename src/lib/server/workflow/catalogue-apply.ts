import { slugOf } from '../../domain/framework/tree.ts';
import * as catalogue from '../db/catalogue.ts';
import type { Trx } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as proposals from '../db/proposals.ts';
import type { Proposal } from '../db/proposals.ts';
import type { Applied } from './applied.ts';
import { applyProtection, tightenEarlier } from './protection.ts';
import { applyRebasing } from './rebasing.ts';

// What an approved proposal does to the catalogue. A definition gets its next version, never an edit.

/** Who approved it, and when. */
export interface Approved {
	name: string;
	now: Date;
}

/** Applies an approved proposal; a sentence when the catalogue has moved on since it was written. */
export async function apply(trx: Trx, proposal: Proposal, by: Approved): Promise<Applied | string> {
	const { kind, indicator, content } = proposal;
	const code = kind === 'new' ? (content.code ?? '') : (indicator ?? '');
	await indicators.lock(trx, code);
	const before = await indicators.byCode(trx, code);
	const standing = before ? { status: before.status, version: before.version } : null;
	switch (kind) {
		case 'new':
			await catalogue.addIndicator(trx, code, slugOf(content.definition?.['title'] ?? ''));
			await version(trx, code, 1, proposal);
			return { code, before: null, after: { status: 'proposed', version: 1 } };
		case 'change': {
			if (before?.version !== content.basedOn)
				return 'The definition has changed since this was written. Return it to be written anew.';
			const next = (before?.version ?? 0) + 1;
			await version(trx, code, next, proposal);
			const hidden = await tightenEarlier(trx, code, by.now);
			return { code, before: standing, after: { ...standing, version: next, ...hidden } };
		}
		case 'disclosure':
			return applyProtection(trx, proposal, by.now);
		case 'rebase':
			return applyRebasing(trx, proposal, by);
		case 'adopt':
			return stand(trx, code, standing, { status: 'adopted', merged_into: null });
		case 'retire':
			return stand(trx, code, standing, { status: 'retired', merged_into: null });
		case 'merge':
			return stand(trx, code, standing, { status: 'retired', merged_into: proposal.mergedInto });
		case 'reinstate': {
			const adopted = await wasAdopted(trx, code);
			const status = before?.kind === 'context' ? 'context' : adopted ? 'adopted' : 'proposed';
			return stand(trx, code, standing, { status, merged_into: null });
		}
		default:
			throw new Error(`unknown proposal: ${kind satisfies never}`);
	}
}

async function version(trx: Trx, code: string, number: number, { content }: Proposal) {
	const { definition = {}, from = '', breakNote = null } = content;
	await catalogue.addVersion(trx, {
		indicator: code,
		version: number,
		from,
		definition,
		breakNote
	});
}

async function stand(
	trx: Trx,
	code: string,
	before: unknown,
	standing: { status: string; merged_into: string | null }
): Promise<Applied> {
	await catalogue.setStanding(trx, code, standing);
	return { code, before, after: standing };
}

async function wasAdopted(trx: Trx, indicator: string): Promise<boolean> {
	const decided = await proposals.all(trx, { indicator, states: ['approved'] });
	return decided.some(({ kind }) => kind === 'adopt');
}
