import type { EntryRow } from '$lib/domain/entry/row.ts';

// Undo and redo, box by box: a run of typing in one box is one step.

interface Change {
	key: string;
	before: EntryRow;
	after: EntryRow;
	/** Box of the run; empty once the run has ended. */
	field: string;
}

export class Steps {
	private done = $state<Change[]>([]);
	private undone = $state<Change[]>([]);

	get canUndo(): boolean {
		return this.done.length > 0;
	}
	get canRedo(): boolean {
		return this.undone.length > 0;
	}

	add(change: Change): void {
		const { key, field, after } = change;
		const last = this.done.at(-1);
		const isSameBox = last?.key === key && last.field === field && this.undone.length === 0;
		if (isSameBox) this.done[this.done.length - 1] = { ...last, after };
		else this.done.push(change);
		this.undone = [];
	}

	/** Ends the run of typing in a box: the next key there is a step of its own. */
	leave(): void {
		const last = this.done.at(-1);
		if (last) this.done[this.done.length - 1] = { ...last, field: '' };
	}

	/** The row as it was before the last step. */
	back(): { key: string; row: EntryRow } | undefined {
		const change = this.done.pop();
		if (!change) return undefined;
		this.undone.push(change);
		return { key: change.key, row: change.before };
	}

	forth(): { key: string; row: EntryRow } | undefined {
		const change = this.undone.pop();
		if (!change) return undefined;
		this.done.push(change);
		return { key: change.key, row: change.after };
	}
}
