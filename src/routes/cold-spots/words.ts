import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Listed } from './list.ts';

// Words for one neighbourhood's finding, from its stored label only.

const sure = { high: 'high', medium: 'medium', low: 'low' } as const;

/** "Draft cold spot, high confidence: it held in 97% of the changed recipes." */
export function certainty(area: StoredArea, word: string): string {
	const held = `${Math.round(area.heldShare * 100)}%`;
	switch (area.label) {
		case 'cold spot':
		case 'possible': {
			const found = area.label === 'possible' ? `possible ${word}` : word;
			const confidence = sure[area.confidence ?? 'low'];
			return `${capital(found)}, ${confidence} confidence: it held in ${held} of the changed recipes.`;
		}
		case 'single area of concern':
			return 'Low on this lens by itself, while the neighbourhoods around it are not.';
		case 'no evidence':
			return 'No evidence of a cold spot. That is not the same as no problem.';
		default:
			throw new Error(`unknown label: ${area.label satisfies never}`);
	}
}

/** Short word for a list. */
export function listWord(label: StoredArea['label'], word: string): string {
	if (label === 'cold spot') return capital(word);
	if (label === 'possible') return 'Possible';
	return label === 'single area of concern' ? 'Single area of concern' : 'No evidence';
}

/** "Draft cold spot, high confidence": for a column or a tooltip. */
export const finding = ({ label, confidence }: StoredArea, word: string): string =>
	confidence === null
		? listWord(label, word)
		: `${listWord(label, word)}, ${confidence} confidence`;

/** Plainly which was used: the borough alone, or with the neighbourhoods that touch it. */
export function ringWords(findings: { ring?: number } | null): string {
	const ring = findings?.ring ?? 0;
	return ring === 0
		? 'Neighbourhoods outside Walsall are not loaded and were not used, so findings at the border are less certain.'
		: `${ring} neighbourhoods outside Walsall were used as neighbours of those at the border. They are never findings themselves.`;
}

/** What a border neighbourhood would be otherwise; the list and the file say the same. */
export function borderWords({ edge, labelWithoutEdge, profile }: StoredArea): string {
	if (profile.withoutRing) {
		const same = profile.withoutRing === 'cold spot' ? 'it would be cold' : 'it would not be cold';
		return edge ? `Without the neighbourhoods outside, ${same}.` : '';
	}
	if (edge)
		return 'It touches the borough boundary, and neighbours outside were not used. With border neighbourhoods left out it is not tested.';
	return labelWithoutEdge === null
		? ''
		: `With border neighbourhoods left out it is ${labelWithoutEdge === 'cold spot' ? 'still cold' : 'not cold'}.`;
}

/** For the list, beside a finding: what it is without the border, or without the places outside. */
export function borderNote(area: Pick<Listed, 'label' | 'withoutEdge' | 'withoutRing'>): string {
	if (area.label !== 'cold spot' && area.label !== 'possible') return '';
	const without = area.withoutRing ?? area.withoutEdge;
	const what = area.withoutRing ? 'Without places outside' : 'Without the border';
	if (without === null) return `${what}: not tested`;
	return `${what}: ${without === 'cold spot' ? 'still cold' : 'not cold'}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
