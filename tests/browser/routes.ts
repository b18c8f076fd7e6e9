// Every route in each of its states, with three representative areas and indicators. A new page adds
// its line here and is checked from then on.

export interface Route {
	path: string;
	/** The status that is right; 200 unless given. */
	status?: number;
	/** True where script changes what is on the page. */
	isScripted?: boolean;
}

/** A borough series with comparators, one with groups, and a count for every neighbourhood. */
const INDICATORS = ['w04', 'w07', 'c01'];

const AREAS = [
	'/places/east', // a locality
	'/places/E05016433', // a ward now in force
	'/places/E05001301', // a ward of before
	'/places/E01010345', // a neighbourhood
	'/places/south/st-matthews', // a ward that lies in two localities
	'/places/E08000030' // the borough
];

const READING = [
	'/',
	'/?edition=2020-01-01',
	'/actions',
	'/actions?state=overdue',
	'/indicators',
	'/indicators?q=qqqq',
	...INDICATORS.flatMap((code) => [`/indicators/${code}`, `/indicators/${code}/history`]),
	'/places',
	...AREAS,
	'/targets',
	'/targets?state=Not+yet+set',
	'/themes',
	'/themes/connecting',
	'/data',
	'/data?edition=2020-01-01',
	'/data/sources',
	'/method',
	'/glossary',
	'/judgements/1',
	'/story',
	'/accessibility',
	'/privacy',
	'/changes',
	'/audit/figures/w07/E08000030/2024',
	'/audit/figures/w04/E05016433/2021-03-21',
	'/search?q=young',
	'/search?q=qqqq',
	'/compare',
	'/compare?areas=WLOC01,WLOC03',
	'/compare?areas=WLOC01,WLOC02,E05016450,E05001316',
	'/cold-spots',
	'/cold-spots?lens=barriers&layer=overcrowded&area=E01010345',
	'/cold-spots?lens=reach',
	'/cold-spots?edition=2020-01-01',
	'/cpf',
	'/cpf?by=theme&theme=E1',
	'/cpf?locality=WLOC01',
	'/cpf/public-health',
	'/cpf/return',
	'/frameworks',
	'/frameworks/psed',
	'/frameworks/marmot',
	'/catalogue',
	'/catalogue/c08',
	'/map/over-time',
	'/map/side-by-side',
	'/map/two-measures',
	'/sign-in',
	'/sign-in?error=unable_to_create_session',
	'/sign-in/forgotten',
	'/sign-in/second-factor',
	'/sign-in/second-factor?backup',
	'/set-up?link=no-such-link',
	'/password/no-such-link',
	'/embed/indicators/w07/trend'
];

export const routes: Route[] = [
	...READING.map((path) => ({ path })),
	{ path: '/map', isScripted: true },
	{ path: '/map?edition=2020-01-01', isScripted: true },
	{ path: '/map?by=ward&spots=mix', isScripted: true },
	{ path: '/targets/no-such-target', status: 404 },
	{ path: '/no-such-page', status: 404 },
	{ path: '/cpf/no-such-area', status: 404 },
	{ path: '/cpf?theme=zz', status: 400 },
	{ path: '/frameworks/no-such', status: 404 },
	{ path: '/indicators/no-such-indicator', status: 404 },
	{ path: '/places/E05999999', status: 404 },
	{ path: '/data/no-such-file.csv', status: 404 },
	{ path: '/data/w04.csv?level=street', status: 400 },
	{ path: '/?edition=no-such-edition', status: 404 }
];
