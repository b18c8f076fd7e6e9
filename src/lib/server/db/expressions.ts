import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';

// Typed fragments shared by queries.

/** Rows that the product held to be true at an instant: "as it stood on a date" is this condition. */
export function heldAt(table: 'observations' | 'judgements', at: string): Expression<SqlBool> {
	return sql<SqlBool>`${sql.ref(`${table}.held_from`)} <= ${at}
		and (${sql.ref(`${table}.held_to`)} is null or ${sql.ref(`${table}.held_to`)} > ${at})`;
}

/** `column in (values)`, and false rather than an SQL error for an empty list. */
export function isOneOf<DB, TB extends keyof DB>(
	eb: ExpressionBuilder<DB, TB>,
	column: string,
	values: readonly string[]
): Expression<SqlBool> {
	if (values.length === 0) return eb.lit(false) as unknown as Expression<SqlBool>;
	return sql<SqlBool>`${sql.ref(column)} in (${sql.join([...values])})`;
}
