import { daysOn } from '../../domain/day.ts';
import type { NewCollection } from '../db/schema.ts';
import { nextQuarter, quarters, terms } from './calendar.ts';
import { invented } from './measures.ts';

// The collection calendar: returns are due a month after the period and lock a fortnight later. The
// next round is in it too.

export const collections: readonly NewCollection[] = invented.flatMap(({ code, every }) => {
	if (every !== 'quarter' && every !== 'term') return [];
	const due = every === 'quarter' ? [...quarters, nextQuarter] : terms;
	return due.map(({ id, ends }) => ({
		indicator: code,
		period: id,
		due_on: daysOn(ends, 30),
		locks_on: daysOn(ends, 44)
	}));
});
