// Plain JavaScript, loaded before anything else: an older Node cannot read the TypeScript that
// follows and would stop with a message that helps nobody.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 17)) {
	console.error(
		`Cohesion Tracker needs Node 22.17 or newer; this is ${process.versions.node}. ` +
			'On Linux and Windows "npm ci" brings a newer one and "npm start" uses it; elsewhere install it from https://nodejs.org.'
	);
	process.exit(1);
}
