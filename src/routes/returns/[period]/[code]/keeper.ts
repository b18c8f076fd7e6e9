import type { EntryRow } from '$lib/domain/entry/row.ts';
import type { SeenCell } from './shape.ts';
import type { TheirWords, Words } from './words.svelte.ts';

// Sends cells to the server, and keeps on the device what has not arrived there.

export interface Kept {
	rows: { row: EntryRow; revision: number }[];
	words: Words | null;
}

export type Answer =
	| {
			kind: 'saved';
			cells: SeenCell[];
			conflicts: { theirs: SeenCell }[];
			words: TheirWords | undefined;
			wordsConflict: boolean;
			savedAt: string;
	  }
	| { kind: 'refused'; message: string }
	| { kind: 'unreachable' };

/** The return as it is held, whoever wrote it. */
export interface There {
	cells: SeenCell[];
	words: TheirWords | null;
}

export class Keeper {
	private readonly address: string;
	private readonly name: string;

	/** @param person whose draft it is: nobody else on the device goes on with it */
	constructor(address: string, person: string) {
		this.address = address;
		this.name = `draft of ${address} by ${person}`;
	}

	/** What an earlier visit could not send. */
	kept(): Kept | undefined {
		try {
			const text = localStorage.getItem(this.name);
			return text === null ? undefined : (JSON.parse(text) as Kept);
		} catch {
			return undefined;
		}
	}

	keep(kept: Kept): void {
		try {
			if (kept.rows.length === 0 && !kept.words) localStorage.removeItem(this.name);
			else localStorage.setItem(this.name, JSON.stringify(kept));
		} catch {
			// A browser that keeps nothing still sends what is typed.
		}
	}

	async send(body: unknown): Promise<Answer> {
		const response = await this.ask({ method: 'POST', body: JSON.stringify(body) });
		if (!response) return { kind: 'unreachable' };
		const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
		if (response.ok) return { kind: 'saved', ...said } as Answer;
		const message = typeof said['message'] === 'string' ? said['message'] : SIGN_IN;
		return { kind: 'refused', message };
	}

	async look(): Promise<There | undefined> {
		const response = await this.ask({ method: 'GET' });
		if (!response?.ok) return undefined;
		return (await response.json().catch(() => undefined)) as There | undefined;
	}

	private async ask(init: RequestInit): Promise<Response | undefined> {
		const headers = { 'content-type': 'application/json', accept: 'application/json' };
		try {
			// Signed out, the server leads to the sign-in page: that is no answer to this.
			const response = await fetch(this.address, { ...init, headers, redirect: 'manual' });
			return response.type === 'opaqueredirect' ? new Response('{}', { status: 401 }) : response;
		} catch {
			return undefined;
		}
	}
}

const SIGN_IN =
	'You are signed out. Your figures are kept on this device: sign in again to send them.';
