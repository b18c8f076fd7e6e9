import type { Db } from './client.ts';

// Which methods, in which version, made what is stored: for the analysts' documentation.

export interface JudgementMethod {
	kind: string;
	method: string;
	version: number;
	confidence: number;
}

/** Every method by which a judgement was made. */
export function judgementMethods(db: Db): Promise<JudgementMethod[]> {
	return db
		.selectFrom('judgements')
		.select(['kind', 'method', 'method_version as version', 'confidence'])
		.distinct()
		.orderBy('kind')
		.orderBy('method')
		.execute();
}

/** Every method of map classes, with the geographies and the largest number of classes. */
export function classMethods(db: Db) {
	return db
		.selectFrom('class_breaks')
		.select(({ fn }) => [
			'method',
			'vintage',
			fn.max<number>('version').as('version'),
			fn.max<number>(fn('cardinality', ['upper'])).as('classes')
		])
		.groupBy(['method', 'vintage'])
		.orderBy('method')
		.orderBy('vintage')
		.execute();
}

/** Owners' disclosure rules and how many definitions have each. */
export function disclosureRules(db: Db) {
	return db
		.selectFrom('indicator_versions')
		.select(({ fn }) => [
			'disclosure_rule as rule',
			'threshold',
			'hide_zero as hidesZero',
			'round_to as roundTo',
			fn.countAll<number>().as('indicators')
		])
		.groupBy(['disclosure_rule', 'threshold', 'hide_zero', 'round_to'])
		.orderBy('disclosure_rule')
		.orderBy('threshold')
		.execute();
}
