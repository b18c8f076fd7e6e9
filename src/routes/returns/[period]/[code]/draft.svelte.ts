import { cellOf, type EntryRow, rowOf } from '$lib/domain/entry/row.ts';
import { Keeper, type Answer } from './keeper.ts';
import type { SeenCell } from './shape.ts';

// The return while somebody works on it in a browser: rows as typed, what of it is saved, what somebody
// else changed, and the way back. Without a script the same form works as a plain one.

export interface DraftWords {
	what: string;
	soWhat: string;
	nowWhat: string;
	revision: number;
}

export interface Clash {
	area: string;
	theirs: SeenCell;
}

export type Saving =
	| { kind: 'as opened' }
	| { kind: 'typing' }
	| { kind: 'saved'; at: string }
	| { kind: 'kept here' }
	| { kind: 'refused'; message: string };

interface Change {
	area: string;
	before: EntryRow;
	after: EntryRow;
	field: string;
}

export interface Opened {
	cells: readonly SeenCell[];
	words: DraftWords;
	/** Rows as a refused form held them. */
	rows?: readonly EntryRow[] | undefined;
	/** Writings of others that a refused form had not seen. */
	clashes?: readonly Clash[];
}

const AFTER_TYPING_MS = 700;

export class Draft {
	rows = $state<Record<string, EntryRow>>({});
	revisions = $state<Record<string, number>>({});
	by = $state<Record<string, { name: string; at: string }>>({});
	words = $state<DraftWords>({ what: '', soWhat: '', nowWhat: '', revision: 0 });
	clashes = $state<Record<string, SeenCell>>({});
	saving = $state<Saving>({ kind: 'as opened' });
	/** What others wrote while this page was open, newest last. */
	news = $state<string[]>([]);
	private done = $state<Change[]>([]);
	private undone = $state<Change[]>([]);
	private dirty = new Set<string>();
	private wordsDirty = false;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private keeper: Keeper | undefined;

	constructor({ cells, words, rows = [], clashes = [] }: Opened) {
		for (const cell of cells) this.adopt(cell);
		this.words = { ...words };
		for (const row of rows) this.rows[row.area] = row;
		for (const { area, theirs } of clashes) {
			this.clashes[area] = theirs;
			// Sent again without a script, the form says that this writing has been seen.
			this.revisions[area] = theirs.revision;
		}
	}

	get canUndo(): boolean {
		return this.done.length > 0;
	}
	get canRedo(): boolean {
		return this.undone.length > 0;
	}

	/** Begins saving while typing; gives the way to stop. */
	connect(address: string): () => void {
		const keeper = new Keeper(address);
		this.keeper = keeper;
		const kept = keeper.kept();
		for (const { row, revision } of kept?.rows ?? []) {
			if (!this.rows[row.area]) continue;
			this.rows[row.area] = row;
			this.revisions[row.area] = revision;
			this.dirty.add(row.area);
		}
		if (kept?.words) [this.words, this.wordsDirty] = [kept.words, true];
		if (kept) void this.flush();
		const poll = setInterval(() => void this.look(), 5000);
		const back = () => void this.flush();
		addEventListener('online', back);
		return () => {
			clearInterval(poll);
			clearTimeout(this.timer);
			removeEventListener('online', back);
		};
	}

	edit(area: string, field: keyof EntryRow, text: string): void {
		const before = this.rows[area];
		if (!before || before[field] === text) return;
		const after = { ...before, [field]: text } as EntryRow;
		const last = this.done.at(-1);
		const isSameBox = last?.area === area && last.field === field && this.undone.length === 0;
		if (isSameBox) this.done[this.done.length - 1] = { ...last, after };
		else this.done.push({ area, before, after, field });
		this.undone = [];
		this.set(area, after);
	}

	/** Ends the run of typing in a box: the next key there is a change of its own. */
	leave(): void {
		const last = this.done.at(-1);
		if (last) this.done[this.done.length - 1] = { ...last, field: '' };
	}

	undo(): string | undefined {
		const change = this.done.pop();
		if (!change) return undefined;
		this.undone.push(change);
		this.set(change.area, change.before);
		return change.area;
	}

	redo(): string | undefined {
		const change = this.undone.pop();
		if (!change) return undefined;
		this.done.push(change);
		this.set(change.area, change.after);
		return change.area;
	}

	say(field: 'what' | 'soWhat' | 'nowWhat', text: string): void {
		this.words = { ...this.words, [field]: text };
		this.wordsDirty = true;
		this.later();
	}

	/** Settles a conflict: with what somebody else wrote, or with one's own. */
	settle(area: string, whose: 'theirs' | 'mine'): void {
		const theirs = this.clashes[area];
		if (!theirs) return;
		delete this.clashes[area];
		if (whose === 'theirs') {
			this.dirty.delete(area);
			this.adopt(theirs);
			this.keep();
			return;
		}
		this.revisions[area] = theirs.revision;
		this.dirty.add(area);
		this.later();
	}

	private set(area: string, row: EntryRow): void {
		this.rows[area] = row;
		this.dirty.add(area);
		this.later();
	}

	private adopt(cell: SeenCell): void {
		this.rows[cell.area] = rowOf(cell);
		this.revisions[cell.area] = cell.revision;
		if (cell.at) this.by[cell.area] = { name: cell.by.name, at: cell.at };
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
		const rows = [...this.dirty].flatMap((area) => {
			const row = this.rows[area];
			return row ? [{ row: { ...row }, revision: this.revisions[area] ?? 0 }] : [];
		});
		this.keeper?.keep({ rows, words: this.wordsDirty ? { ...this.words } : null });
	}

	private async flush(): Promise<void> {
		const areas = [...this.dirty].filter((area) => {
			const row = this.rows[area];
			return row && !this.clashes[area] && Object.keys(cellOf(row).wrong).length === 0;
		});
		if (!this.keeper || (areas.length === 0 && !this.wordsDirty)) return;
		const sent = new Map(areas.map((area) => [area, this.rows[area] as EntryRow]));
		const words = this.wordsDirty ? { ...this.words } : undefined;
		const cells = [...sent.values()].map((row) => ({
			...row,
			revision: this.revisions[row.area] ?? 0
		}));
		const answer = await this.keeper.send({ cells, ...(words && { words }) });
		if (answer.kind === 'unreachable') this.saving = { kind: 'kept here' };
		else if (answer.kind === 'refused') this.saving = answer;
		else this.landed(answer, sent, words);
	}

	private landed(
		{ cells, conflicts, words, wordsConflict, savedAt }: Extract<Answer, { kind: 'saved' }>,
		sent: ReadonlyMap<string, EntryRow>,
		said: DraftWords | undefined
	): void {
		for (const { area, theirs } of conflicts) this.clashes[area] = theirs;
		for (const cell of cells) {
			const mine = sent.get(cell.area);
			if (mine && !this.clashes[cell.area]) {
				this.revisions[cell.area] = cell.revision;
				this.by[cell.area] = { name: cell.by.name, at: cell.at };
				// Typed on since it was sent: saved again, on the new revision.
				if (this.rows[cell.area] === mine) this.dirty.delete(cell.area);
			}
		}
		if (said && words) {
			if (wordsConflict) this.news.push(`${words.by.name} wrote commentary too: “${words.what}”`);
			this.words = { ...this.words, revision: words.revision };
			const isSame = (['what', 'soWhat', 'nowWhat'] as const).every(
				(field) => this.words[field].trim() === said[field].trim()
			);
			this.wordsDirty = wordsConflict || !isSame;
		}
		this.keep();
		this.saving = { kind: 'saved', at: savedAt };
		if (this.dirty.size > 0 && Object.keys(this.clashes).length === 0) this.later();
	}

	/** What have others written? */
	private async look(): Promise<void> {
		if (!this.keeper || document.hidden) return;
		if (this.saving.kind === 'kept here') return this.flush();
		const there = await this.keeper.look();
		if (!there) return;
		for (const cell of there.cells) {
			const { area } = cell;
			if (cell.revision <= (this.revisions[area] ?? 0)) continue;
			if (this.dirty.has(area)) this.clashes[area] = cell;
			else {
				this.adopt(cell);
				this.news = [...this.news.slice(-4), `${cell.by.name} changed a row: ${area}`];
			}
		}
	}
}
