import { mayRepeat, PULL_WORDS } from '$lib/domain/connector/pull-state.ts';
import { SOURCES } from '$lib/domain/connector/source.ts';
import { dateTime } from '$lib/domain/format.ts';
import type { Import } from '$lib/server/db/imports.ts';
import type { Pull } from '$lib/server/db/pulls.ts';
import { STATE_WORDS } from '../../words.ts';

interface Answered {
	number: number;
	address: string;
	status: number;
	bytes: number;
}

/** A pull in words: what was asked, what came, and what it became. */
export function shown(pull: Pull, answers: readonly Answered[], made: Import | undefined) {
	const { name, licence, fields } = SOURCES[pull.source];
	return {
		id: pull.id,
		state: pull.state,
		isRunning: pull.state === 'running',
		headline: headline(pull),
		source: name,
		percent: Math.round(pull.progress * 100),
		message: pull.message,
		mayRepeat: mayRepeat(pull.state),
		facts: [
			{ term: 'Service', fact: name },
			{ term: 'Indicator', fact: pull.mapping.indicator ?? 'A column says it' },
			{ term: 'Licence', fact: licence || (pull.asked['licence'] ?? 'Not said') },
			{ term: 'Asked', fact: `${dateTime(pull.startedAt)} by ${pull.startedByName}` },
			...(pull.isLive ? [] : [{ term: 'Service asked', fact: 'Not the live one' }])
		],
		asked: fields.flatMap(({ name: field, label }) =>
			pull.asked[field] ? [{ term: label, fact: pull.asked[field] }] : []
		),
		answers: answers.map(({ number, address, status, bytes }) => ({
			...{ number, address },
			came: status === 304 ? 'As before' : `${Math.max(1, Math.round(bytes / 1024))} kB`
		})),
		made: made && { id: made.id, state: STATE_WORDS[made.state], figures: made.figures }
	};
}

function headline({ state, source, answers }: Pull): string {
	const { name } = SOURCES[source];
	switch (state) {
		case 'running':
			return `${name} is being asked`;
		case 'done':
			return `${answers} ${answers === 1 ? 'answer' : 'answers'} came and became an import`;
		case 'unchanged':
			return `${name} has nothing new`;
		case 'failed':
			return 'The pull did not work, and nothing was kept';
		case 'stopped':
			return `${PULL_WORDS.stopped}, and nothing was kept`;
	}
}
