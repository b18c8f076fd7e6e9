import { plainName, type Gazetteer } from './area-text.ts';
import { readPeriod } from './period-text.ts';
import { LEVELS, type Sheet } from './sheet.ts';

// What each column of a sheet holds. It is guessed from the words of the header, and a person may say
// otherwise; the answer is kept as a template for the next file of that sender.

export type Role =
	| 'area code'
	| 'area name'
	| 'period'
	| 'period part'
	| 'indicator'
	| 'sex'
	| 'age'
	| 'group'
	| 'flag'
	| 'note'
	| Measure
	| 'ignore';

/** Columns that hold figures. */
export type Measure = 'numerator' | 'denominator' | 'value' | 'lower' | 'upper';

export interface Column {
	readonly header: string;
	readonly role: Role;
	/** In a wide sheet the header also says which period, area or indicator its figures are of. */
	readonly period?: string;
	readonly area?: string;
	readonly indicator?: string;
	/** Header words that name a group, e.g. Women. */
	readonly sex?: string;
}

/** Words of headers, the most telling first; read on the last level of a header, in small letters. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
	// How many observations stand behind a line of an interface's answer.
	['ignore', /^record (count|offset)$/],
	[
		'lower',
		/\b(lower|lci|ll|low)\b.*(ci|95|limit|confidence|interval|bound)|\b(lci|lower|lowerci|lower95|ll)\b(?! (layer|tier))/
	],
	[
		'upper',
		/\b(upper|uci|ul|high)\b.*(ci|95|limit|confidence|interval|bound)|\b(uci|upper|upperci|upper95|ul)\b/
	],
	['flag', /\b(flag|status|obs status|marker|shorthand|value note|suppression)\b/],
	['note', /\b(notes?|comments?|remarks?|commentary|caveats?|reason)\b/],
	[
		'area code',
		/\b(gss|ons|ecode|geography|geog|area|ward|lad?|lsoa|msoa|locality|district|new la|authority|wd\d\d|lad\d\d|lsoa\d\d|msoa\d\d)\b.*\b(code|cd|id)\b|^(wd|lad|lsoa|msoa|rgn|ctry)\d\dcd$|^(code|gss|ons code|area code|new la code|geography code|ecode)$/
	],
	[
		'area name',
		/^(wd|lad|lsoa|msoa|rgn|ctry)\d\dnm$|^(area|ward|locality|place|geography|district|local authority|la|lsoa|neighbourhood|borough|area name|geography name|la name|force|venue area|authority)$|\b(area|ward|locality|geography|la|authority|neighbourhood)\b.*\bname\b/
	],
	[
		'period',
		/^(time )?period( code| name)?$|^(date|time|year|month|quarter|term|wave|financial year|academic year|reporting period|time period|term|period covered|period end|year ending|obs time|time period sortable|school year)$/
	],
	// The rest of a period whose year stands in a column of its own.
	[
		'period part',
		/^(time identifier|financial quarter|calendar quarter|quarter name|school term)$/
	],
	[
		'indicator',
		/^(indicator|measure|metric|question|variable|kpi|pi|ref|indicator (name|code|id|ref)|measure (name|code|id)|kpi (ref|code)|description)$/
	],
	['sex', /^(sex|gender)( name)?$/],
	['age', /^(age|age (group|band|range))$/],
	[
		'group',
		/^(group|breakdown|category|characteristic|ethnic group|ethnicity|ethnicity (major|minor))$/
	],
	['value', /%|\b(percent|percentage|per ?cent|pct)\b/],
	[
		'denominator',
		/\b(enrolled|enrolments?|starters|denominator|denom|base|out of|total (asked|responses|respondents|pupils|population)|population|respondents|eligible|cohort|sample size|unweighted base|number asked|headcount|pop)\b|^n$|^of$/
	],
	[
		'numerator',
		/\b(numerator|num|completed|completers|count|number|no|n of|frequency|cases|participants|attendances|observations?|offences|positive|agree|yes|achieved|incidents|crimes|learners|members|sessions)\b/
	],
	['value', /\b(value|rate|score|obs value|measure value|proportion|share|average|mean)\b/]
];

/** Indicators by code and by title, in small letters. */
type Named = ReadonlyMap<string, { readonly code: string }>;

/** Guesses every column. */
export function guessColumns(sheet: Sheet, known: Gazetteer, indicators: Named): Column[] {
	const guesses = sheet.headers.map((header, at) =>
		guess(header, columnOf(sheet, at), known, indicators)
	);
	return withoutRivals(withPeriodParts(withSomeArea(guesses)));
}

function guess(
	header: string,
	cells: readonly string[],
	known: Gazetteer,
	indicators: Named
): Column {
	if (header === '') return { header, role: 'ignore' };
	const levels = header.split(LEVELS);
	const said = levels.reduce<Partial<Column>>(
		(found, level) => ({ ...found, ...meaning(level, known, indicators) }),
		{}
	);
	const role = roleOf(levels, said, cells, known);
	return { header, role, ...(isMeasure(role) ? said : {}) };
}

/** A level of a header that is itself a period, an area, an indicator or a sex. */
function meaning(level: string, known: Gazetteer, indicators: Named): Partial<Column> {
	const indicator = indicators.get(level.toLowerCase());
	if (indicator) return { indicator: indicator.code };
	const sex = /^(women|females?|girls|men|males?|boys)$/i.exec(level)?.[0];
	if (sex) return { sex };
	if (readPeriod(level).length > 0) return { period: level };
	const area = known.byCode.has(level.toUpperCase()) || known.byName.has(plainName(level));
	return area && !/^(area|ward|locality|borough)$/i.test(level) ? { area: level } : {};
}

function roleOf(
	levels: readonly string[],
	said: Partial<Column>,
	cells: readonly string[],
	known: Gazetteer
): Role {
	const last = words(levels.at(-1) ?? '');
	const found = WORDS.find(([, pattern]) => pattern.test(last))?.[0];
	const hasCodes = share(cells, (cell) => known.byCode.has(cell.toUpperCase())) >= 0.5;
	if (hasCodes) return 'area code';
	// Codes of somebody else's, e.g. a department's own for the council.
	if (found === 'area code') return 'ignore';
	const isWide = Object.keys(said).length > 0;
	if (isWide && (!found || !isMeasure(found))) return measureOf(levels) ?? 'value';
	if (found) return found;
	if (share(cells, (cell) => known.byName.has(plainName(cell))) > 0.5) return 'area name';
	return share(cells, (cell) => readPeriod(cell).length > 0) > 0.8 &&
		share(cells, isPlainNumber) < 0.5
		? 'period'
		: 'ignore';
}

/** A level above may hold the word: "Number | 2024/25". */
function measureOf(levels: readonly string[]): Measure | undefined {
	for (const level of levels) {
		const role = WORDS.find(([, pattern]) => pattern.test(words(level)))?.[0];
		if (role && isMeasure(role)) return role;
	}
	return undefined;
}

/** A file of places that we do not know at all still has its column of areas, so that it can be said. */
function withSomeArea(columns: readonly Column[]): Column[] {
	if (columns.some(({ role, area }) => role.startsWith('area') || area !== undefined))
		return [...columns];
	const at = columns.findIndex(
		({ header, role }) => role === 'ignore' && AREA_CODE.test(words(header))
	);
	return columns.map((column, index) => (index === at ? { ...column, role: 'area code' } : column));
}

/** "Year" beside "Quarter", "Month" or "Term": the second is a part of the first. */
function withPeriodParts(columns: readonly Column[]): Column[] {
	const isYear = ({ header, role }: Column) => role === 'period' && /\byear\b/.test(words(header));
	if (!columns.some(isYear)) return [...columns];
	return columns.map((column) =>
		column.role === 'period' && /^(quarter|month|term)$/.test(words(column.header))
			? { header: column.header, role: 'period part' }
			: column
	);
}

/**
 * Of two columns with one role the first stays. Figures may stand in many columns, and so may areas: a
 * row then belongs to the smallest of them.
 */
function withoutRivals(columns: readonly Column[]): Column[] {
	const seen = new Set<string>();
	return columns.map((column) => {
		const key = [column.role, column.period, column.area, column.indicator, column.sex].join(' ');
		if (/^(ignore|area)/.test(column.role) || !seen.has(key)) {
			seen.add(key);
			return column;
		}
		// It keeps what its header says: a person may still choose it.
		return { ...column, role: 'ignore' };
	});
}

const AREA_CODE = WORDS.find(([role]) => role === 'area code')?.[1] ?? /^$/;

export const isMeasure = (role: Role): role is Measure =>
	role === 'numerator' ||
	role === 'denominator' ||
	role === 'value' ||
	role === 'lower' ||
	role === 'upper';

const words = (header: string): string =>
	header
		.toLowerCase()
		.replace(/[_().:/-]+/g, ' ')
		.replace(/ +/g, ' ')
		.trim();

const columnOf = (sheet: Sheet, at: number): string[] =>
	sheet.body
		.slice(0, 200)
		.map(({ cells }) => cells[at] ?? '')
		.filter((cell) => cell !== '');

const isPlainNumber = (cell: string): boolean => /^\d{1,3}$|^\d+\.\d+$/.test(cell);

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
	cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
