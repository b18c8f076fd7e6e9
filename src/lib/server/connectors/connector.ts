import type { Outline } from '../../domain/connector/crimes.ts';
import type { Asked } from '../../domain/connector/source.ts';
import type { Client } from './client.ts';

/** What a connector works with; it asks nobody else. */
export interface Ground {
	readonly client: Client;
	/** Tells how far it is, 0 to 1. */
	readonly progress: (share: number) => void;
	readonly outlines: () => Promise<{ whole: Outline; parts: Outline[] }>;
	/** A key of ours at Nomis, if there is one. */
	readonly nomisUid: string | undefined;
}

/** All that was asked for, as one CSV: our own text, or bytes as they came. */
export type Connector = (asked: Asked, ground: Ground) => Promise<string | Uint8Array>;
