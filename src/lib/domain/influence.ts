// How far the council can move a figure. Set per indicator by a named person; it starts as not set.

export const INFLUENCES = ['control', 'influence', 'context'] as const;
export type Influence = (typeof INFLUENCES)[number];

export const isInfluence = (text: string): text is Influence =>
	(INFLUENCES as readonly string[]).includes(text);

/** A context figure never takes a colour: nobody can answer for it. */
export const mayTakeColour = (influence: Influence | undefined): boolean => influence !== 'context';

export const influenceTitles: Record<Influence, string> = {
	control: 'Control',
	influence: 'Influence',
	context: 'Context'
};

/** What each word means, as a reader meets it. */
export const influenceWords: Record<Influence, string> = {
	control: 'The council’s own work decides this figure.',
	influence: 'The council can help to move this figure, with others.',
	context: 'The figure describes the place. It never takes a colour.'
};

export const NOT_SET = 'Not set';
