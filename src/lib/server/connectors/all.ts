import {
	FINGERTIPS_HOST,
	NOMIS_HOST,
	ONS_HOST,
	POLICE_HOST
} from '../../domain/connector/address.ts';
import type { Pace } from '../../domain/connector/pace.ts';
import type { SourceId } from '../../domain/connector/source.ts';
import type { Connector } from './connector.ts';
import { pullCsv } from './csv.ts';
import { pullFingertips } from './fingertips.ts';
import { pullNomis } from './nomis.ts';
import { pullOns } from './ons.ts';
import { pullPolice } from './police.ts';

export const CONNECTORS: Readonly<Record<SourceId, Connector>> = {
	nomis: pullNomis,
	ons: pullOns,
	fingertips: pullFingertips,
	police: pullPolice,
	csv: pullCsv
};

const SLOWLY: Pace = { perSecond: 1, burst: 2 };

/** Below what each service allows (data.police.uk/docs/api-call-limits; developer.ons.gov.uk/bots). */
const PACES: Readonly<Record<string, Pace>> = {
	[NOMIS_HOST]: SLOWLY,
	[FINGERTIPS_HOST]: SLOWLY,
	[ONS_HOST]: { perSecond: 3, burst: 10 },
	[POLICE_HOST]: { perSecond: 10, burst: 15 }
};

export const paceOf = (host: string): Pace => PACES[host] ?? SLOWLY;
