// A least-recently-used store limited by bytes. A Map keeps its keys in order of insertion: what is
// read is inserted again, so the first key is always the one unused for longest.

export interface Store<T> {
	get(key: string): T | undefined;
	set(key: string, value: T, bytes: number): void;
	/** Counts bytes that a stored value gained since. */
	grow(key: string, bytes: number): void;
	clear(): void;
	bytes(): number;
}

/** Makes a store; a value larger than an eighth of the limit is not kept. */
export function createStore<T>(limit: number): Store<T> {
	const entries = new Map<string, { value: T; bytes: number }>();
	let total = 0;

	function drop(key: string): void {
		total -= entries.get(key)?.bytes ?? 0;
		entries.delete(key);
	}
	function shrink(): void {
		for (const key of entries.keys()) {
			if (total <= limit) return;
			drop(key);
		}
	}

	return {
		get(key) {
			const entry = entries.get(key);
			if (!entry) return undefined;
			entries.delete(key);
			entries.set(key, entry);
			return entry.value;
		},
		set(key, value, bytes) {
			drop(key);
			if (bytes > limit / 8) return;
			entries.set(key, { value, bytes });
			total += bytes;
			shrink();
		},
		grow(key, bytes) {
			const entry = entries.get(key);
			if (!entry) return;
			entry.bytes += bytes;
			total += bytes;
			shrink();
		},
		clear() {
			entries.clear();
			total = 0;
		},
		bytes: () => total
	};
}
