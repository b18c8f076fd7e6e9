import { inflateRawSync } from 'node:zlib';
import type { Edition } from '../../src/lib/domain/edition.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import { endpoints } from '../../src/routes/api/v1/endpoints/index.ts';
import { event } from './event.ts';

// Everything that leaves the server for one indicator and some places, as text: the data of every page,
// every file, every address of the interface. A new route must say here how it is asked.

export interface Subject {
	code: string;
	ward: string;
	wardPath: { locality: string; ward: string };
	locality: string;
	theme: string;
}

type Module = Record<string, (made: never) => unknown>;
const pages = import.meta.glob<Module>('/src/routes/**/+page.server.ts');
const files = { ...pages, ...import.meta.glob<Module>('/src/routes/**/+server.ts') };

/** Route ids with a server part, `/indicators/[code]`. */
export const routeIds = Object.keys(files)
	.map((file) => file.slice('/src/routes'.length).replace(/\/\+[^/]+$/, '') || '/')
	.sort();

interface Ask {
	params?: Record<string, string>;
	search?: string;
}

// Forms to come in and one's own pages: nothing of a figure, and a way to sign in for the rest.
const accountPages: Record<string, Ask[]> = {
	'/audit': [{}],
	'/audit.[format]': ['csv', 'xlsx'].map((format) => ({ params: { format } })),
	'/approvals': [{}],
	'/approvals/[id]': [{ params: { id: 'w02-fy2026-q3-1' } }],
	'/imports': [{}],
	'/imports/[id]': [{ params: { id: 'no-such-import' } }],
	'/imports/pull': [{}],
	'/imports/pull/[id]': [{ params: { id: 'no-such-pull' } }],
	'/imports/[id]/[file]': [{ params: { id: 'no-such-import', file: 'problems.csv' } }],
	'/imports/template/[file]': [{ params: { file: 'c11.csv' } }],
	'/returns': [{}],
	'/returns/calendar': [{}],
	'/returns/[period]/[code]': [{ params: { period: 'FY2036', code: 'c11' } }],
	'/returns/[period]/[code]/cells': [{ params: { period: 'FY2036', code: 'c11' } }],
	'/returns/calendar/[file]': [{ params: { file: 'no-such-calendar.ics' } }],
	'/(account)/account': [{}],
	'/(account)/account/second-factor': [{}],
	'/(account)/duties': [{}],
	'/(account)/password/[token]': [{ params: { token: 'no-such-link' } }],
	'/(account)/set-up': [{ search: '?link=no-such-link' }],
	'/(account)/sign-in': [{ search: '?to=/users' }],
	'/(account)/sign-in/directory': [],
	'/(account)/sign-in/forgotten': [{}],
	'/(account)/sign-in/second-factor': [{}],
	'/(account)/sign-out': [],
	'/(account)/users': [{}],
	'/(account)/users/[id]': [{ params: { id: 'no-such-user' } }],
	'/(account)/users/invite': [{}],
	'/api/auth/callback/directory': []
};

/** What to ask of each route. */
function asks(subject: Subject): Record<string, Ask[]> {
	const { code, ward, wardPath, locality } = subject;
	const lower = code.toLowerCase();
	const of = (search: string) => ({ params: { code: lower }, search });
	const file = (name: string, search = '') => ({ params: { file: name }, search });
	const map = [
		`?indicator=${code}`,
		`?indicator=${code}&by=locality`,
		`?indicator=${code}&by=lsoa`
	];
	const charts = ['trend-all', 'trend-female', 'against', 'by-sex', 'within'];
	const api = endpoints.flatMap(({ path }) => {
		const named = path
			.replace('{code}', path.startsWith('/areas') ? ward : lower)
			.replace('{area}', ward)
			.replace('{lens}', 'mix')
			.replace('{framework}', 'cpf');
		return path.includes('{id}') ? [] : [named];
	});
	return {
		'/': [{}],
		...accountPages,
		'/actions': [{}, { search: '?state=overdue' }],
		'/actions/[id]': [{ params: { id: `${lower}-1` } }],
		'/actions/all.csv': [{}],
		'/actions/new': [{}],
		'/api/v1/[...path]': [
			...api.map((path) => ({ params: { path: path.slice(1) } })),
			...['csv', 'xlsx'].map((kind) => ({
				params: { path: `indicators/${lower}/values.${kind}` }
			})),
			...['locality', 'ward'].map((by) => ({
				params: { path: `map/${lower}` },
				search: `?by=${by}`
			})),
			...['E08000030', locality].map((area) => ({ params: { path: `series/${lower}/${area}` } })),
			{ params: { path: `series/${lower}/${ward}` }, search: '?breakdown=female' },
			{ params: { path: `indicators/${lower}/values` }, search: '?limit=1000' },
			{ params: { path: 'judgements' }, search: `?indicators=${code}` },
			{ params: { path: 'openapi' } }
		],
		'/audit/figures/[indicator]/[area]/[period]': [
			...['E08000030', ward, locality].map((area) => ({ area, period: 'FY2036', search: '' })),
			{ area: ward, period: 'FY2035', search: '' },
			{ area: ward, period: 'FY2036', search: '?breakdown=female' }
		].map(({ search, ...at }) => ({ params: { indicator: lower, ...at }, search })),
		'/catalogue': [{}],
		'/catalogue/[code]': [of('')],
		'/catalogue/[code]/collection': [of('')],
		'/catalogue/bulk': [{}],
		'/catalogue/definitions.csv': [{}],
		'/catalogue/proposals/[id]': [{ params: { id: 'none' } }],
		'/catalogue/propose': [{}, { search: `?indicator=${code}` }],
		'/changes': [{}],
		'/changes/feed.atom': [{}],
		'/charts/[code]/[file]': charts.flatMap((chart) =>
			['svg', 'csv'].map((kind) => ({ params: { code: lower, file: `${chart}.${kind}` } }))
		),
		'/cold-spots': [{}],
		'/cold-spots/results.[format]': [{ params: { format: 'json' } }],
		'/commentary': [{ search: `?indicator=${code}` }],
		'/compare': [{ search: `?areas=${ward},${locality}&indicators=${code}` }],
		'/cpf': [{}, { search: '?by=theme' }, { search: `?locality=${locality}` }],
		'/cpf/[element=slug]': [{ params: { element: 'customer-services' } }],
		'/cpf/return': [{}],
		'/cpf/return.[format]': ['csv', 'json', 'xlsx'].flatMap((format) => [
			{ params: { format } },
			{ params: { format }, search: `?locality=${locality}` }
		]),
		'/judgements/[id]': ['1', '500', '7000'].map((id) => ({ params: { id } })),
		'/data': [{}],
		'/data/[file]': [
			...['csv', 'xlsx', 'json', 'csv-metadata.json'].map((kind) => file(`${lower}.${kind}`)),
			...['all', 'catalogue', 'cold-spots', 'judgements', 'periods'].map((name) =>
				file(`${name}.csv`)
			),
			file(`${lower}.csv`, '?level=ward&breakdown=male')
		],
		'/data/places/[file]': [ward, locality].map((area) => file(`${area}.csv`)),
		'/data/sources': [{}],
		'/embed/indicators/[code]/[chart]': charts.map((chart) => ({ params: { code: lower, chart } })),
		'/embed/map/[code]': [of(''), of('?by=locality')],
		'/frameworks': [{}],
		'/frameworks/[code]': ['cpf', 'psed', 'marmot'].map((framework) => ({
			params: { code: framework }
		})),
		'/frameworks/[code]/files/[file]': [
			'elements.csv',
			'links.csv',
			'tree.json',
			'evidence.csv'
		].map((name) => ({ params: { code: 'psed', file: name } })),
		'/frameworks/[code]/import': [{ params: { code: 'cpf' } }],
		'/geo/[file]': [file('wards-2026.topojson')],
		'/indicators': [{}],
		'/indicators/[code]': [
			of(''),
			of('?compare=england,region,similar,borough,start'),
			of('?group=female'),
			of('?areas=localities-2021')
		],
		'/indicators/[code]/history': [of('')],
		'/map': map.map((search) => ({ search })),
		'/map/csv': map.map((search) => ({ search })),
		'/map/over-time': map.map((search) => ({ search })),
		'/map/side-by-side': [{ search: `?indicators=${code},W04` }],
		'/map/two-measures': [{ search: `?x=${code}&y=W04` }],
		'/map/two-measures/csv': [{ search: `?x=${code}&y=W04` }],
		'/maps/[file]': [file(`${lower}.svg`), file(`${lower}.svg`, '?by=locality')],
		'/places': [{}],
		'/places/[gss=area]': [ward, locality, 'E08000030'].map((gss) => ({ params: { gss } })),
		'/places/[locality=slug]': [{ params: { locality: wardPath.locality } }],
		'/places/[locality=slug]/[ward=slug]': [{ params: wardPath }],
		'/search': [{ search: `?q=${code}` }, { search: '?q=people' }],
		'/story': [{}],
		'/targets': [{}, { search: '?state=Not+yet+set' }],
		'/targets/[id]': [{ params: { id: `${lower}-e08000030` } }],
		'/targets/[id]/edit': [{ params: { id: `${lower}-e08000030` } }],
		'/targets/[id]/csv': [{ params: { id: `${lower}-e08000030` } }],
		'/targets/csv': [{}],
		'/targets/new': [{ search: `?indicator=${lower}` }],
		'/themes': [{}],
		'/themes/[slug=slug]': [{ params: { slug: subject.theme } }]
	};
}

/** Route ids that nobody has said how to ask. */
export const unasked = (subject: Subject): string[] => {
	const known = asks(subject);
	return routeIds.filter((id) => known[id] === undefined);
};

/** Every output, or only those asked by the indicator's code, by address; a refusal is one too. */
export async function publicOutputs(
	db: Db,
	subject: Subject,
	{ edition, ofCodeOnly = false }: { edition?: Edition; ofCodeOnly?: boolean } = {}
): Promise<Map<string, string>> {
	const outputs = new Map<string, string>();
	for (const [id, list] of Object.entries(asks(subject))) {
		const module = await moduleOf(id);
		for (const { params = {}, search = '' } of list) {
			const address = pathOf(id, params) + search;
			if (ofCodeOnly && !address.toUpperCase().includes(subject.code)) continue;
			const wanted = { db, path: pathOf(id, params), params, search, route: id };
			const made = await event(edition ? { ...wanted, edition } : wanted);
			outputs.set(address, await answer(module, made as never));
		}
	}
	return outputs;
}

async function moduleOf(id: string): Promise<Module> {
	const folder = `/src/routes${id === '/' ? '' : id}/`;
	const path = Object.keys(files).find((file) => file.startsWith(`${folder}+`));
	const load = path === undefined ? undefined : files[path];
	if (!load) throw new Error(`no such route: ${id}`);
	return load();
}

const pathOf = (id: string, params: Record<string, string>): string =>
	id.replace(/\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/g, (_, name: string) => params[name] ?? '');

async function answer(module: Module, made: never): Promise<string> {
	try {
		const given = await (module['load'] ?? module['GET'])?.(made);
		return given instanceof Response ? await textOf(given) : JSON.stringify(given, plain);
	} catch (fault) {
		if (fault instanceof Error) throw fault;
		return `refused: ${JSON.stringify(fault)}`;
	}
}

const plain = (_: string, value: unknown): unknown =>
	value instanceof Map || value instanceof Set ? [...value] : value;

async function textOf(response: Response): Promise<string> {
	const bytes = Buffer.from(await response.arrayBuffer());
	return bytes.subarray(0, 2).toString() === 'PK' ? unzipped(bytes) : bytes.toString();
}

/** The parts of a spreadsheet, from the directory at its end. */
function unzipped(bytes: Buffer): string {
	const parts: string[] = [];
	for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 46)) {
		const size = bytes.readUInt32LE(at + 20);
		const local = bytes.readUInt32LE(at + 42);
		const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(start, start + size);
		parts.push((bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString());
	}
	return parts.join('\n');
}
