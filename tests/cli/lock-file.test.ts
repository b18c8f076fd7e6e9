import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// `npm install` leaves out of the lock file what the registry in use does not hold for other systems;
// `npm ci` then refuses the whole file. So every optional package that is named must be listed.

interface Listed {
	optionalDependencies?: Record<string, string>;
}

it('the lock file lists every optional package, for every system', () => {
	const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
		packages: Record<string, Listed>;
	};
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter((name) => !isListed(packages, path, name))
	);
	expect(missing).toEqual([]);
});

/** Node looks in the package's own folder first, then in each one around it. */
function isListed(packages: Record<string, Listed>, path: string, name: string): boolean {
	for (
		let folder = path;
		;
		folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
	) {
		if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
		if (folder === '') return false;
	}
}
