import type { Connector } from './connector.ts';

// Any CSV at an https address.

export const pullCsv: Connector = (asked, { client }) =>
	client.fetch({ address: asked['address'] ?? '', as: 'csv' });
