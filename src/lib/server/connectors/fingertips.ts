import { fingertips } from '../../domain/connector/address.ts';
import type { Connector } from './connector.ts';

// Fingertips (https://fingertips.phe.org.uk/api): all_data/csv/by_indicator_id gives everything at once.

export const pullFingertips: Connector = (asked, { client }) =>
	client.fetch({ address: fingertips(asked), as: 'csv' });
