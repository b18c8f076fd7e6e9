// The six words against target, in the order in which they are always listed.

export type TargetStatus =
	'off track' | 'watch' | 'on track' | 'too early to tell' | 'no judgement' | 'no new data';

export const statusWords: Record<TargetStatus, string> = {
	'off track': 'Off track',
	watch: 'Watch',
	'on track': 'On track',
	'too early to tell': 'Too early to tell',
	'no judgement': 'No judgement',
	'no new data': 'No new data'
};

export const statusClass: Record<TargetStatus, string> = {
	'off track': 'st-off',
	watch: 'st-watch',
	'on track': 'st-on',
	'too early to tell': 'st-early',
	'no judgement': 'st-none',
	'no new data': 'st-none'
};
