import { type Area, levels, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import { date } from '$lib/domain/format.ts';
import {
	isSplit,
	localityOfWards,
	parents,
	parts,
	shareWords,
	type Tie
} from '$lib/domain/profile/membership.ts';
import { listed } from '$lib/domain/sentence/sentence.ts';
import type { Row } from '$lib/ui/table.ts';
import type { Geography } from './geography.ts';
import { fullName, nameOf } from './naming.ts';

// The change of wards in May 2026 and what it means for a place; what the place lies in, since when.

export interface Membership {
	/** Sentences for the notice. */
	change: string[];
	/** Where it lies: area, kind, share, dates, evidence. */
	within: Row[];
	/** Wards of the other set that it was or is made of. */
	overlaps: { title: string; rows: Row[] } | null;
}

export function membership(area: Area, places: Geography): Membership {
	const ties = parents(area.code, places.links, places.areas);
	return {
		change: change(area, ties, places),
		within: ties
			.filter(({ area: larger }) => larger.level !== 'ward' || area.level === 'lsoa')
			.map((tie) => row(tie, places)),
		overlaps: overlaps(area, ties, places)
	};
}

function change(area: Area, ties: readonly Tie[], places: Geography): string[] {
	const unconfirmed = 'The council has not yet confirmed localities for the new wards.';
	switch (area.level) {
		case 'borough':
			return ['The wards changed inside the borough. Its own outline did not.'];
		case 'locality':
			return [
				`${area.name} is built from ${former(area, places)} wards in force until then.`,
				...crossing(area, places),
				`Which wards make up a locality was inferred from public papers. ${unconfirmed}`
			];
		case 'ward':
			return area.vintage === WARDS_NOW
				? [...newWard(area, ties), unconfirmed]
				: [
						`${area.name} was a ward until ${endOf(area)}. Its figures describe that area and stay here.`,
						'A new ward may have the same name and another outline: the two are never joined.'
					];
		default:
			return [];
	}
}

const endOf = ({ validTo }: Area): string => (validTo ? date(validTo) : 'May 2026');

const former = (area: Area, { links, areas }: Geography): number =>
	parts({ code: area.code, vintage: WARDS_BEFORE }, links, areas).length;

function crossing(area: Area, { links, areas }: Geography): string[] {
	const split = parts({ code: area.code, vintage: WARDS_NOW }, links, areas).filter(isSplit);
	if (split.length === 0) return ['By our estimate every new ward here lies inside it.'];
	const named = split.map((tie) => `${tie.area.name} (${shareWords(tie.share)} of it here)`);
	return [`By our estimate the line of this locality cuts ${listed(named)}.`];
}

function newWard(area: Area, ties: readonly Tie[]): string[] {
	const localities = ties.filter(({ area: larger }) => larger.level === 'locality');
	const split = localities.some(isSplit);
	const lies = localities.map((tie) => `${shareWords(tie.share)} in ${tie.area.name}`);
	return [
		`${area.name} has had this outline since ${area.validFrom ? date(area.validFrom) : 'May 2026'}.`,
		'Its figures are estimates, marked [e]: they are shared out from neighbourhoods, which do not fit the new wards exactly.',
		...(split ? [`It is split between localities: ${listed(lies)}.`] : [])
	];
}

function row({ area, share, evidence, from, to }: Tie, places: Geography): Row {
	return {
		cells: [
			{ text: nameOf(area), href: places.path(area), note: kind(area) },
			shareWords(share),
			to ? `${date(from)} to ${date(to)}` : `Since ${date(from)}`,
			evidence
		]
	};
}

function kind(area: Area): string {
	return area.vintage === WARDS_BEFORE ? 'former ward' : levels[area.level].one;
}

/** A new ward's former wards, and the other way round; a locality's new wards with their main one. */
function overlaps(area: Area, ties: readonly Tie[], places: Geography): Membership['overlaps'] {
	const { links, areas } = places;
	if (area.level === 'locality') {
		const main = localityOfWards(links, areas);
		const wards = parts({ code: area.code, vintage: WARDS_NOW }, links, areas);
		return table(
			`New wards in ${area.name}`,
			wards.map((tie) => ({
				tie,
				note: tie.isBestFit
					? isSplit(tie)
						? 'Split'
						: ''
					: `Mainly in ${main.get(tie.area.code)?.area.name ?? 'another locality'}`
			}))
		);
	}
	if (area.vintage === WARDS_NOW) {
		const wards = parts({ code: area.code, vintage: WARDS_BEFORE }, links, areas);
		return table(
			'Former wards, by how much of each lies here',
			wards.map((tie) => ({ tie, note: '' }))
		);
	}
	if (area.vintage === WARDS_BEFORE) {
		const wards = ties.filter(({ area: larger }) => larger.vintage === WARDS_NOW);
		return table(
			'New wards that it lies in now, by share',
			wards.map((tie) => ({ tie, note: '' }))
		);
	}
	return null;

	function table(title: string, found: { tie: Tie; note: string }[]): Membership['overlaps'] {
		if (found.length === 0) return null;
		return {
			title,
			rows: found.map(({ tie, note }) => ({
				cells: [
					{ text: fullName(tie.area), href: places.path(tie.area) },
					shareWords(tie.share),
					note
				]
			}))
		};
	}
}
