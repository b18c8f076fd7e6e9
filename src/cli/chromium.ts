import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readToolSettings } from '../lib/server/config.ts';

// A browser of the Chromium family that is on this machine already; none is ever downloaded.

const USUAL = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/microsoft-edge',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** Where a Chromium is: CHROMIUM_PATH if set, else the first of the usual places. */
export function findChromium(): string | undefined {
	const { chromiumPath } = readToolSettings();
	return (chromiumPath ? [chromiumPath] : USUAL).find(isExecutable);
}

/** Software drawing, no sandbox (tests run as root), nothing fetched on its own account. */
export const CHROMIUM_ARGUMENTS = [
	'--headless=new',
	'--no-sandbox',
	'--disable-gpu',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage'
];

/** A new folder for a server's data or a browser's, with what removes it. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
	const path = mkdtempSync(join(tmpdir(), `${name}-`));
	return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
