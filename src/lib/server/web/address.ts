// Addresses that nobody means: a character 0 is refused by the database, others by headers and logs.

export const UNREADABLE =
	'This address holds a character that cannot be read. Check how it was copied, or start from the first page.';

/** No control characters in path or parameters; tabs and ends of lines come from forms. */
export function isReadable({ pathname, searchParams }: URL): boolean {
	const texts = [pathname, decoded(pathname), ...[...searchParams].flat()];
	return !texts.some((text) => /(?![\t\r\n])\p{Cc}/u.test(text));
}

/** A path with broken escapes is read as it stands: no route has it. */
function decoded(pathname: string): string {
	try {
		return decodeURIComponent(pathname);
	} catch {
		return '';
	}
}
