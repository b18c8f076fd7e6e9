// A list of days as a calendar that other programs subscribe to (RFC 5545): lines of at most 75 bytes,
// folded; text escaped.

export interface CalendarEvent {
	readonly uid: string;
	/** ISO day. */
	readonly day: string;
	readonly title: string;
	readonly url: string;
}

export function calendar(name: string, events: readonly CalendarEvent[], now: Date): string {
	const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Cohesion Tracker//Returns//EN'],
		...['CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`],
		...events.flatMap((event) => [
			...['BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${stamp}`],
			`DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
			...[`SUMMARY:${escaped(event.title)}`, `URL:${event.url}`, 'TRANSP:TRANSPARENT'],
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string =>
	text
		.replaceAll('\\', '\\\\')
		.replaceAll(/\r?\n/g, '\\n')
		.replaceAll(/[;,]/g, (sign) => `\\${sign}`);

const bytes = new TextEncoder();
const LONGEST = 75;

/** A long line goes on after a line end and a space, never inside a character. */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	for (const sign of line) {
		const room = parts.length === 0 ? LONGEST : LONGEST - 1;
		if (bytes.encode(part + sign).length > room) {
			parts.push(part);
			part = sign;
		} else part += sign;
	}
	return [...parts, part].join('\r\n ');
}
