import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/lib/domain/indicator.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import { STATES, type SubmissionState } from '../../../src/lib/domain/submission.ts';
import type { Collection } from '../../../src/lib/server/db/collections.ts';
import type { Submission } from '../../../src/lib/server/db/submissions.ts';
import { linesOf } from '../../../src/routes/returns/calendar/shape.ts';
import { tasksOf } from '../../../src/routes/returns/shape.ts';

const person: Person = {
	...{ id: 'p', name: 'Invented', roles: ['officer'] },
	duties: [{ duty: 'owner', indicator: 'c11', theme: null }]
};
const entry = {
	...{ indicator: 'c11', period: 'FY2036-Q1', label: '2036/37 Q1', ends: '2036-06-30' },
	...{ dueOn: '2036-07-30', locksOn: null, note: null, hasCome: false, revision: 1 }
} as Collection;
const given = (state: SubmissionState | null, day: string) => ({
	calendar: [entry],
	open: state ? [{ indicator: 'c11', period: entry.period, state } as Submission] : [],
	catalogue: [{ code: 'c11', title: 'Invented', themes: [] } as unknown as Indicator],
	day
});

describe('a return whose day has passed', () => {
	const WITH_OTHERS = ['submitted', 'quality-assured', 'approved', 'scheduled'];
	const still = [null, ...STATES.filter((state) => state === 'draft' || state === 'returned')];

	it.each(still)('is overdue while its officer has to do something: %s', (state) => {
		const late = given(state, '2036-08-10');
		expect(tasksOf(late, person).map((task) => task.state)).toEqual(['overdue']);
		expect(linesOf(late, { year: 2036, indicator: '' }).map((one) => one.isLate)).toEqual([true]);
	});

	it.each(WITH_OTHERS as SubmissionState[])('is not once it waits for others: %s', (state) => {
		const late = given(state, '2036-08-10');
		expect(tasksOf(late, person).map((task) => task.state)).toEqual(['handed in']);
		expect(linesOf(late, { year: 2036, indicator: '' })).toMatchObject([
			{ isLate: false, stands: state }
		]);
	});
});
