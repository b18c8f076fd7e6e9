import { answer, entryOf, type Entry } from './entry.ts';
import { mayKeep } from './rules.ts';
import { createStore } from './store.ts';

// Complete public answers, kept while the publication is unchanged. Requests for a page that is just
// being made wait for it instead of making it again.

export interface PageCache {
	respond(asked: Asked): Promise<Response>;
	bytes(): number;
}

export interface Asked {
	key: string;
	/** What is published; when it changes, everything kept is dropped. */
	stamp: string;
	request: Pick<Request, 'method' | 'headers'>;
	render: () => Promise<Response>;
}

export function createPageCache(limit: number): PageCache {
	const kept = createStore<Entry>(limit);
	const making = new Map<string, Promise<Entry | undefined>>();
	let stampOfKept = '';

	function renew(stamp: string): void {
		if (stamp === stampOfKept) return;
		stampOfKept = stamp;
		kept.clear();
		making.clear();
	}

	/** Makes the page; the answer itself when it may not be kept. */
	async function make({ key, stamp, request, render }: Asked): Promise<Entry | Response> {
		let settle: (entry: Entry | undefined) => void = () => {};
		const settled = new Promise<Entry | undefined>((resolve) => (settle = resolve));
		making.set(key, settled);
		let entry: Entry | undefined;
		try {
			const response = await render();
			if (!mayKeep(response)) return response;
			const made = await entryOf(response);
			// An endpoint may answer HEAD without making the body: that says nothing about a GET.
			if (request.method === 'HEAD' && made.body.length === 0) return new Response(null, response);
			entry = made;
			if (stamp === stampOfKept) kept.set(key, entry, entry.body.length);
			return entry;
		} finally {
			if (making.get(key) === settled) making.delete(key);
			settle(entry);
		}
	}

	return {
		async respond(asked) {
			const { key, stamp, request } = asked;
			renew(stamp);
			// Nothing is awaited between looking and making: two who ask together must not both make.
			const pending = making.get(key);
			const ready = kept.get(key) ?? (pending && (await pending));
			const made = ready ?? (await make(asked));
			if (made instanceof Response) return made;
			return answer(made, request, (bytes) => kept.grow(key, bytes));
		},
		bytes: kept.bytes
	};
}
