import { type Area, NEIGHBOURHOODS, WALSALL, WARDS_NOW } from '$lib/domain/area.ts';
import { count } from '$lib/domain/format.ts';
import { isSplit, parents, parts, shareWords } from '$lib/domain/profile/membership.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';
import { listed } from '$lib/domain/sentence/sentence.ts';
import { inPeriod } from '$lib/domain/sentence/when.ts';
import type { Geography } from './geography.ts';
import { fullName, kindOf, nameOf } from './naming.ts';

// The top of a profile: what the place is, and how many people live there.

/** Residents at the census: the one measure that every place of Walsall opens with. */
const RESIDENTS = 'X20';

export function head(area: Area, rows: readonly ProfileRow[], places: Geography) {
	const name = nameOf(area);
	return {
		code: area.code,
		name,
		tab: fullName(area),
		kind: kindOf(area),
		note: area.level === 'lsoa' ? null : area.level === 'msoa' ? area.name : area.note,
		people: people(rows, name),
		what: what(area, places)
	};
}

/** "68,412 people lived in West at the 2021 census: 24% of Walsall." */
function people(rows: readonly ProfileRow[], name: string): string | null {
	const row = rows.find(({ indicator }) => indicator.code === RESIDENTS);
	if (!row || row.figure.value === null) return null;
	const { value, flags } = row.figure;
	const many = flags.includes('e') ? `About ${count(Math.round(value / 100) * 100)}` : count(value);
	const borough = row.others.get(WALSALL)?.value;
	const share = borough ? `: ${shareOf(value / borough)} of Walsall` : '';
	return `${many} people lived in ${name} ${inPeriod(row.period)}${share}.`;
}

function shareOf(share: number): string {
	return share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`;
}

function what(area: Area, { areas, links }: Geography): string | null {
	const within = (vintage: string) => parts({ code: area.code, vintage }, links, areas);
	const whole = within(WARDS_NOW).filter(({ isBestFit }) => isBestFit);
	switch (area.level) {
		case 'borough':
			return `Walsall has ${sizes(areas)}.`;
		case 'locality':
			return `Its wards now are mainly ${listed(whole.map(({ area: ward }) => ward.name))}.`;
		case 'ward':
		case 'msoa':
			return `${splitWords(area, { areas, links })}It holds all or part of ${within(NEIGHBOURHOODS).length} neighbourhoods.`;
		case 'lsoa':
			return neighbourhood(area, { areas, links });
		default:
			return null;
	}
}

/** "It is split: 69% in South and 31% in North. " for a ward across localities. */
function splitWords(area: Area, { areas, links }: Pick<Geography, 'areas' | 'links'>): string {
	const ties = parents(area.code, links, areas).filter((tie) => tie.area.level === 'locality');
	if (!ties.some(isSplit)) return '';
	const named = ties.map((tie) => `${shareWords(tie.share)} in ${tie.area.name}`);
	return `It is split between localities: ${listed(named)}. `;
}

/** "It lies in the ward Pleck, in South, and in the community area Pleck." */
function neighbourhood(area: Area, { areas, links }: Pick<Geography, 'areas' | 'links'>): string {
	const ties = parents(area.code, links, areas).filter(({ to }) => to === null);
	const wards = ties.filter(({ area: larger }) => larger.vintage === WARDS_NOW);
	const named = wards.map((tie) =>
		isSplit(tie) ? `${tie.area.name} (${shareWords(tie.share)})` : tie.area.name
	);
	const locality = ties.find(({ area: larger }) => larger.level === 'locality')?.area.name;
	const ward = `${wards.length > 1 ? 'wards' : 'ward'} ${listed(named)}`;
	const community = area.note ? ` It is part of the community area ${area.note}.` : '';
	return `It lies in the ${ward}${locality ? `, in ${locality}` : ''}.${community}`;
}

function sizes(areas: Geography['areas']): string {
	const many = (test: (area: Area) => boolean) => [...areas.values()].filter(test).length;
	const localities = many(({ level }) => level === 'locality');
	const wards = many(({ vintage }) => vintage === WARDS_NOW);
	const neighbourhoods = many(({ vintage }) => vintage === NEIGHBOURHOODS);
	return `${localities} localities, ${wards} wards and ${neighbourhoods} neighbourhoods`;
}
