import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { type Comparator, comparators, readComparators } from '../../src/lib/domain/selection.ts';
import CompareWith from '../../src/lib/ui/CompareWith.svelte';
import DataTable from '../../src/lib/ui/DataTable.svelte';
import EditionStrip from '../../src/lib/ui/EditionStrip.svelte';
import Footer from '../../src/lib/ui/Footer.svelte';
import Header from '../../src/lib/ui/Header.svelte';
import MovementMark from '../../src/lib/ui/MovementMark.svelte';
import PageHead from '../../src/lib/ui/PageHead.svelte';
import Section from '../../src/lib/ui/Section.svelte';
import StateWord from '../../src/lib/ui/StateWord.svelte';
import StatusShape from '../../src/lib/ui/StatusShape.svelte';
import TableTwin from '../../src/lib/ui/TableTwin.svelte';
import { statusWords, type TargetStatus } from '../../src/lib/ui/status.ts';
import { elements, text } from './html.ts';

const percent = { valueKind: 'percent', unit: '%', decimals: 1 } as const;
const edition = {
	id: 'first',
	publishedAt: '2026-11-22T03:48:00.000Z',
	label: 'First load',
	note: null
};

describe('StateWord', () => {
	it.each([
		['known', 2.74, [], '2.7%'],
		['known', 0, [], '0.0%'],
		['known', 2.74, ['e', 'p'], '2.7%[e], estimated[p], provisional'],
		['suppressed', null, [], 'Hidden[c]'],
		['not collected', null, [], 'Not collected[x]'],
		['not yet published', null, [], 'Not yet published[x]'],
		['not applicable', null, [], 'Not applicable[z]']
	] as const)('%s %s %s reads "%s", never a blank', (state, value, flags, words) => {
		const { body } = render(StateWord, {
			props: { figure: { state, value, flags }, unit: percent }
		});
		expect(text(body)).toBe(words);
	});
});

describe('StatusShape', () => {
	it.each(Object.entries(statusWords))('%s has its word beside the shape', (status, word) => {
		const { body } = render(StatusShape, { props: { status: status as TargetStatus } });
		expect(text(body)).toBe(word);
		expect(elements(body, 'svg')[0]).toContain('aria-hidden="true"');
	});

	it('each word has a shape of its own, so that colour is extra', () => {
		const shapes = Object.keys(statusWords).map((status) => {
			const { body } = render(StatusShape, {
				props: { status: status as TargetStatus, bare: true }
			});
			return /<svg.*<\/svg>/s.exec(body)?.[0];
		});
		expect(new Set(shapes).size).toBe(shapes.length);
	});

	it('says "No target set" while there is none', () => {
		const props = { status: 'no judgement', label: 'No target set' } as const;
		expect(text(render(StatusShape, { props }).body)).toBe('No target set');
	});
});

describe('MovementMark', () => {
	it('takes no colour of good or bad', () => {
		const { body } = render(MovementMark, { props: { outcome: 'lower', polarity: 'higher' } });
		expect(text(body)).toBe('Falling: getting worse');
		expect(body).not.toMatch(/st-(on|off|watch)/);
	});
});

describe('DataTable', () => {
	const props = {
		caption: 'Residents by ward',
		columns: [{ label: 'Ward' }, { label: 'Residents', numeric: true }],
		rows: [
			{ group: 'East', cells: [{ text: 'Pelsall', href: '/places/E05016445' }, '11,505'] },
			{ cells: ['Streetly', { text: 'Hidden', code: '[c]' }] }
		]
	};
	const { body } = render(DataTable, { props });

	it('has a caption, column headers and a header in every row', () => {
		expect(text(elements(body, 'caption')[0])).toBe('Residents by ward');
		expect(body.match(/scope="col"/g)).toHaveLength(2);
		expect(body.match(/scope="row"/g)).toHaveLength(2);
	});

	it('scrolls in a named region that the keyboard reaches', () => {
		expect(body).toMatch(/role="region"[^>]*aria-label="Residents by ward"[^>]*tabindex="0"/);
	});

	it('aligns figures, not words', () => {
		expect(body.match(/class="num"/g)).toHaveLength(3);
	});

	it('escapes what it is given', () => {
		const risky = { ...props, rows: [{ cells: ['<img src=x>', ''] }] };
		expect(render(DataTable, { props: risky }).body).not.toContain('<img');
	});
});

describe('TableTwin', () => {
	it('is closed on the screen and offers its own CSV', () => {
		const props = {
			caption: 'By year',
			columns: [{ label: 'Year' }],
			rows: [],
			csv: '/data/w04.csv'
		};
		const { body } = render(TableTwin, { props });
		expect(body).toMatch(/<details class="twin">/);
		expect(text(elements(body, 'summary')[0])).toContain('Show as a table');
		expect(body).toContain('href="/data/w04.csv"');
	});
});

describe('CompareWith', () => {
	const form = (selected: Comparator[], query: string) =>
		render(CompareWith, { props: { selected, params: new URLSearchParams(query) } }).body;

	it('marks what is chosen and labels every box', () => {
		const body = form(['england', 'start'], '');
		const ticked = elements(body, 'input').filter((input) => input.includes('checked'));
		expect(ticked.map((input) => /value="(\w+)"/.exec(input)?.[1])).toEqual(['england', 'start']);
		for (const comparator of comparators) expect(body).toContain(`for="compare-${comparator}"`);
	});

	it('keeps the rest of the address and replaces its own part', () => {
		const hidden = elements(form([], 'compare=region&edition=first&period=2021'), 'input')
			.filter((input) => input.includes('type="hidden"'))
			.map((input) => /name="(\w+)" value="(\w+)"/.exec(input)?.slice(1).join('='));
		expect(hidden).toEqual(['edition=first', 'period=2021', 'compare=none']);
	});

	it('sent with nothing ticked, it means no comparator, and not the default', () => {
		expect(readComparators(new URLSearchParams('compare=none'))).toEqual([]);
		expect(readComparators(new URLSearchParams('compare=none&compare=region'))).toEqual(['region']);
	});
});

describe('Header', () => {
	const header = (path: string, carry = '') => render(Header, { props: { path, carry } }).body;

	it('marks the page, and the section of a page below it', () => {
		expect(header('/indicators')).toMatch(/href="\/indicators" aria-current="page"/);
		expect(header('/indicators/w04')).toMatch(/href="\/indicators" aria-current="true"/);
		expect(header('/indicators').match(/aria-current/g)).toHaveLength(1);
	});

	it('has at most six items, and carries the choices of the reader to each and to the search', () => {
		const nav = /<nav.*<\/nav>/s.exec(header('/', '?compare=region'))?.[0] ?? '';
		const links = nav.match(/href="[^"]+"/g) ?? [];
		expect(links.length).toBeLessThanOrEqual(6);
		expect(links.every((link) => link.includes('?compare=region'))).toBe(true);
		expect(header('/', '?compare=region')).toContain('name="compare" value="region"');
	});
});

describe('Footer and strip', () => {
	it('say when the figures were published, and the licences', () => {
		const words = text(render(Footer, { props: { edition, carry: '' } }).body);
		expect(words).toContain('Figures as published at 22 November 2026, 03:48');
		expect(words).toContain('Open Government Licence v3.0');
		expect(words).toContain('Contains OS data © Crown copyright and database right');
	});

	it('an earlier edition says so and leads to the latest', () => {
		const { body } = render(EditionStrip, { props: { edition, latest: '/indicators' } });
		expect(text(body)).toContain('An earlier edition: First load.');
		expect(body).toContain('href="/indicators"');
	});
});

describe('PageHead and Section', () => {
	it('name the tab, and give one h1', () => {
		const { head, body } = render(PageHead, { props: { title: 'A finding', tab: 'Short' } });
		expect(head).toContain('<title>Short - Walsall cohesion indicators</title>');
		expect(body.match(/<h1>/g)).toHaveLength(1);
	});

	it('a section is named by its heading', () => {
		const children = createRawSnippet(() => ({ render: () => '<p>Inside</p>' }));
		const { body } = render(Section, { props: { id: 'gaps', title: 'Gaps', children } });
		expect(body).toMatch(/<section id="gaps"[^>]*aria-labelledby="gaps-title"/);
		expect(body).toContain('<h2 id="gaps-title">');
	});
});
