// Reads server-made HTML in tests: the words as a reader gets them, and elements by name.

/** Words without tags and hydration comments, spaces as one. */
export function text(html = ''): string {
	return html
		.replaceAll(/<!--.*?-->/gs, '')
		.replaceAll(/<[^>]+>/g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

/** Every element of a name: its opening tag, with its content where it has a closing one. */
export function elements(html: string, name: string): string[] {
	return html.match(new RegExp(`<${name}\\b[^>]*>(?:[^]*?</${name}>)?`, 'g')) ?? [];
}
