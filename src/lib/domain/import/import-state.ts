// A file on its way to a return. What may follow what is one table; nothing is held before `accepted`,
// and even then the figures are only a return for somebody else to approve.

export type ImportState = 'received' | 'reading' | 'read' | 'refused' | 'accepted' | 'discarded';
export type ImportStep = 'read' | 'finish' | 'refuse' | 'interrupt' | 'accept' | 'discard';

const FROM: Readonly<Record<ImportStep, readonly ImportState[]>> = {
	read: ['received', 'read', 'refused'],
	finish: ['reading'],
	refuse: ['reading'],
	interrupt: ['reading'],
	accept: ['read'],
	discard: ['received', 'read', 'refused']
};

const TO: Readonly<Record<ImportStep, ImportState>> = {
	read: 'reading',
	finish: 'read',
	refuse: 'refused',
	interrupt: 'received',
	accept: 'accepted',
	discard: 'discarded'
};

/** States from which a step may be taken. */
export const fromStates = (step: ImportStep): readonly ImportState[] => FROM[step];

export const stateAfter = (step: ImportStep): ImportState => TO[step];

export const mayStep = (state: ImportState, step: ImportStep): boolean =>
	FROM[step].includes(state);

/** Nothing more happens to it. */
export const isDecided = (state: ImportState): boolean =>
	state === 'accepted' || state === 'discarded';
