// What every stored judgement says of itself.

export interface Common {
	/** Stored id: published sentences link to their judgement. */
	id: number;
	indicator: string;
	area: string;
	breakdown: string;
	period: string;
	difference: number | null;
	lower: number | null;
	upper: number | null;
	p: number | null;
	confidence: number;
	method: string;
	methodVersion: number;
}
