/**
 * What a person asked for cannot be done: a sentence that says why and what to do, shown beside the
 * form (server/web/attempt.ts). Anything else that is thrown is a fault of ours.
 */
export class Refused extends Error {
	override name = 'Refused';
	/** The field of the form that is wrong. */
	readonly field: string | undefined;

	constructor(message: string, field?: string) {
		super(message);
		this.field = field;
	}
}
