// A published sentence: its text and the stored judgements it rests on, so that a reader can follow it
// to the test behind it, and a revision can list the sentences that it makes untrue.

export interface Sentence {
	text: string;
	/** Ids of stored judgements; empty for a sentence that only states figures. */
	judgements: number[];
}

/** A sentence that states figures and rests on no test. */
export function statement(text: string): Sentence {
	return { text, judgements: [] };
}

/** A sentence that rests on one stored judgement. */
export function judged(text: string, judgement: { id: number }): Sentence {
	return { text, judgements: [judgement.id] };
}

/** Several sentences as one paragraph; absent ones are left out. */
export function together(sentences: readonly (Sentence | undefined)[]): Sentence {
	const present = sentences.filter((sentence) => sentence !== undefined);
	return {
		text: present.map((sentence) => sentence.text).join(' '),
		judgements: present.flatMap((sentence) => sentence.judgements)
	};
}

/** "Borough" → "borough" inside a sentence; names and abbreviations keep their capitals. */
export function uncapitalised(text: string): string {
	return /^[A-Z][a-z' -]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
	if (words.length <= 1) return words[0] ?? '';
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
