// Outlines of findings on top of any measure, by code: solid where it is one, dashed where possible.

export interface Found {
	cold: readonly string[];
	possible: readonly string[];
}

/** Findings as they lie on a map, with the drawing that their outlines are taken from. */
export interface FoundOn extends Found {
	/** Sprite of the neighbourhoods. */
	href: string;
	/** What a solid outline is called: "draft cold spot". */
	word: string;
}
