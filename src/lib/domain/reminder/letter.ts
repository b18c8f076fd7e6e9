// The one letter a person gets on a day. It names what to do and where, never a figure: letters lie in
// mailboxes and are passed on.

export const KINDS = ['overdue', 'due', 'returned', 'waiting'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing to be reminded of, as it stands today. */
export interface Item {
	/** The return with its due day, or the step that waits. */
	readonly about: string;
	/** Told once a person. */
	readonly stage: string;
	readonly kind: Kind;
	readonly text: string;
	/** Path of its page. */
	readonly path: string;
}

const headings: Readonly<Record<Kind, string>> = {
	overdue: 'Overdue',
	due: 'Due soon',
	returned: 'Sent back to you',
	waiting: 'Waiting for your decision'
};

export interface Written {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

/** The letter to a person, with links below `origin`. */
export function letterOf(name: string, items: readonly Item[], origin: string): Written {
	const groups = KINDS.map((kind) => ({
		heading: headings[kind],
		items: items.filter((item) => item.kind === kind)
	})).filter((group) => group.items.length > 0);
	return {
		subject: subjectOf(items),
		text: plain(name, groups, origin),
		html: marked(name, groups, origin)
	};
}

function subjectOf(items: readonly Item[]): string {
	const words: Readonly<Record<Kind, string>> = {
		...{ overdue: 'overdue', due: 'due soon', returned: 'sent back', waiting: 'to decide' }
	};
	const counted = KINDS.flatMap((kind) => {
		const count = items.filter((item) => item.kind === kind).length;
		return count > 0 ? [`${count} ${words[kind]}`] : [];
	});
	return `Cohesion indicators: ${counted.join(', ')}`;
}

interface Group {
	readonly heading: string;
	readonly items: readonly Item[];
}

const WHY = 'You get this letter because you answer for these indicators, or decide on them.';

function plain(name: string, groups: readonly Group[], origin: string): string {
	return [
		...[`Hello ${name},`, ''],
		...groups.flatMap(({ heading, items }) => [
			heading,
			...items.flatMap(({ text, path }) => [`- ${text}`, `  ${origin}${path}`]),
			''
		]),
		...[`All your work: ${origin}/returns`, ''],
		...[WHY, `Turn these letters off: ${origin}/account#letters`, '']
	].join('\n');
}

function marked(name: string, groups: readonly Group[], origin: string): string {
	const link = (path: string, words: string) =>
		`<a href="${escaped(`${origin}${path}`)}">${escaped(words)}</a>`;
	const lists = groups.map(
		({ heading, items }) =>
			`<h2>${heading}</h2><ul>${items
				.map(({ text, path }) => `<li>${link(path, text)}</li>`)
				.join('')}</ul>`
	);
	return [
		'<!doctype html><html lang="en"><body>',
		`<p>Hello ${escaped(name)},</p>`,
		...lists,
		`<p>${link('/returns', 'All your work')}</p>`,
		`<p>${WHY} ${link('/account#letters', 'Turn these letters off')}</p>`,
		'</body></html>'
	].join('\n');
}

const signs: Readonly<Record<string, string>> = {
	...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
};
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
