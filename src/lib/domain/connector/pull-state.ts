// A pull on its way. Nothing of it is kept until all of it has come, so one that was cut off has left
// nothing behind: it is asked for again, or left as it is.

export type PullState = 'running' | 'done' | 'unchanged' | 'failed' | 'stopped';

export const PULL_WORDS: Readonly<Record<PullState, string>> = {
	running: 'Being pulled',
	done: 'Pulled',
	unchanged: 'Nothing new',
	failed: 'Did not work',
	stopped: 'Cut off'
};

/** It may be asked for again as it was. */
export const mayRepeat = (state: PullState): boolean => state !== 'running';
