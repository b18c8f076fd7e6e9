import type { Framework } from '$lib/server/db/frameworks.ts';

/** The standing of a framework, as a word beside its title. */
export const standing: Record<Framework['status'], string> = {
	interim: 'Interim',
	proposed: 'Not confirmed',
	adopted: 'In force',
	retired: 'Retired'
};

/** "4 elements, 60 indicators linked", or that it is empty. */
export function sizeOf({ elements, indicators }: { elements: number; indicators: number }): string {
	if (elements === 0) return 'Empty so far';
	const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
	return `${count(elements, 'element', 'elements')}, ${count(indicators, 'indicator', 'indicators')} linked`;
}
