// A refusal is a sentence for the person who started a program: what is wrong and what to do.
// Command-line programs print it alone and end with code 1; anything else that is thrown is a fault.

export class Refusal extends Error {
	override name = 'Refusal';
}
