import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { count, date, dateTime } from '$lib/domain/format.ts';
import type { SourceFile } from '$lib/domain/journey.ts';
import type { Origin } from '$lib/server/open-origin.ts';
import type { Given } from './given.ts';

// What is known of a figure's source and of the files that it came in.

export interface Fact {
	term: string;
	fact: string;
	href?: string | undefined;
}

export function sourceFacts(
	{ indicator, sources, defined, period }: Given,
	now: Figure | undefined
): Fact[] {
	const source = sources.get(now?.sourceId ?? indicator.sourceId ?? '');
	const definition = defined.findLast(({ valid_from }) => valid_from <= period.ends) ?? defined[0];
	return facts([
		['Source', source ? `${source.publisher}: ${source.title}` : indicator.sourceText, source?.url],
		['Published', source?.published],
		['Read on', source?.retrieved && date(source.retrieved)],
		['Licence', source?.licence],
		['About the source', source?.note],
		['Definition', definition && `Version ${definition.version}: ${definition.definition}`],
		['Note on the figure', now?.note]
	]);
}

export function originFacts({ file, how }: Origin): Fact[] {
	return facts([
		['File', `${file.title} (${file.path})`, `/open-data/${file.path}`],
		['Size', `${count(file.bytes)} bytes`],
		['SHA-256', file.sha256],
		['What was done', how],
		['To bear in mind', file.caveats]
	]);
}

export const fileFacts = (file: SourceFile): Fact[] =>
	facts([
		['File', file.name],
		['Size', `${count(file.bytes)} bytes`],
		['SHA-256', file.sha256],
		['From', file.from],
		['Address', file.address],
		['Licence', file.licence],
		['Extracted on', file.extractedOn && date(file.extractedOn)],
		['Sent', `${dateTime(file.receivedAt)}, by ${file.by}`],
		['Row in the file', file.row === null ? null : String(file.row)]
	]);

function facts(
	given: [term: string, fact: string | null | undefined, href?: string | null | undefined][]
): Fact[] {
	return given.flatMap(([term, fact, href]) =>
		fact ? [{ term, fact, ...(href && { href }) }] : []
	);
}
