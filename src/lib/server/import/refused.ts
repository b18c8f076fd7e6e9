/** A file that cannot be read at all: one sentence that says what it is and what to do. */
export class FileRefused extends Error {
	override name = 'FileRefused';
}
