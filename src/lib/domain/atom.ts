// A list of news that other programs follow (RFC 4287).

export interface AtomEntry {
	/** Address of the entry; also its lasting name. */
	readonly url: string;
	readonly title: string;
	readonly text: string;
	/** Instant, ISO. */
	readonly updated: string;
}

export interface Feed {
	readonly title: string;
	/** Addresses of the feed and of the page that it follows. */
	readonly url: string;
	readonly page: string;
	readonly author: string;
	/** Instant when there is no entry yet. */
	readonly since: string;
}

export function atom(feed: Feed, entries: readonly AtomEntry[]): string {
	const updated =
		entries
			.map((entry) => entry.updated)
			.sort()
			.at(-1) ?? feed.since;
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom">',
		`<title>${xml(feed.title)}</title>`,
		`<id>${xml(feed.url)}</id>`,
		`<link rel="self" href="${xml(feed.url)}"/>`,
		`<link href="${xml(feed.page)}"/>`,
		`<author><name>${xml(feed.author)}</name></author>`,
		`<updated>${updated}</updated>`,
		...entries.map(entryOf),
		'</feed>'
	].join('\n');
}

const entryOf = ({ url, title, text, updated }: AtomEntry): string =>
	[
		'<entry>',
		`<title>${xml(title)}</title>`,
		`<id>${xml(url)}</id>`,
		`<link href="${xml(url)}"/>`,
		`<updated>${updated}</updated>`,
		`<content type="text">${xml(text)}</content>`,
		'</entry>'
	].join('\n');

const signs: Readonly<Record<string, string>> = {
	...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
};

/** Text as XML has it; control characters, which XML forbids, are left out. */
const xml = (text: string): string =>
	text
		.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
