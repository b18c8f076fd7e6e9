// Raw rows leave the database sealed. A sealed row has no readable field: JSON shows {}, SvelteKit
// refuses to serialise it, and the lint lets only gate.ts import `unseal`. So a figure reaches a page,
// a chart, a file or an interface through the gate or not at all.

const contents = new WeakMap<Sealed<unknown>, unknown>();

export class Sealed<T> {
	// A private member makes the type nominal: no look-alike object passes for a sealed row.
	readonly #brand: T | undefined = undefined;

	get [Symbol.toStringTag](): string {
		return this.#brand === undefined ? 'Sealed' : 'Sealed';
	}

	toJSON(): never {
		throw new TypeError('a sealed row cannot be serialised: pass it through the disclosure gate');
	}
}

export function seal<T>(value: T): Sealed<T> {
	const sealed = new Sealed<T>();
	contents.set(sealed, value);
	return sealed;
}

/** For gate.ts only (held by lint). */
export function unseal<T>(sealed: Sealed<T>): T {
	return contents.get(sealed) as T;
}
