import Papa from 'papaparse';
import { onsCensus, onsDataset, onsVersion, onsVersions } from '../../domain/connector/address.ts';
import type { Asked } from '../../domain/connector/source.ts';
import type { Connector } from './connector.ts';
import { PullFailed } from './failed.ts';

// ONS beta API (https://developer.ons.gov.uk): a data set leads to its newest version, the version to
// its CSV; observations of the Census come as JSON for the areas asked (/observations/census).

export const pullOns: Connector = async (asked, { client, progress }) => {
	const json = async (address: string): Promise<unknown> =>
		parsed(await client.ask({ address, as: 'json' }));
	const address = await versionOf(asked, json);
	progress(0.3);
	if (asked['areas']) return observations(await json(onsCensus(address, asked)));
	const csv = at(await json(address), 'downloads', 'csv', 'href');
	if (typeof csv !== 'string') {
		throw new PullFailed('This version has no CSV. Ask for another one, or for observations.');
	}
	progress(0.6);
	return client.ask({ address: ours(csv), as: 'csv' });
};

async function versionOf(
	asked: Asked,
	json: (address: string) => Promise<unknown>
): Promise<string> {
	if (asked['edition'] && asked['version']) return onsVersion(asked);
	if (!asked['edition']) {
		const newest = at(await json(onsDataset(asked)), 'links', 'latest_version', 'href');
		if (typeof newest !== 'string') throw new PullFailed('ONS names no version of this data set.');
		return ours(newest);
	}
	const items = at(await json(onsVersions(asked)), 'items');
	const numbers = (Array.isArray(items) ? items : []).map((one) => Number(at(one, 'version')));
	const version = Math.max(0, ...numbers.filter(Number.isInteger));
	if (version === 0) throw new PullFailed('ONS has no version of this edition.');
	return onsVersion({ ...asked, version: String(version) });
}

/** A link in an answer is followed only on servers of the ONS. */
function ours(href: string): string {
	const url = URL.canParse(href) ? new URL(href) : undefined;
	if (url && (url.hostname === 'ons.gov.uk' || url.hostname.endsWith('.ons.gov.uk'))) {
		// Some links in the answers still say http.
		url.protocol = 'https:';
		return url.href;
	}
	throw new PullFailed('The answer of the ONS leads to another server. Nothing was asked there.');
}

/** One row an observation, with the code and the name of each of its dimensions. */
function observations(answer: unknown): string {
	const list = at(answer, 'observations');
	if (!Array.isArray(list) || list.length === 0) {
		throw new PullFailed('ONS has no observations for these areas.');
	}
	const rows = list.map((one) => {
		const dimensions = at(one, 'dimensions');
		const cells = (Array.isArray(dimensions) ? dimensions : []).flatMap((dimension) => {
			const name = text(at(dimension, 'dimension'));
			return [
				[`${name} Code`, text(at(dimension, 'option_id'))],
				[name, text(at(dimension, 'option'))]
			];
		});
		return Object.fromEntries([...cells, ['Observation', text(at(one, 'observation'))]]);
	});
	return Papa.unparse(rows, { newline: '\n' }) + '\n';
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw new PullFailed('The answer of the ONS is not JSON. Ask again later.');
	}
}

/** A member of a member of an answer, whatever it is. */
const at = (value: unknown, ...path: string[]): unknown =>
	path.reduce<unknown>(
		(inner, name) =>
			typeof inner === 'object' && inner !== null
				? (inner as Record<string, unknown>)[name]
				: undefined,
		value
	);

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
