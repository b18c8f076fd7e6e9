// Every route in each of its states, with three representative areas and indicators. A new page adds
// its line here and is checked from then on.

export interface Route {
	path: string;
	/** The status that is right; 200 unless given. */
	status?: number;
	/** True where script changes what is on the page. */
	isScripted?: boolean;
}

const INDICATORS = ['w04', 'w07', 'c01'];
const AREAS = [
	'/places/east', // a locality
	'/places/E05016433', // a ward now in force
	'/places/E05001301', // a ward of before
	'/places/E01010345' // a neighbourhood
];

export const routes: Route[] = [
	...[
		'/',
		'/?edition=2020-01-01',
		'/indicators',
		'/indicators?q=qqqq',
		...INDICATORS.flatMap((code) => [`/indicators/${code}`, `/indicators/${code}/history`]),
		'/places',
		...AREAS,
		'/themes',
		'/data',
		'/method',
		'/glossary',
		'/story',
		'/accessibility',
		'/privacy',
		'/changes',
		'/compare'
	].map((path) => ({ path })),
	{ path: '/map', isScripted: true },
	{ path: '/no-such-page', status: 404 },
	{ path: '/indicators/no-such-indicator', status: 404 },
	{ path: '/places/E99999999', status: 404 },
	{ path: '/?edition=no-such-edition', status: 404 }
];
