// Any origin will do: an address that leaves it is not ours.
const HERE = 'http://here.invalid';

/** The page to go to after signing in: a path of this site, or the overview for anything else. */
export function localPath(wanted: string | null | undefined): string {
	if (!wanted || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, HERE)) return '/';
	const url = new URL(wanted, HERE);
	return url.origin === HERE ? url.pathname + url.search + url.hash : '/';
}
