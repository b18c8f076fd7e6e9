import { parse } from 'csv-parse/sync';
import { type Area, inForce } from '../../domain/area.ts';

// Checks the council's list of wards and localities before it replaces anything. Every fault is named
// with its line and what to do.

export interface Membership {
	ward: string;
	locality: string;
	evidence: string;
	line: number;
}

export interface LocalityList {
	members: Membership[];
	/** First day of the new membership. */
	from: string;
}

export interface Places {
	wards: readonly Area[];
	localities: readonly Area[];
}

export const COLUMNS = ['ward', 'locality', 'valid_from', 'evidence'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

export function checkLocalities(
	text: string,
	places: Places
): LocalityList | { problems: string[] } {
	const read = rowsOf(text);
	if ('problems' in read) return read;
	const from = read.rows[0]?.row.valid_from ?? '';
	const inForceThen = places.wards.filter((ward) => inForce(ward, from));
	const members: Membership[] = [];
	const problems = read.rows.flatMap(({ row, line }) => {
		const found = problemsOf(row, from, places, inForceThen);
		const locality = localityOf(row.locality, places);
		if (locality && found.length === 0) {
			members.push({ ward: row.ward, locality: locality.code, evidence: row.evidence, line });
		}
		return found.map((problem) => `line ${line}: ${problem}`);
	});
	const all = problems.length > 0 ? problems : wholeProblems(members, inForceThen);
	return all.length > 0 ? { problems: all } : { members, from };
}

function rowsOf(text: string): { rows: { row: Row; line: number }[] } | { problems: string[] } {
	try {
		const rows = parse(text, {
			columns: true,
			bom: true,
			trim: true,
			skip_empty_lines: true,
			info: true
		});
		const found = (rows as unknown as { record: Row; info: { lines: number } }[]).map(
			({ record, info }) => ({ row: record, line: info.lines })
		);
		const missing = COLUMNS.filter((column) => !(column in (found[0]?.row ?? {})));
		if (found.length > 0 && missing.length === 0) return { rows: found };
		return { problems: [`line 1: the columns must be ${COLUMNS.join(', ')}.`] };
	} catch (error) {
		return { problems: [`Not readable as CSV: ${(error as Error).message}`] };
	}
}

function problemsOf(row: Row, from: string, places: Places, wards: readonly Area[]): string[] {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(row.valid_from) || Number.isNaN(Date.parse(row.valid_from))) {
		return [`"${row.valid_from}" is not a date: write valid_from as 2026-05-07.`];
	}
	if (row.valid_from !== from) return [`every line must have the same valid_from (${from}).`];
	if (!localityOf(row.locality, places)) {
		const known = places.localities.map(({ code, name }) => `${name} (${code})`).join(', ');
		return [`"${row.locality}" is not a locality: use ${known}.`];
	}
	if (row.evidence === '') return ['evidence is empty: say who decided it and when.'];
	if (wards.some(({ code }) => code === row.ward)) return [];
	const other = places.wards.find(({ code }) => code === row.ward);
	return [
		other
			? `${row.ward} (${other.name}) was not in force on ${from}: use the wards of that day.`
			: `"${row.ward}" is not the code of a ward: codes look like E05016433.`
	];
}

function wholeProblems(members: readonly Membership[], wards: readonly Area[]): string[] {
	const missing = wards.filter(({ code }) => !members.some(({ ward }) => ward === code));
	const twice = members.filter(
		({ ward }, i) => members.findIndex((member) => member.ward === ward) !== i
	);
	return [
		...missing.map(({ code, name }) => `${code} (${name}) is missing: add a line for it.`),
		...twice.map(({ ward, line }) => `line ${line}: ${ward} is there already: keep one line.`)
	];
}

function localityOf(text: string, { localities }: Places): Area | undefined {
	const wanted = text.toLowerCase();
	return localities.find(({ code, name }) => [code, name].some((w) => w.toLowerCase() === wanted));
}
