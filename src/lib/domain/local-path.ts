// Any origin will do: an address that leaves it is not ours.
const HERE = 'http://here.invalid';

/** The page to go to after signing in: a path of this site, or the overview for anything else. */
export function localPath(wanted: string | null | undefined): string {
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return '/';
	const { origin, pathname, search, hash } = new URL(wanted, HERE);
	// `/.//elsewhere` stays here when it is read, and would leave when it is sent on.
	return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
