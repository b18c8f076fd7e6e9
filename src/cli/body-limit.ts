import type { IncomingMessage, ServerResponse } from 'node:http';

// How much may be sent. A form with a small file stays below 4 MB; the one page that takes files of
// up to 50 MB is named here, so that nobody can fill the memory through another.

const MB = 1024 * 1024;
const USUAL = 4 * MB;
const FILES = { path: '/imports', most: 52 * MB } as const;

interface TooMuch {
	status: 411 | 413;
	message: string;
}

/** Why the body of a request is not taken; undefined when it is. */
export function tooMuch({
	method,
	url = '/',
	headers
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): TooMuch | undefined {
	const isFiles = method === 'POST' && url.split('?')[0] === FILES.path;
	const sent = headers['content-length'];
	if (sent === undefined) {
		return headers['transfer-encoding'] === undefined || isFiles
			? undefined
			: { status: 411, message: 'Say how much is sent (Content-Length) and send it again.' };
	}
	if (Number(sent) <= (isFiles ? FILES.most : USUAL)) return undefined;
	return {
		status: 413,
		message: isFiles
			? 'The file is larger than 50 MB. Send it in parts. Go back to try again.'
			: 'What was sent is larger than 4 MB. Go back and send less.'
	};
}

/** Answers in a sentence; what is still coming is let go. */
export function refuseBody(request: IncomingMessage, response: ServerResponse, why: TooMuch): void {
	request.resume();
	response.writeHead(why.status, {
		'content-type': 'text/plain; charset=utf-8',
		connection: 'close'
	});
	response.end(`${why.message}\n`);
}
