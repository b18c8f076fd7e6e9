import type { EntryRow } from '$lib/domain/entry/row.ts';

// Undo and redo, box by box: a run of typing in one box is one step, and so is a block that was pasted.

interface Change {
	key: string;
	before: EntryRow;
	after: EntryRow;
	/** Box of the run; empty once the run has ended. */
	field: string;
	/** True: goes and comes with the change before it. */
	isJoined: boolean;
}

type To = { key: string; row: EntryRow };

export class Steps {
	private done = $state<Change[]>([]);
	private undone = $state<Change[]>([]);

	get canUndo(): boolean {
		return this.done.length > 0;
	}
	get canRedo(): boolean {
		return this.undone.length > 0;
	}

	get count(): number {
		return this.done.length;
	}

	add(change: Omit<Change, 'isJoined'>): void {
		const { key, field, after } = change;
		const last = this.done.at(-1);
		const isSameBox = last?.key === key && last.field === field && this.undone.length === 0;
		if (isSameBox) this.done[this.done.length - 1] = { ...last, after };
		else this.done.push({ ...change, isJoined: false });
		this.undone = [];
	}

	/** Ends the run of typing in a box: the next key there is a step of its own. */
	leave(): void {
		const last = this.done.at(-1);
		if (last) this.done[this.done.length - 1] = { ...last, field: '' };
	}

	/** Makes one step of all changes since there were so many. */
	join(before: number): void {
		this.done = this.done.map((one, i) => (i > before ? { ...one, isJoined: true } : one));
		this.leave();
	}

	/** The rows as they were before the last step. */
	back(): To[] {
		const change = this.done.pop();
		if (!change) return [];
		this.undone.push(change);
		const to = { key: change.key, row: change.before };
		return change.isJoined ? [to, ...this.back()] : [to];
	}

	forth(): To[] {
		const change = this.undone.pop();
		if (!change) return [];
		this.done.push(change);
		const to = { key: change.key, row: change.after };
		return this.undone.at(-1)?.isJoined ? [to, ...this.forth()] : [to];
	}
}
