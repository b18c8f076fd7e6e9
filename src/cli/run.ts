import { Refusal } from '../lib/server/refusal.ts';

/** Runs a command: a refusal is one sentence and code 1, a fault keeps its stack. */
export async function run(command: () => Promise<unknown>): Promise<void> {
	try {
		await command();
	} catch (error) {
		console.error(error instanceof Refusal ? error.message : error);
		process.exit(1);
	}
}

/** Prints what a command is doing. */
export const say = (message: string): void => console.log(message);
