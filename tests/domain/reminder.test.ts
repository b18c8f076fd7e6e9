import { describe, expect, test } from 'vitest';
import { dayInWalsall } from '../../src/lib/domain/day.ts';
import { letterOf, type Item } from '../../src/lib/domain/reminder/letter.ts';
import {
	daysInWords,
	dueStage,
	isTimeForLetters,
	waitingStage
} from '../../src/lib/domain/reminder/stage.ts';

describe('a return is told of two weeks and three days before it is due, on the day, then weekly', () => {
	test.each([
		['2026-10-15', undefined],
		['2026-10-16', 'in 14 days'],
		// Nothing ran on the fourteenth day: it is made up for.
		['2026-10-17', 'in 14 days'],
		['2026-10-26', 'in 14 days'],
		['2026-10-27', 'in 3 days'],
		['2026-10-29', 'in 3 days'],
		['2026-10-30', 'today'],
		['2026-10-31', 'overdue, week 1'],
		['2026-11-06', 'overdue, week 1'],
		['2026-11-07', 'overdue, week 2'],
		['2027-10-30', 'overdue, week 53']
	])('on %s: %s', (today, stage) => {
		// The clocks go back on 25 October 2026, between the first reminder and the day.
		expect(dueStage('2026-10-30', today)).toBe(stage);
	});
});

describe('what waits is told after three days, then weekly', () => {
	test.each([
		['2026-03-27', undefined],
		['2026-03-30', undefined],
		['2026-03-31', 'waiting, week 1'],
		['2026-04-06', 'waiting, week 1'],
		['2026-04-07', 'waiting, week 2']
	])('on %s: %s', (today, stage) => {
		// The clocks go forward on 29 March 2026.
		expect(waitingStage('2026-03-27', today)).toBe(stage);
	});
});

describe('days and hours are those of Walsall, whatever the clocks do', () => {
	test.each([
		['2026-06-30T22:59:00Z', '2026-06-30', false],
		['2026-06-30T23:00:00Z', '2026-07-01', false],
		['2026-07-01T05:59:00Z', '2026-07-01', false],
		['2026-07-01T06:00:00Z', '2026-07-01', true],
		['2026-12-01T06:59:00Z', '2026-12-01', false],
		['2026-12-01T07:00:00Z', '2026-12-01', true],
		['2026-12-01T18:59:00Z', '2026-12-01', true],
		['2026-12-01T19:00:00Z', '2026-12-01', false]
	])('%s is %s, letters go: %s', (instant, day, isTime) => {
		expect(dayInWalsall(new Date(instant))).toBe(day);
		expect(isTimeForLetters(new Date(instant))).toBe(isTime);
	});
	test.each([
		['2026-10-30', 'in 14 days'],
		['2026-10-17', 'in 1 day'],
		['2026-10-16', 'today'],
		['2026-10-15', '1 day ago']
	])('%s is %s', (day, words) => {
		expect(daysInWords(day, '2026-10-16')).toBe(words);
	});
});

describe('a letter', () => {
	const item = (given: Partial<Item>): Item => ({
		...{ about: 'a', stage: 's', kind: 'due', text: 'C08 <b>Title</b> & more' },
		...{ path: '/returns/FY2026-Q2/c08', ...given }
	});
	const letter = letterOf(
		'Ann "Nan" O’Neill',
		[item({}), item({ kind: 'waiting', path: '/approvals/x' }), item({ kind: 'overdue' })],
		'https://example.org'
	);
	test('has everything of the day in it, what is late first', () => {
		expect(letter.subject).toBe('Cohesion indicators: 1 overdue, 1 due soon, 1 to decide');
		expect(letter.text.indexOf('Overdue')).toBeLessThan(letter.text.indexOf('Due soon'));
		expect(letter.text).toContain('https://example.org/approvals/x');
	});
	test('says how to turn the letters off', () => {
		expect(letter.text).toContain('Turn these letters off: https://example.org/account#letters');
	});
	test('marks nothing up that people typed', () => {
		expect(letter.html).toContain('C08 &lt;b&gt;Title&lt;/b&gt; &amp; more');
		expect(letter.html).not.toContain('<b>');
	});
});
