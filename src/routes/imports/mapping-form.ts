import type { Marks } from '$lib/domain/import/cell.ts';
import { LEAVE_OUT, type Mapping } from '$lib/domain/import/mapping.ts';
import { text } from '$lib/server/web/form.ts';
import { KINDS, ROLES, STATES } from './form-words.ts';

// What a form says about a file; anything that is not one of the choices is passed over.

/** The mapping that a form says, on top of what was said before. */
export function mappingIn(form: FormData, before: Mapping = {}): Mapping {
	const sheet = text(form, 'sheet', 100);
	const indicator = text(form, 'indicator', 20);
	const period = text(form, 'period', 60);
	const periodKind = KINDS.find(([kind]) => kind === text(form, 'kind', 20))?.[0];
	const columns = columnsIn(form);
	const only = onlyIn(form);
	const leaveOut = LEAVE_OUT.filter((reason) => form.getAll('leave-out').includes(reason));
	return {
		...(sheet && { sheet }),
		...(indicator && { indicator }),
		...(period && { period }),
		...(periodKind && { periodKind }),
		...((columns ?? before.columns) && { columns: columns ?? before.columns }),
		...(only.length > 0 && { only }),
		...(form.get('count') === 'on' && { count: true }),
		...(leaveOut.length > 0 && { leaveOut }),
		marks: { ...before.marks, ...marksIn(form) }
	};
}

function columnsIn(form: FormData): Mapping['columns'] {
	const headers = form.getAll('header').filter((one) => typeof one === 'string');
	if (headers.length === 0) return undefined;
	const roles = form.getAll('role');
	return headers.flatMap((header, at) => {
		const role = ROLES.find(([name]) => name === roles[at])?.[0];
		return role ? [{ header, role }] : [];
	});
}

function onlyIn(form: FormData): { header: string; is: string }[] {
	const [header, is] = [text(form, 'only-header', 300), text(form, 'only-is', 300)];
	return header === '' ? [] : [{ header, is }];
}

function marksIn(form: FormData): Marks {
	const marks = form.getAll('mark');
	const states = form.getAll('mark-state');
	return Object.fromEntries(
		marks.flatMap((mark, at) => {
			const state = STATES.find((one) => one === states[at]);
			const name = typeof mark === 'string' ? mark.trim().toLowerCase().slice(0, 40) : '';
			return state && name !== '' ? [[name, state]] : [];
		})
	);
}
