import { cadenceTitles } from '$lib/domain/collection/cadence.ts';
import type { CollectionRule } from '$lib/domain/collection/rule.ts';
import type { Expected } from '$lib/domain/entry/expected.ts';
import { date, dateTime } from '$lib/domain/format.ts';
import type { Duty } from '$lib/server/db/duties.ts';
import { areaWords } from './choices.ts';
import type { Row } from '$lib/ui/table.ts';

// How an indicator is collected, in words, and what was changed.

const range = ({ lower, upper }: Expected): string => `${lower} to ${upper}`;

function expectedWords({ expected: { from, whole, part, reason } }: CollectionRule): string {
	if (from === 'history') return 'From the history of each place, once it has six figures.';
	if (from === 'off' || !whole) return `None. ${reason}`;
	const parts = part ? `each part ${range(part)}` : 'the parts from their history';
	return `Walsall ${range(whole)}; ${parts}. ${reason}`;
}

export const ruleFacts = (rule: CollectionRule) => [
	{ term: 'Collected', fact: rule.isCollected ? cadenceTitles[rule.cadence] : 'Not collected' },
	{
		term: 'Due',
		fact: `${rule.dueDays} days after the period ends; closed after ${rule.lockDays}`
	},
	{ term: 'Places', fact: placesIn(rule) },
	{
		term: 'Check',
		fact: rule.skipsAssurance
			? 'Goes straight to approval'
			: 'A second officer checks it before approval'
	},
	{ term: 'Expected range', fact: expectedWords(rule) }
];

function placesIn({ areas, hasUnknown, isAdditive }: CollectionRule): string {
	const unknown = hasUnknown ? ', and a row for postcodes not known' : '';
	const sum = isAdditive ? '. The parts add up to Walsall' : '';
	return `${areaWords[areas]}${unknown}${sum}`;
}

/** Owner and deputies of the indicator, its own and those of its themes. */
export function answering(
	duties: readonly Duty[],
	{ code, themes }: { code: string; themes: readonly string[] }
) {
	const own = duties.filter(
		({ indicator, theme, isDisabled }) =>
			!isDisabled && (indicator === code || (theme !== null && themes.includes(theme)))
	);
	const names = (duty: Duty['duty']) =>
		[...new Set(own.filter((one) => one.duty === duty).map(({ name }) => name))].join(', ') ||
		'Nobody yet';
	return [
		{ term: 'Owner', fact: names('owner'), href: '/duties' },
		{ term: 'Deputy', fact: names('deputy'), href: '/duties' },
		{ term: 'Approver', fact: names('approver'), href: '/duties' }
	];
}

const boxWords: Readonly<Record<string, string>> = {
	...{ collected: 'Collected', cadence: 'How often', dueDays: 'Due after days' },
	...{ lockDays: 'Closed after days', areas: 'Places', unknown: 'Unknown postcodes' },
	...{ additive: 'Parts add up', assurance: 'Second officer checks', groups: 'Groups' },
	...{ expected: 'Expected range', lower: 'Least', upper: 'Most', partLower: 'Least, each part' },
	...{ partUpper: 'Most, each part', expectedReason: 'Why this range', period: 'Period' },
	...{ dueOn: 'Due on', locksOn: 'Closed on', datesMoved: 'Dates that moved' },
	takenOut: 'Periods taken out'
};

interface Recorded {
	at: Date;
	actor_name: string;
	action: string;
	before: unknown;
	after: unknown;
	reason: string | null;
}

/** What was changed, newest first, from the audit. */
export const historyRows = (events: readonly Recorded[]): Row[] =>
	events.map((event) => ({
		cells: [
			dateTime(event.at),
			event.actor_name,
			`${event.action[0]?.toUpperCase()}${event.action.slice(1)}`,
			differences(boxes(event.before), boxes(event.after)),
			event.reason ?? ''
		]
	}));

type Boxes = Readonly<Record<string, unknown>>;
const boxes = (given: unknown): Boxes =>
	typeof given === 'object' && given !== null ? (given as Boxes) : {};

function differences(before: Boxes, after: Boxes): string {
	const names = Object.keys(boxWords).filter(
		(name) => said(before[name]) !== said(after[name]) || (name === 'period' && name in after)
	);
	const lines = names.map((name) => {
		const [old, now] = [said(before[name]), said(after[name])];
		const change = old === '' || old === now ? now : `${old} → ${now || 'none'}`;
		return `${boxWords[name]}: ${change || 'none'}`;
	});
	return lines.join('; ');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const said = (value: unknown): string =>
	typeof value === 'number'
		? value === 0
			? ''
			: String(value)
		: typeof value !== 'string'
			? ''
			: DAY.test(value)
				? date(value)
				: value;
