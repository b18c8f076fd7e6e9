import type { ActionState } from '../../domain/action.ts';

// Invented commentary and promises of the last four editions: kept, kept late, broken, overdue, stopped,
// and with parts that nobody gave.

export interface Words {
	/** Edition in which they are published. */
	edition: string;
	indicator: string;
	area?: string;
	period: string;
	what: string;
	soWhat?: string;
	nowWhat?: string;
	cause?: string;
	author: string;
}

const Q = { q4: '2025-26-q4', q1: '2026-27-q1', q2: '2026-27-q2' } as const;

export const words: readonly Words[] = [
	{
		edition: Q.q1,
		indicator: 'Y08',
		period: 'FY2026-Q1',
		author: 'second-officer',
		what: 'Fewer young people took part than planned, most of all in North.',
		soWhat: 'Two of five programmes ran below half of their places.',
		nowWhat: 'A joint post with the youth service is being agreed.',
		cause: 'The summer programme in Bloxwich did not recruit a leader'
	},
	{
		edition: Q.q2,
		indicator: 'Y08',
		period: 'FY2026-Q2',
		author: 'second-officer',
		what: 'The number fell again. North has half of the shortfall.',
		soWhat: 'The plan for the year cannot be met by its last quarter.',
		nowWhat: 'The joint post begins in February.',
		cause: 'The summer programme in Bloxwich ran without a leader'
	},
	{
		edition: Q.q1,
		indicator: 'W02',
		period: 'AY2025-spring',
		author: 'officer',
		what: 'Fewer learners finished than a year before.',
		cause: 'A venue was withdrawn in the spring'
	},
	{
		edition: Q.q2,
		indicator: 'W02',
		period: 'AY2025-summer',
		author: 'officer',
		what: 'Seven in ten learners finished their course.',
		soWhat: 'Learners in South had the longest way to another class.',
		nowWhat: 'Both courses move to a library from January.',
		cause: 'Two courses closed early when a venue was withdrawn'
	},
	{
		edition: Q.q2,
		indicator: 'T17',
		period: 'FY2026-Q2',
		author: 'officer',
		what: 'Requests in sign language took longest.',
		soWhat: 'Some residents waited three weeks for an interpreter.',
		nowWhat: 'Members are asked to support a second supplier.',
		cause: 'Sign language bookings waited three weeks'
	},
	{
		edition: Q.q2,
		indicator: 'L09',
		period: 'FY2025',
		author: 'second-officer',
		what: 'Fewer residents are satisfied with their area than planned.'
	},
	{
		edition: Q.q2,
		indicator: 'Y05',
		period: 'AY2024',
		author: 'second-officer',
		what: 'The gap has hardly changed in four years.',
		cause: 'Absence among disadvantaged pupils stayed high at the same time'
	},
	{
		edition: Q.q4,
		indicator: 'C08',
		period: 'FY2025-Q4',
		author: 'officer',
		what: 'The borough has as many venues as planned; West has half of its share.'
	},
	{
		edition: Q.q2,
		indicator: 'C08',
		period: 'FY2026-Q2',
		author: 'officer',
		what: 'Two venues opened this quarter, none of them in West.',
		soWhat: 'The borough is on track while West is not.',
		nowWhat: 'Three halls in West have been asked.'
	},
	{
		edition: Q.q2,
		indicator: 'C08',
		area: 'WLOC04',
		period: 'FY2026-Q2',
		author: 'officer',
		what: 'West has fewer venues than planned.',
		cause: 'No hall in West can open every week',
		nowWhat: 'Three halls have been asked to share the week.'
	},
	{
		edition: Q.q2,
		indicator: 'T16',
		period: 'FY2026-Q2',
		author: 'officer',
		what: 'Seven in ten members of staff are trained.',
		nowWhat: 'Training moves to managers who have not begun.'
	}
];

/** Words of the correction's own edition. */
export const correctedWords: Words = {
	edition: '2026-27-q1-correction',
	indicator: 'Y08',
	period: 'FY2026-Q1',
	author: 'second-officer',
	what: 'Fewer young people took part than planned, most of all in North. One programme had been counted twice.',
	soWhat: 'The shortfall is larger than first published.',
	nowWhat: 'A joint post with the youth service is being agreed.',
	cause: 'The summer programme in Bloxwich did not recruit a leader'
};

export interface Promise {
	edition: string;
	indicator: string;
	area?: string;
	promise: string;
	owner: string | null;
	dueOn: string | null;
	by: string;
	reports?: readonly { on: string; state: ActionState; outcome: string | null }[];
}

export const promises: readonly Promise[] = [
	{
		edition: Q.q4,
		indicator: 'Y08',
		promise: 'Recruit a leader for the summer programme in Bloxwich',
		owner: 'Head of youth services',
		dueOn: '2026-06-30',
		by: 'second-officer',
		reports: [
			{
				on: '2026-08-10',
				state: 'not done',
				outcome: 'The post was advertised twice and nobody was appointed.'
			}
		]
	},
	{
		edition: Q.q1,
		indicator: 'Y08',
		promise: 'Agree a joint post with the youth service',
		owner: 'Head of youth services',
		dueOn: '2026-09-30',
		by: 'second-officer',
		reports: [
			{ on: '2026-09-05', state: 'under way', outcome: null },
			{
				on: '2026-11-12',
				state: 'done',
				outcome: 'Agreed six weeks late; the post begins in February.'
			}
		]
	},
	{
		edition: Q.q2,
		indicator: 'Y08',
		promise: 'Open the North programme with the joint post',
		owner: 'Head of youth services',
		dueOn: '2027-02-28',
		by: 'second-officer'
	},
	{
		edition: Q.q1,
		indicator: 'W02',
		promise: 'Find a second venue for both courses',
		owner: 'Cohesion manager',
		dueOn: '2026-10-31',
		by: 'officer',
		reports: [{ on: '2026-10-20', state: 'done', outcome: 'A library has offered two rooms.' }]
	},
	{
		edition: Q.q2,
		indicator: 'W02',
		promise: 'Move both courses to the library from January',
		owner: 'Cohesion manager',
		dueOn: '2027-01-31',
		by: 'officer'
	},
	{
		edition: Q.q1,
		indicator: 'T17',
		promise: 'Book a second supplier of interpreters',
		owner: 'Director, customer services',
		dueOn: '2026-09-30',
		by: 'officer',
		reports: [
			{ on: '2026-10-06', state: 'not done', outcome: 'No money was found for a second contract.' }
		]
	},
	{
		edition: Q.q2,
		indicator: 'T17',
		promise: 'Ask members to support a second supplier',
		owner: null,
		dueOn: '2026-12-10',
		by: 'officer'
	},
	{
		edition: Q.q4,
		indicator: 'Y05',
		promise: 'Visit the ten schools with the widest gap',
		owner: 'Head of school improvement',
		dueOn: '2026-10-15',
		by: 'second-officer',
		reports: [
			{ on: '2026-09-20', state: 'under way', outcome: 'Six of ten schools have been visited.' }
		]
	},
	{
		edition: Q.q2,
		indicator: 'C08',
		area: 'WLOC04',
		promise: 'Ask three halls in West to share the week',
		owner: 'Cohesion manager',
		dueOn: '2027-01-15',
		by: 'officer'
	},
	{
		edition: Q.q4,
		indicator: 'C08',
		area: 'WLOC04',
		promise: 'Open one venue in West',
		owner: 'Cohesion manager',
		dueOn: '2026-09-30',
		by: 'officer',
		reports: [{ on: '2026-10-02', state: 'stopped', outcome: 'The hall was sold.' }]
	},
	{
		edition: Q.q1,
		indicator: 'C11',
		promise: 'Offer activities on two evenings a week',
		owner: 'Community development lead',
		dueOn: null,
		by: 'officer'
	},
	{
		edition: Q.q1,
		indicator: 'L03',
		promise: 'Train staff of two more reporting centres',
		owner: 'Community safety manager',
		dueOn: '2026-10-30',
		by: 'second-officer'
	}
];
