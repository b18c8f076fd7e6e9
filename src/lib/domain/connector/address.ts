import type { Asked } from './source.ts';

// Addresses of the published interfaces, made from what is asked. Each function names the document that
// gives the form.

export const NOMIS_HOST = 'www.nomisweb.co.uk';
export const ONS_HOST = 'api.beta.ons.gov.uk';
export const FINGERTIPS_HOST = 'fingertips.phe.org.uk';
export const POLICE_HOST = 'data.police.uk';

/** The rows that a guest gets in one answer (nomisweb.co.uk/api/v01/help). */
export const NOMIS_ROWS = 25_000;

/** RECORD_COUNT is in every row: how many there are in all, whatever one answer holds. */
const NOMIS_COLUMNS = [
	...['date_name', 'date_code', 'geography_name', 'geography_code'],
	...['measures_name', 'obs_value', 'obs_status', 'obs_status_name', 'record_count']
];

/** Nomis API help, version 01: /dataset/ID.data.csv with the dimensions, `select`, and a page of records. */
export function nomisPage(asked: Asked, offset: number, uid?: string): string {
	const query = new URLSearchParams([
		['geography', asked['geography'] ?? ''],
		['time', asked['time'] ?? ''],
		...new URLSearchParams(asked['filters'] ?? ''),
		['measures', asked['measures'] ?? ''],
		['select', NOMIS_COLUMNS.join(',')],
		['RecordLimit', String(NOMIS_ROWS)],
		['RecordOffset', String(offset)],
		...(uid ? [['uid', uid]] : [])
	] as [string, string][]);
	return `https://${NOMIS_HOST}/api/v01/dataset/${asked['dataset']}.data.csv?${readable(query)}`;
}

/** An address as it may be shown and kept: a key that was sent along is no part of it. */
export function withoutKey(address: string): string {
	const url = new URL(address);
	url.searchParams.delete('uid');
	return `${url.origin}${url.pathname}${url.search === '' ? '' : `?${readable(url.searchParams)}`}`;
}

/** developer.ons.gov.uk, "get a dataset": its newest version is a link in the answer. */
export const onsDataset = (asked: Asked): string =>
	`https://${ONS_HOST}/v1/datasets/${asked['dataset']}`;

/** developer.ons.gov.uk, "list versions": the newest of an edition is among them. */
export const onsVersions = (asked: Asked): string =>
	`${onsDataset(asked)}/editions/${asked['edition']}/versions`;

/** developer.ons.gov.uk, "get a version": it has `downloads.csv.href`. */
export const onsVersion = (asked: Asked): string => `${onsVersions(asked)}/${asked['version']}`;

/** developer.ons.gov.uk/observations/census: observations as JSON for some areas. */
export const onsCensus = (version: string, asked: Asked): string =>
	`${version}/json?${readable(new URLSearchParams({ 'area-type': asked['areas'] ?? '' }))}`;

/** fingertips.phe.org.uk/api: all_data/csv/by_indicator_id, as the package fingertipsR asks it. */
export function fingertips(asked: Asked): string {
	const query = new URLSearchParams({
		indicator_ids: asked['indicator_ids'] ?? '',
		child_area_type_id: asked['child_area_type_id'] ?? '',
		parent_area_type_id: asked['parent_area_type_id'] ?? '',
		include_sortable_time_periods: 'yes'
	});
	return `https://${FINGERTIPS_HOST}/api/all_data/csv/by_indicator_id?${readable(query)}`;
}

/** data.police.uk/docs/method/crime-last-updated: the newest month. */
export const policeUpdated = (): string => `https://${POLICE_HOST}/api/crime-last-updated`;

/** data.police.uk/docs/method/crime-street: the outline goes in the body, as long ones must. */
export const policeCrimes = (category: string): string =>
	`https://${POLICE_HOST}/api/crimes-street/${category}`;

/** Points of an outline as latitude and longitude, and the month. */
export const policeBody = (ring: readonly (readonly number[])[], month: string): string =>
	new URLSearchParams({
		poly: ring.map(([lng = 0, lat = 0]) => `${round(lat)},${round(lng)}`).join(':'),
		date: month
	}).toString();

/** A metre is enough. */
const round = (degrees: number): string => String(Number(degrees.toFixed(5)));

/** Commas stay commas, as in the documents: every one of these services reads them. */
const readable = (query: URLSearchParams): string => query.toString().replaceAll('%2C', ',');
