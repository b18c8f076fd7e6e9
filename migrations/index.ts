import * as areas from './001_areas.ts';
import * as indicators from './002_indicators.ts';
import * as observations from './003_observations.ts';
import * as facts from './004_facts.ts';
import * as coldSpots from './005_cold_spots.ts';
import * as disclosure from './006_disclosure.ts';
import * as coldSpotDecisions from './007_cold_spot_decisions.ts';

// Names are the order. A migration that has landed is never edited: add the next one.
export const migrations = {
	'001_areas': areas,
	'002_indicators': indicators,
	'003_observations': observations,
	'004_facts': facts,
	'005_cold_spots': coldSpots,
	'006_disclosure': disclosure,
	'007_cold_spot_decisions': coldSpotDecisions
};
