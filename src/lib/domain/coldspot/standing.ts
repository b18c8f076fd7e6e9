// Which version of a lens is shown, and in which words: one rule for pages, maps, files and interface.

import { date } from '../format.ts';

export interface Version {
	recipe: { lens: string; version: number };
	status: 'draft' | 'signed' | 'hidden' | 'replaced';
	signedByRole: string | null;
	signedAt: string | null;
}

/** The sentence that goes with every finding. */
export const PROMPT = 'A prompt for conversation about places, not a ranking of people.';

/** Versions of a lens that may be seen, in the order given. */
export const visible = <V extends Version>(versions: readonly V[], lens: string): V[] =>
	versions.filter(({ recipe, status }) => recipe.lens === lens && status !== 'hidden');

/** The version asked for; without one, the signed version, else the newest. Never a hidden one. */
export function versionShown<V extends Version>(
	versions: readonly V[],
	lens: string,
	asked: number | null = null
): V | undefined {
	const seen = visible(versions, lens).sort((a, b) => b.recipe.version - a.recipe.version);
	if (asked !== null) return seen.find(({ recipe }) => recipe.version === asked);
	return seen.find(({ status }) => status === 'signed') ?? seen[0];
}

export interface Standing {
	isSigned: boolean;
	/** What a finding is called until a named role signs. */
	word: string;
	text: string;
}

/** "Draft method, not adopted (version 1)." until a named role has signed. */
export function standingOf({ recipe, status, signedByRole, signedAt }: Version): Standing {
	const isSigned = status === 'signed' && signedByRole !== null && signedAt !== null;
	if (isSigned) {
		const text = `Method version ${recipe.version}, signed by the ${signedByRole} on ${date(signedAt)}.`;
		return { isSigned, word: 'cold spot', text };
	}
	const text =
		status === 'replaced'
			? `Version ${recipe.version}, replaced by a later version.`
			: `Draft method, not adopted (version ${recipe.version}).`;
	return { isSigned, word: 'draft cold spot', text };
}
