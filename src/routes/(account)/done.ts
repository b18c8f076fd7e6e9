/** What came of the form before: its address is led to with a name that says it. */
export const doneIn = (
	{ searchParams }: URL,
	words: Readonly<Record<string, string>>
): string | undefined => [...searchParams.keys()].map((key) => words[key]).find(Boolean);
