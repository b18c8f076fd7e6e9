// Four priority areas and five emerging themes; an indicator may belong to several.

export interface Theme {
	code: string;
	kind: 'priority' | 'emerging';
	slug: string;
	title: string;
	strapline: string;
	position: number;
}
