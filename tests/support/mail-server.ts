import { createServer, type AddressInfo, type Socket } from 'node:net';

// A small SMTP server on the loopback address that keeps what it is given (RFC 5321, as far as needed).

export interface MailServer {
	url: string;
	/** Whole letters, headers included, oldest first. */
	letters: string[];
	close(): Promise<void>;
}

/** Starts it; one that refuses answers every sender with 550. */
export async function startMailServer({ refuses = false } = {}): Promise<MailServer> {
	const letters: string[] = [];
	const server = createServer((socket) => converse(socket, letters, refuses));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		letters,
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

function converse(socket: Socket, letters: string[], refuses: boolean): void {
	let held = '';
	let isLetter = false;
	const say = (line: string) => socket.write(`${line}\r\n`);
	say('220 test');
	socket.on('error', () => {});
	socket.on('data', (bytes) => {
		held += bytes.toString();
		for (;;) {
			const end = isLetter ? held.indexOf('\r\n.\r\n') : held.indexOf('\r\n');
			if (end < 0) return;
			const text = held.slice(0, end);
			held = held.slice(end + (isLetter ? 5 : 2));
			if (isLetter) letters.push(text);
			if (isLetter || !/^DATA/i.test(text)) say(answerTo(isLetter ? '' : text, refuses));
			else say('354 go on');
			isLetter = !isLetter && /^DATA/i.test(text);
			if (/^QUIT/i.test(text)) socket.end();
		}
	});
}

function answerTo(command: string, refuses: boolean): string {
	if (/^MAIL/i.test(command) && refuses) return '550 not from here';
	return /^QUIT/i.test(command) ? '221 bye' : '250 ok';
}
