import type { ColumnType } from 'kysely';

// Instants as the driver gives them and as they are written. `pg` gives dates as Date too; client.ts
// makes it return SQL dates as 'YYYY-MM-DD' strings, so a period never shifts with the server's time zone.

export type Instant = ColumnType<Date, Date | string, Date | string>;
export type OpenEnd = ColumnType<
	Date | null,
	Date | string | null | undefined,
	Date | string | null
>;
