// Parameters of an address, held to a list: each says what it means and what it accepts, and
// anything else is refused with the name of what is wrong and of what is allowed.

/** What the product holds, against which codes in an address are checked. */
export interface Known {
	areas: ReadonlyMap<string, unknown>;
	periods: ReadonlyMap<string, unknown>;
	breakdowns: ReadonlyMap<string, unknown>;
	indicators: ReadonlyMap<string, unknown>;
	themes: ReadonlyMap<string, unknown>;
}

export type Reading<T> =
	{ ok: true; value: T } | { ok: false; detail: string; allowed?: readonly string[] };

export interface Parameter<T> {
	description: string;
	/** JSON Schema of the value as written in the address. */
	schema: object;
	example?: string;
	/** Reads what was given; `undefined` when the address does not have the parameter. */
	read(text: string | undefined, known: Known): Reading<T>;
}

export type Parameters = Record<string, Parameter<unknown>>;
export type Values<P extends Parameters> = {
	[Name in keyof P]: P[Name] extends Parameter<infer T> ? T : never;
};

export interface Wrong {
	parameter: string;
	detail: string;
	allowed?: readonly string[];
}

/**
 * Reads an address against its list of parameters. A parameter given empty (`?level=`, as forms
 * send it) counts as absent; one given twice is read as a list.
 */
export function readParameters<P extends Parameters>(
	parameters: P,
	params: URLSearchParams,
	known: Known
): { values: Values<P> } | { wrong: Wrong[] } {
	const wrong = [...new Set(params.keys())]
		.filter((name) => !Object.hasOwn(parameters, name))
		.map((name): Wrong => ({
			parameter: name,
			detail: `"${name}" is not a parameter of this address.`,
			allowed: Object.keys(parameters)
		}));
	const values: Record<string, unknown> = {};
	for (const [name, parameter] of Object.entries(parameters)) {
		const text =
			params
				.getAll(name)
				.filter((part) => part !== '')
				.join(',') || undefined;
		const reading = parameter.read(text, known);
		if (reading.ok) values[name] = reading.value;
		else wrong.push({ parameter: name, ...withoutOk(reading) });
	}
	return wrong.length > 0 ? { wrong } : { values: values as Values<P> };
}

function withoutOk({ detail, allowed }: { detail: string; allowed?: readonly string[] }) {
	return allowed === undefined ? { detail } : { detail, allowed };
}
