import Papa from 'papaparse';
import { NOMIS_ROWS, nomisPage } from '../../domain/connector/address.ts';
import { joined, laterOffsets } from '../../domain/connector/paging.ts';
import type { Connector } from './connector.ts';
import { PullFailed } from './failed.ts';

// Nomis, API version 01 (https://www.nomisweb.co.uk/api/v01/help): a data set as CSV, by pages. Past its
// limit the service cuts the answer off without a word, so what came is counted against RECORD_COUNT.

export const pullNomis: Connector = async (asked, { client, progress, nomisUid }) => {
	const page = (offset: number) =>
		client.ask({ address: nomisPage(asked, offset, nomisUid), as: 'csv' });
	const first = await page(0);
	const total = recordCount(first);
	const offsets = laterOffsets(total, NOMIS_ROWS);
	const pages = [first];
	for (const [at, offset] of offsets.entries()) {
		progress((at + 1) / (offsets.length + 1));
		pages.push(await page(offset));
	}
	const all = joined(pages);
	if (!all) throw new PullFailed('The pages have different columns. Ask again later.');
	if (all.rows !== total) {
		throw new PullFailed(
			`Nomis has ${total.toLocaleString('en-GB')} rows and gave ${all.rows.toLocaleString('en-GB')}. Nothing was kept. Ask for less at once.`
		);
	}
	return all.text;
};

/** How many rows there are in all. */
function recordCount(page: string): number {
	const { data } = Papa.parse<Record<string, string>>(page, { header: true, preview: 1 });
	const row = data[0];
	if (!row) throw new PullFailed('Nomis has no figures for this. Check the areas and the time.');
	const count = Number(row['RECORD_COUNT']);
	if (!Number.isInteger(count)) {
		throw new PullFailed('The answer of Nomis does not say how many rows there are.');
	}
	return count;
}
