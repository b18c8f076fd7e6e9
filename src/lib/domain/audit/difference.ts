import { isDay } from '../day.ts';
import { date, dateTime } from '../format.ts';

// From what to what, field by field: what an event holds as JSON is read as a short list of changes.

export interface Change {
	/** The field in words; parts of parts are joined: "Goal, value". */
	field: string;
	/** Undefined where there was nothing before, or nothing is left after. */
	before: string | undefined;
	after: string | undefined;
}

/** Every field that differs, in the order in which it was written; fields alike are left out. */
export function differences(before: unknown, after: unknown): Change[] {
	const [from, to] = [flat(before), flat(after)];
	return [...new Set([...to.keys(), ...from.keys()])].flatMap((field) => {
		const [was, is] = [from.get(field), to.get(field)];
		return was === is ? [] : [{ field, before: was, after: is }];
	});
}

type Fields = Map<string, string>;

function flat(value: unknown): Fields {
	const fields: Fields = new Map();
	if (value === null || value === undefined) return fields;
	collect(value, [], fields);
	return fields;
}

function collect(value: unknown, path: readonly string[], fields: Fields): void {
	if (value === null || value === undefined || value === '') return;
	const isParts = typeof value === 'object' && !isPlainList(value);
	if (!isParts) {
		fields.set(nameOf(path), text(value));
		return;
	}
	for (const [name, part] of Object.entries(value)) {
		const step = Array.isArray(value) ? String(Number(name) + 1) : inWords(name);
		collect(part, [...path, step], fields);
	}
}

/** A list whose members are no lists or objects is one text. */
const isPlainList = (value: unknown): value is readonly unknown[] =>
	Array.isArray(value) && value.every((one) => one === null || typeof one !== 'object');

function text(value: unknown): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (isPlainList(value)) return value.map(text).join(', ') || 'none';
	if (typeof value === 'string' && INSTANT.test(value)) return dateTime(value);
	if (typeof value === 'string' && isDay(value)) return date(value);
	return String(value);
}

/** A moment as a record holds it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function nameOf(path: readonly string[]): string {
	const name = path.join(', ').replace('sha256', 'SHA-256');
	return name === '' ? 'Value' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** "publicNote" → "public note"; a code in capitals stays. */
const inWords = (name: string): string =>
	name
		.replaceAll('_', ' ')
		.replaceAll(
			/([a-z])([A-Z])/g,
			(_, end: string, start: string) => `${end} ${start.toLowerCase()}`
		);
