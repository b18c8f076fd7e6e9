// Does a value have the shape of a JSON Schema? Only the words that our own schemas use; any other word
// is a fault of the test, so that a schema cannot pass unread.

export interface Schema {
	[word: string]: unknown;
	type?: string | readonly string[];
	properties?: Record<string, Schema>;
	required?: readonly string[];
	items?: Schema;
	$ref?: string;
}

const described = new Set(['description', 'default', 'example', 'format']);
const read = new Set(['type', 'properties', 'required', 'items', '$ref', 'additionalProperties']);

/** Where and how the value differs from the schema; an empty list when it conforms. */
export function differences(
	value: unknown,
	schema: Schema,
	schemas: Record<string, Schema>,
	at = '$'
): string[] {
	const unread = Object.keys(schema).filter((word) => !described.has(word) && !read.has(word));
	if (unread.length > 0) throw new Error(`${at}: schema word not read: ${unread.join(', ')}`);
	if (schema.$ref) {
		const named = schemas[schema.$ref.replace('#/components/schemas/', '')];
		if (!named) throw new Error(`${at}: no schema ${schema.$ref}`);
		return differences(value, named, schemas, at);
	}
	const types = [schema.type ?? []].flat();
	const type = typeOf(value);
	if (!types.some((one) => one === type || (one === 'number' && type === 'integer'))) {
		return [`${at}: ${type} is not ${types.join(' or ')}`];
	}
	if (Array.isArray(value) && schema.items) {
		const items = schema.items;
		return value.flatMap((item, place) => differences(item, items, schemas, `${at}[${place}]`));
	}
	if (type === 'object') return ofObject(value as Record<string, unknown>, schema, schemas, at);
	if (
		schema['format'] === 'date' &&
		typeof value === 'string' &&
		!/^\d{4}-\d\d-\d\d$/.test(value)
	) {
		return [`${at}: ${value} is not a date`];
	}
	if (schema['format'] === 'date-time' && Number.isNaN(Date.parse(String(value)))) {
		return [`${at}: ${String(value)} is not an instant`];
	}
	return [];
}

function ofObject(
	value: Record<string, unknown>,
	{ properties = {}, required = [], additionalProperties }: Schema,
	schemas: Record<string, Schema>,
	at: string
): string[] {
	const missing = required
		.filter((name) => !Object.hasOwn(value, name))
		.map((name) => `${at}.${name} is missing`);
	const extra = Object.keys(value)
		.filter((name) => additionalProperties === false && !Object.hasOwn(properties, name))
		.map((name) => `${at}.${name} is not described`);
	const inside = Object.entries(properties).flatMap(([name, shape]) =>
		Object.hasOwn(value, name) ? differences(value[name], shape, schemas, `${at}.${name}`) : []
	);
	return [...missing, ...extra, ...inside];
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (Number.isInteger(value)) return 'integer';
	return typeof value;
}
