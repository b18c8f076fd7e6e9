import type { Endpoint } from '../endpoint.ts';
import { area, areas } from './areas.ts';
import { cpf } from './cpf.ts';
import { framework, frameworks } from './frameworks.ts';
import { coldSpots, coldSpotsOf } from './cold-spots.ts';
import { home } from './home.ts';
import { indicator, indicators } from './indicators.ts';
import { judgement, judgements } from './judgements.ts';
import { lists } from './lists.ts';
import { map } from './map.ts';
import { profile } from './profile.ts';
import { series } from './series.ts';
import { targets } from './targets.ts';
import { values } from './values.ts';

/** Every address of the interface, in the order in which it is described. */
export const endpoints: readonly Endpoint[] = [
	home,
	indicators,
	indicator,
	values,
	series,
	map,
	areas,
	area,
	profile,
	judgements,
	judgement,
	targets,
	coldSpots,
	coldSpotsOf,
	frameworks,
	framework,
	cpf,
	...lists
];
