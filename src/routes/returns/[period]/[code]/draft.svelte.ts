import { cellOf, type EntryRow, isBox, keyOf, rowOf } from '$lib/domain/entry/row.ts';
import { Keeper, type Answer } from './keeper.ts';
import type { SeenCell } from './shape.ts';
import { Steps } from './steps.svelte.ts';
import {
	isWordsField,
	type TheirWords,
	Wording,
	type Words,
	type WordsField
} from './words.svelte.ts';

// The return while somebody works on it in a browser: rows as typed, what of it is saved, what somebody
// else changed, and the way back. Without a script the same form works as a plain one.

export interface Clash {
	theirs: SeenCell;
}

export type Saving =
	| { kind: 'as opened' }
	| { kind: 'typing' }
	| { kind: 'saved'; at: string }
	| { kind: 'kept here' }
	| { kind: 'refused'; message: string };

const STUCK: Saving = {
	kind: 'refused',
	message: 'Something marked on this page has to be settled first. It is kept on this device.'
};

export interface Opened {
	cells: readonly SeenCell[];
	words: Words;
	/** Rows as a refused form held them. */
	rows?: readonly EntryRow[] | undefined;
	/** Writings of others that a refused form had not seen. */
	clashes?: readonly Clash[];
	/** As the server has them, where a refused form held others. */
	heldWords?: Words;
	theirWords?: TheirWords | undefined;
	/** A row as people call it. */
	name: (row: Pick<EntryRow, 'area' | 'breakdown'>) => string;
}

const AFTER_TYPING_MS = 700;
const LOOK_EVERY_MS = 5000;

export class Draft {
	rows = $state<Record<string, EntryRow>>({});
	revisions = $state<Record<string, number>>({});
	/** Rows as the server has them: the plain form sends what differs. */
	held = $state<Record<string, EntryRow>>({});
	by = $state<Record<string, { name: string; at: string }>>({});
	clashes = $state<Record<string, SeenCell>>({});
	saving = $state<Saving>({ kind: 'as opened' });
	/** What others wrote while this page was open, newest last. */
	news = $state<string[]>([]);
	readonly words: Wording;
	readonly steps = new Steps();
	private readonly name: Opened['name'];
	private dirty = new Set<string>();
	private timer: ReturnType<typeof setTimeout> | undefined;
	private keeper = $state<Keeper | undefined>();

	constructor({ cells, words, rows = [], clashes = [], heldWords, theirWords, name }: Opened) {
		this.name = name;
		this.words = new Wording(words, heldWords ?? words, theirWords);
		for (const cell of cells) this.adopt(cell);
		for (const row of rows) this.rows[keyOf(row)] = row;
		for (const { theirs } of clashes) {
			this.clashes[keyOf(theirs)] = theirs;
			// Sent again without a script, the form says that this writing has been seen.
			this.revisions[keyOf(theirs)] = theirs.revision;
		}
	}

	/** Is it saved while typing, or by the buttons of the plain form alone? */
	get isConnected(): boolean {
		return this.keeper !== undefined;
	}

	/** Begins saving while typing; gives the way to stop. */
	connect(keeper: Keeper): () => void {
		this.keeper = keeper;
		const kept = keeper.kept();
		for (const { row, revision } of kept?.rows ?? []) {
			const key = keyOf(row);
			if (!this.rows[key]) continue;
			this.rows[key] = row;
			this.revisions[key] = revision;
			this.dirty.add(key);
		}
		if (kept?.words) this.words.resume(kept.words);
		if (kept || this.dirty.size > 0 || this.words.isDirty) void this.flush();
		const poll = setInterval(() => void this.look(), LOOK_EVERY_MS);
		const back = () => void this.flush();
		addEventListener('online', back);
		return () => {
			clearInterval(poll);
			clearTimeout(this.timer);
			removeEventListener('online', back);
		};
	}

	/** What was typed before the script had come, by name of the box. */
	take(typed: ReadonlyMap<string, string>): void {
		for (const [name, text] of typed) {
			const at = name.lastIndexOf('.');
			const [key, field] = [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
			if (isWordsField(name)) this.words.say(name, text);
			else if (this.rows[key] && isBox(field)) this.edit(key, field, text);
		}
	}

	edit(key: string, field: keyof EntryRow, text: string): void {
		const before = this.rows[key];
		if (!before || before[field] === text) return;
		const after = { ...before, [field]: text } as EntryRow;
		this.steps.add({ key, before, after, field });
		this.set({ key, row: after });
	}

	undo(): void {
		for (const to of this.steps.back()) this.set(to);
	}

	redo(): void {
		for (const to of this.steps.forth()) this.set(to);
	}

	say(field: WordsField, text: string): void {
		this.words.say(field, text);
		this.later();
	}

	/** Settles a conflict: with what somebody else wrote, or with one's own. */
	settle(key: string, whose: 'theirs' | 'mine'): void {
		const theirs = this.clashes[key];
		if (!theirs) return;
		delete this.clashes[key];
		this.revisions[key] = theirs.revision;
		if (whose === 'theirs') {
			this.dirty.delete(key);
			this.adopt(theirs);
		} else this.dirty.add(key);
		this.later();
	}

	settleWords(whose: 'theirs' | 'mine'): void {
		this.words.settle(whose);
		this.later();
	}

	private set(to: { key: string; row: EntryRow }): void {
		this.rows[to.key] = to.row;
		this.dirty.add(to.key);
		this.later();
	}

	private adopt(cell: SeenCell): void {
		const key = keyOf(cell);
		this.rows[key] = rowOf(cell);
		this.held[key] = rowOf(cell);
		this.revisions[key] = cell.revision;
		if (cell.at) this.by[key] = { name: cell.by.name, at: cell.at };
	}

	private later(): void {
		if (!this.keeper) return;
		this.saving = { kind: 'typing' };
		this.keep();
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.flush(), AFTER_TYPING_MS);
	}

	/** On this device, until the server has it. */
	private keep(): void {
		const rows = [...this.dirty].flatMap((key) => {
			const row = this.rows[key];
			return row ? [{ row: { ...row }, revision: this.revisions[key] ?? 0 }] : [];
		});
		this.keeper?.keep({ rows, words: this.words.isDirty ? { ...this.words.now } : null });
	}

	private canSend(key: string): boolean {
		const row = this.rows[key];
		return row !== undefined && !this.clashes[key] && Object.keys(cellOf(row).wrong).length === 0;
	}

	private async flush(): Promise<void> {
		const keys = [...this.dirty].filter((key) => this.canSend(key));
		const words = this.words.toSend();
		if (!this.keeper) return;
		if (keys.length === 0 && !words) {
			const isStuck = this.dirty.size > 0 || this.words.clash !== undefined;
			if (isStuck && this.saving.kind === 'typing') this.saving = STUCK;
			return;
		}
		const sent = new Map(keys.map((key) => [key, this.rows[key] as EntryRow]));
		const cells = [...sent].map(([key, row]) => ({ ...row, revision: this.revisions[key] ?? 0 }));
		const answer = await this.keeper.send({ cells, ...(words && { words }) });
		if (answer.kind === 'unreachable') this.saving = { kind: 'kept here' };
		else if (answer.kind === 'refused') this.saving = answer;
		else this.landed(answer, sent, words);
	}

	private landed(
		{ cells, conflicts, words, wordsConflict, savedAt }: Extract<Answer, { kind: 'saved' }>,
		sent: ReadonlyMap<string, EntryRow>,
		said: Words | undefined
	): void {
		for (const { theirs } of conflicts) this.clashes[keyOf(theirs)] = theirs;
		for (const cell of cells) {
			const key = keyOf(cell);
			const mine = sent.get(key);
			if (!mine || this.clashes[key]) continue;
			this.revisions[key] = cell.revision;
			this.held[key] = rowOf(cell);
			this.by[key] = { name: cell.by.name, at: cell.at };
			// Typed on since it was sent: saved again, on the new revision.
			if (this.rows[key] === mine) this.dirty.delete(key);
		}
		if (said && words) this.words.landed(said, words, wordsConflict);
		this.keep();
		this.saving = { kind: 'saved', at: savedAt };
		const isWaiting = [...this.dirty].some((key) => this.canSend(key));
		if (isWaiting || this.words.toSend()) this.later();
		else if (this.dirty.size > 0 || this.words.clash) this.saving = STUCK;
	}

	/** What have others written? */
	private async look(): Promise<void> {
		if (!this.keeper || document.hidden) return;
		if (this.saving.kind === 'kept here') return this.flush();
		const there = await this.keeper.look();
		if (!there) return;
		for (const cell of there.cells) {
			const key = keyOf(cell);
			if (cell.revision <= (this.revisions[key] ?? 0)) continue;
			if (this.dirty.has(key)) this.clashes[key] = cell;
			else {
				this.adopt(cell);
				this.tell(`${cell.by.name} changed ${this.name(cell)}.`);
			}
		}
		if (there.words && this.words.heard(there.words)) {
			this.tell(`${there.words.by.name} changed the commentary.`);
		}
	}

	private tell(line: string): void {
		this.news = [...this.news.slice(-4), line];
	}
}
