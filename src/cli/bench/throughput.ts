import autocannon from 'autocannon';

// Requests a second and how long they take, with eight connections that ask as fast as they can.

export interface Rate {
	perSecond: number;
	medianMs: number;
	p95Ms: number;
	failed: number;
}

const CONNECTIONS = 8;

/** Asks one address for some seconds; `fresh` gives each request a query of its own, past the cache. */
export async function rate(url: string, seconds: number, fresh = false): Promise<Rate> {
	await fetch(url); // made once before it is measured
	let asked = 0;
	const times: number[] = [];
	const { pathname, search } = new URL(url);
	const path = () => (fresh ? `${pathname}${search ? `${search}&` : '?'}n=${asked++}` : undefined);
	const result = await new Promise<autocannon.Result>((resolve, reject) => {
		const instance = autocannon(
			{
				url,
				connections: CONNECTIONS,
				duration: seconds,
				headers: { 'accept-encoding': 'br', accept: 'text/html' },
				requests: [
					{ setupRequest: (request) => ({ ...request, path: path() ?? request.path ?? pathname }) }
				]
			},
			(error, done) => (error ? reject(error as Error) : resolve(done))
		);
		instance.on('response', (_client, _status, _bytes, ms) => times.push(ms));
	});
	times.sort((a, b) => a - b);
	return {
		perSecond: round(times.length / result.duration),
		medianMs: round(at(times, 0.5)),
		p95Ms: round(at(times, 0.95)),
		failed: result.non2xx + result.errors
	};
}

const at = (sorted: number[], share: number) =>
	sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

export const round = (value: number) => Number(value.toPrecision(3));
