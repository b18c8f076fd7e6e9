import { policeBody, policeCrimes, policeUpdated } from '../../domain/connector/address.ts';
import { asCrimes, countCrimes, crimesAsCsv, type Crime } from '../../domain/connector/crimes.ts';
import { monthsBetween } from '../../domain/connector/paging.ts';
import type { Asked } from '../../domain/connector/source.ts';
import type { Connector, Ground } from './connector.ts';
import { PullFailed } from './failed.ts';

// data.police.uk (docs/method/crime-street, docs/method/crime-last-updated): crimes inside the outline
// of the borough, one request a month and part of it. Wards and localities are counted here by their
// own outlines: one request instead of twenty-four, and no crime is counted twice on a border.

const MOST_MONTHS = 36;

export const pullPolice: Connector = async (asked, ground) => {
	const months = await monthsOf(asked, ground);
	const { whole, parts } = await ground.outlines();
	const category = asked['category'] ?? '';
	const counts = [];
	for (const [at, month] of months.entries()) {
		const crimes = await crimesIn(whole.parts, { category, month }, ground);
		counts.push(...countCrimes(crimes, { whole, parts }, { category, month }));
		ground.progress((at + 1) / months.length);
	}
	return crimesAsCsv(counts);
};

async function monthsOf({ from, to }: Asked, { client }: Ground): Promise<string[]> {
	const newest = /"(\d{4}-\d\d)-\d\d"/.exec(
		await client.ask({ address: policeUpdated(), as: 'json' })
	)?.[1];
	if (!newest) throw new PullFailed('police.uk does not say which month is its newest.');
	const last = to || newest;
	if (last > newest) throw new PullFailed(`The newest month at police.uk is ${newest}.`);
	const months = monthsBetween(from || last, last);
	if (months.length === 0) throw new PullFailed('The first month is after the last.');
	if (months.length > MOST_MONTHS) {
		throw new PullFailed(`Ask for ${MOST_MONTHS} months or fewer at once.`);
	}
	return months;
}

async function crimesIn(
	parts: readonly (readonly (readonly number[])[])[][],
	{ category, month }: { category: string; month: string },
	{ client }: Ground
): Promise<Crime[]> {
	const all: Crime[] = [];
	for (const [outer] of parts) {
		const answer = await client.ask({
			address: policeCrimes(category),
			body: policeBody(outer ?? [], month),
			as: 'json'
		});
		const crimes = asCrimes(parsed(answer));
		if (!crimes) throw new PullFailed('police.uk did not answer with a list of crimes.');
		all.push(...crimes);
	}
	return all;
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
