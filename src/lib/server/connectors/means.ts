import { publicNetwork, type Network } from './network.ts';

// What pulls are made with in this process: the public internet, unless a test says another network.

export interface Means {
	readonly network: Network;
	readonly nomisUid: string | undefined;
}

let held: Means = { network: publicNetwork(), nomisUid: undefined };

export const means = (): Means => held;

export function configurePulls(given: Means): void {
	held = given;
}
