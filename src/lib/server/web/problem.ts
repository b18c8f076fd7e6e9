import type { Wrong } from '../../domain/parameters.ts';

// A refusal of the read interface, as RFC 9457 has it: which status, what is wrong, what is allowed. Here
// and not beside the interface, because the edition is read, and refused, before any route is.

export class Problem extends Error {
	readonly status: number;
	readonly wrong: readonly Wrong[];

	constructor(status: number, detail: string, wrong: readonly Wrong[] = []) {
		super(detail);
		this.status = status;
		this.wrong = wrong;
	}
}

const titles: Record<number, string> = {
	400: 'Bad Request',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed'
};

/** Parameters that the address does not have, or values that they do not take. */
export function wrongParameters(wrong: readonly Wrong[]): Problem {
	const detail = wrong
		.map((one) => {
			const allowed = one.allowed ? ` Allowed: ${one.allowed.join(', ') || 'none'}.` : '';
			return `${one.parameter}: ${one.detail}${allowed}`;
		})
		.join(' ');
	return new Problem(400, detail, wrong);
}

/** Open to every site, and without cookies. */
export const OPEN = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'Content-Disposition, ETag, Link'
} as const;

/** The answer to a request that is refused. */
export function refuse(problem: Problem, url: URL, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(problemBody(problem, url.pathname)), {
		status: problem.status,
		headers: { 'content-type': 'application/problem+json; charset=utf-8', ...OPEN, ...headers }
	});
}

function problemBody({ status, message, wrong }: Problem, instance: string) {
	return {
		type: 'about:blank',
		title: titles[status] ?? 'Error',
		status,
		detail: message,
		instance,
		...(wrong.length > 0 ? { errors: wrong } : {})
	};
}

export const problemSchema = {
	type: 'object',
	description: 'What is wrong and what is allowed (RFC 9457)',
	required: ['type', 'title', 'status', 'detail', 'instance'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		detail: { type: 'string', description: 'One or more sentences for a person' },
		instance: { type: 'string', description: 'Path of the address asked for' },
		errors: {
			type: 'array',
			items: {
				type: 'object',
				required: ['parameter', 'detail'],
				properties: {
					parameter: { type: 'string' },
					detail: { type: 'string' },
					allowed: { type: 'array', items: { type: 'string' } }
				},
				additionalProperties: false
			}
		}
	},
	additionalProperties: false
} as const;
