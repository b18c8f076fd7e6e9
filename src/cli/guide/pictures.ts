import { join } from 'node:path';
import type { Page } from 'playwright-core';

// One picture: what of the page is seen, with the strip that says that figures are invented.

const FOLDER = join(import.meta.dirname, '../../../docs/pictures');

export interface Frame {
	/** What stands at the top of the picture; the heading of the page when left out. */
	from?: string;
	height?: number;
}

/** Saves `docs/pictures/NAME.png`. */
export async function picture(page: Page, name: string, frame: Frame = {}): Promise<void> {
	const { from, height = 560 } = frame;
	const size = page.viewportSize() ?? { width: 1040, height };
	await page.setViewportSize({ width: size.width, height });
	await page.evaluate(stand, from ?? 'h1');
	await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
	await page.setViewportSize(size);
}

/** In the page: the strip stays in sight, and the wanted part comes up to it. */
function stand(from: string): void {
	const strip = document.querySelector<HTMLElement>('.illbar');
	if (!strip) throw new Error('The strip of a demonstration is not on the page.');
	Object.assign(strip.style, { position: 'sticky', top: '0', zIndex: '9' });
	const wanted = document.querySelector(from);
	if (!wanted) throw new Error(`${from} is not on the page.`);
	const top = wanted.getBoundingClientRect().top + window.scrollY;
	window.scrollTo(0, top - strip.offsetHeight - 12);
}
