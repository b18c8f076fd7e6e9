/** What an approved proposal changed, for the record. */
export interface Applied {
	code: string;
	before: unknown;
	after: unknown;
}
