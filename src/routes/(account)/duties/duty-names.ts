import type { Duty } from '$lib/domain/permission.ts';

/** Every duty, as it is offered. */
export const DUTIES: readonly Duty[] = [
	'owner',
	'deputy',
	'contributor',
	'approver',
	'deputy approver'
];
