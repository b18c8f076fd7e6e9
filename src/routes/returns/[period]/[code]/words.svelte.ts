// The commentary while somebody writes it: what of it is saved, and what somebody else wrote.

export interface Words {
	what: string;
	soWhat: string;
	nowWhat: string;
	revision: number;
}

export interface TheirWords extends Words {
	by: { name: string };
	at: string;
}

const FIELDS = ['what', 'soWhat', 'nowWhat'] as const;
export type WordsField = (typeof FIELDS)[number];

export const isWordsField = (name: string): name is WordsField =>
	(FIELDS as readonly string[]).includes(name);

export const isSame = (a: Words, b: Words): boolean =>
	FIELDS.every((field) => a[field].trim() === b[field].trim());

export class Wording {
	now = $state<Words>({ what: '', soWhat: '', nowWhat: '', revision: 0 });
	/** Written by somebody else since, and not what stands here. */
	clash = $state<TheirWords | undefined>();
	/** As the server has them. */
	held = $state<Omit<Words, 'revision'>>({ what: '', soWhat: '', nowWhat: '' });
	isDirty = false;

	constructor(words: Words, held: Words, theirs: TheirWords | undefined) {
		this.now = { ...words };
		this.held = said(held);
		if (!theirs) return;
		this.clash = theirs;
		// Sent again without a script, the form says that this writing has been seen.
		this.now.revision = theirs.revision;
	}

	say(field: WordsField, text: string): void {
		this.now = { ...this.now, [field]: text };
		this.isDirty = true;
	}

	/** Goes on from what this device kept. */
	resume(words: Words): void {
		this.now = words;
		this.isDirty = true;
	}

	/** Words to send: none while a conflict waits. */
	toSend(): Words | undefined {
		return this.isDirty && !this.clash ? { ...this.now } : undefined;
	}

	/** What the server holds, after it got `sent`. */
	landed(sent: Words, held: TheirWords, isConflict: boolean): void {
		if (isConflict) {
			this.clash = held;
			return;
		}
		this.held = said(held);
		this.now = { ...this.now, revision: held.revision };
		this.isDirty = !isSame(this.now, sent);
	}

	/** What somebody else wrote; true when it now stands here. */
	heard(held: TheirWords): boolean {
		if (held.revision <= this.now.revision || this.clash?.revision === held.revision) return false;
		if (isSame(this.now, held)) {
			this.now.revision = held.revision;
			return false;
		}
		if (this.isDirty) {
			this.clash = held;
			return false;
		}
		this.held = said(held);
		this.now = plain(held);
		return true;
	}

	settle(whose: 'theirs' | 'mine'): void {
		const theirs = this.clash;
		if (!theirs) return;
		this.clash = undefined;
		this.held = said(theirs);
		if (whose === 'theirs') this.now = plain(theirs);
		else this.now = { ...this.now, revision: theirs.revision };
		this.isDirty = whose === 'mine';
	}
}

const said = ({ what, soWhat, nowWhat }: Words) => ({ what, soWhat, nowWhat });

const plain = (words: TheirWords): Words => ({ ...said(words), revision: words.revision });
