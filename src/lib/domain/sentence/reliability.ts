import type { Grade, Reliability } from '../reliability.ts';
import { type Sentence, statement } from './sentence.ts';

// How far to trust a figure, in one line: the grade, and the weakest parts that set it.

const starts: Record<Grade, string> = {
	strong: 'Reliability: strong.',
	fair: 'Reliability: fair.',
	weak: 'Reliability: weak.',
	'not yet known': 'Reliability: not yet known. There is no figure.'
};

/** "Reliability: fair. The survey asked few people, so the range is wide." */
export function reliabilitySentence({ grade, parts }: Reliability): Sentence {
	const reasons = grade === 'strong' ? [] : parts.filter((part) => part.grade === grade);
	return statement([starts[grade], ...reasons.map(({ words }) => words)].join(' '));
}
