import { error } from '@sveltejs/kit';

// What a plain form sends: text, trimmed, with one kind of line end; a file by its bytes.

const LONGEST = 4000;

/** A form that is broken or of a kind that no page sends is the sender's fault, not ours. */
export function refuseBroken(request: Request): Request {
	const [form, clone] = [request.formData.bind(request), request.clone.bind(request)];
	request.formData = () =>
		form().catch((fault: unknown) => {
			throw fault instanceof TypeError ? unreadable() : fault;
		});
	request.clone = () => refuseBroken(clone());
	return request;
}

function unreadable(): never {
	error(400, 'The form did not arrive whole. Go back, reload the page and send it again.');
}

/** The text of a field; empty when it is absent or a file. */
export function text(form: FormData, name: string, longest = LONGEST): string {
	const given = form.get(name);
	return typeof given === 'string' ? kept(given).trim().slice(0, longest).replace(HALF, '') : '';
}

// PostgreSQL keeps neither NUL in a text nor half a character in JSON; the hash of an audit event
// must be of the text that reads back.
const CONTROL = /[^\P{Cc}\n\t]/gu;
/** The first half of a character outside the basic plane, at the end: its other half was cut off. */
const HALF = /[\uD800-\uDBFF]$/;

/** What a database can keep of a text: line ends of one kind, no control characters. */
export const kept = (given: string): string =>
	given.replaceAll('\r\n', '\n').replaceAll(CONTROL, '').toWellFormed();

/** A whole number; NaN for anything else. */
export function whole(form: FormData, name: string): number {
	const given = text(form, name, 12);
	return /^\d{1,9}$/.test(given) ? Number(given) : NaN;
}

/** The bytes of a file field; none when nothing was chosen. */
export async function bytes(form: FormData, name: string): Promise<Uint8Array> {
	const given = form.get(name);
	return given instanceof File ? new Uint8Array(await given.arrayBuffer()) : new Uint8Array();
}
