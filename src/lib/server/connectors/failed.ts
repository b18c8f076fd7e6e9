/** A pull that cannot go on: a sentence for the person who asked for it, with what to do. */
export class PullFailed extends Error {
	override name = 'PullFailed';
}

/** It may work the next time: the connection broke, or the service said so. */
export class Passing extends PullFailed {
	override name = 'Passing';
	/** How long the service wants to be left alone. */
	readonly retryAfterMs: number | undefined;

	constructor(message: string, retryAfterMs?: number) {
		super(message);
		this.retryAfterMs = retryAfterMs;
	}
}
