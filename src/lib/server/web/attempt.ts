import { fail, type ActionFailure } from '@sveltejs/kit';
import { Refused } from '../workflow/refused.ts';
import { text as cut } from './form.ts';

export interface Failed<Form> {
	message: string;
	field?: string | undefined;
	/** What had been filled in; never a password. */
	form: Form;
}

/** Does the work of a form; a refusal gives the filled form back with its sentence (400). */
export async function attempt<Done, Form>(
	form: Form,
	work: () => Promise<Done>
): Promise<Done | ActionFailure<Failed<Form>>> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return fail(400, { message: error.message, field: error.field, form });
	}
}

/** One text of a form, whole, without the spaces around it; '' where it is missing or a file. */
export const text = (form: FormData, name: string): string => cut(form, name, Infinity);
