import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { ILLUSTRATIVE } from '../domain/illustrative.ts';
import type { AltText, Chart } from './chart.ts';
import type { Downloads, FigureContent } from './figure.ts';

// The only caller of Plot.plot(). Charts are pure options; here they become SVG text on the server.
// Plot writes a <style> element and inner aria-labels: both go, so that pages need no 'unsafe-inline'
// and one label on the picture speaks for it.

/** Draws one chart. `id` must be unique on the page. */
export function draw(options: Plot.PlotOptions, id: string, alt: AltText): string {
	const { document } = parseHTML('<!doctype html><html><body></body></html>');
	const drawn = Plot.plot({ ...options, document, className: 'chart' });
	const svg = drawn.tagName.toLowerCase() === 'svg' ? drawn : drawn.querySelector('svg');
	if (!svg) throw new Error(`chart ${id} drew no SVG`);
	for (const style of svg.querySelectorAll('style')) style.remove();
	for (const element of [svg, ...svg.querySelectorAll('*')]) {
		for (const name of ['style', 'aria-label', 'aria-hidden', 'aria-description']) {
			element.removeAttribute(name);
		}
	}
	for (const name of ['width', 'height', 'class', 'font-family']) svg.removeAttribute(name);
	svg.setAttribute('role', 'img');
	svg.setAttribute('aria-labelledby', `${id}-t`);
	svg.setAttribute('aria-describedby', `${id}-d`);
	const words = [
		element('title', `${id}-t`, alt.title),
		element('desc', `${id}-d`, alt.description)
	];
	svg.prepend(...words);
	return tidy(svg.outerHTML);

	function element(name: string, elementId: string, text: string): Element {
		const made = document.createElementNS('http://www.w3.org/2000/svg', name);
		made.setAttribute('id', elementId);
		made.textContent = text;
		return made;
	}
}

/** Does it say so itself, or does any of its figures come from the demonstration's invention? */
export const isIllustrative = ({
	figures,
	illustrative = false
}: Pick<Chart, 'figures' | 'illustrative'>): boolean =>
	illustrative || figures.some(({ sourceId }) => sourceId === ILLUSTRATIVE);

/** A chart as its page shows it: drawn twice, with ids of their own. */
export function drawn(chart: Chart, downloads?: Downloads): FigureContent {
	const { spec, alt, figures: _, ...words } = chart;
	const illustrative = isIllustrative(chart);
	const drawings = spec && {
		wide: draw(spec('wide'), `${chart.id}-w`, alt),
		narrow: draw(spec('narrow'), `${chart.id}-n`, alt)
	};
	const made = { ...words, ...(illustrative && { illustrative }) };
	return { ...made, ...(drawings && { drawings }), ...(downloads && { downloads }) };
}

/** Two decimals are a hundredth of a pixel: shorter pages, and pictures that compare in tests. */
function tidy(svg: string): string {
	return svg
		.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))))
		.replaceAll(' fill="currentColor"', '')
		.replaceAll('stroke="currentColor"', 'stroke="#7b848d"');
}
