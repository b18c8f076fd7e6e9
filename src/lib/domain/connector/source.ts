// The services that figures can be pulled from: what each publishes, under which terms, and what can be
// asked. The page, the command and the documentation say the same because they read it here.

export const SOURCE_IDS = ['nomis', 'ons', 'fingertips', 'police', 'csv'] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/** What somebody asks of a service, as text by the names of its fields. */
export type Asked = Readonly<Record<string, string>>;

export interface SourceField {
	readonly name: string;
	readonly label: string;
	readonly hint: string;
	/** What is asked when nothing is said. */
	readonly value: string;
	readonly pattern: RegExp;
	/** What to do when it does not fit. */
	readonly wrong: string;
}

export interface Source {
	readonly id: SourceId;
	readonly name: string;
	readonly publisher: string;
	/** Kept with the extract and named with its figures. */
	readonly sourceText: string;
	readonly licence: string;
	/** The document that the requests and the answers follow. */
	readonly document: { readonly title: string; readonly href: string };
	readonly asks: string;
	readonly limits: string;
	readonly fields: readonly SourceField[];
}

const OGL = 'Open Government Licence v3.0';

const field = (
	name: string,
	label: string,
	more: Pick<SourceField, 'hint' | 'pattern' | 'wrong'> & { value?: string }
): SourceField => ({ name, label, value: '', ...more });

const NOMIS: Source = {
	id: 'nomis',
	name: 'Nomis',
	publisher: 'Office for National Statistics',
	sourceText: 'Office for National Statistics (Nomis)',
	licence: OGL,
	document: {
		title: 'Nomis API help, version 01',
		href: 'https://www.nomisweb.co.uk/api/v01/help'
	},
	asks: 'One data set as CSV, 25,000 rows at a time, joined into one extract.',
	limits: 'One request a second. The service gives 25,000 rows a request to guests.',
	fields: [
		field('dataset', 'Data set', {
			hint: 'Its id, for example NM_162_1.',
			pattern: /^NM_\d{1,5}_\d{1,2}$/,
			wrong: 'Write the id of the data set, for example NM_162_1.'
		}),
		field('geography', 'Areas', {
			hint: 'Codes with commas between them.',
			value: 'E08000030,E12000005,E92000001',
			pattern:
				/^[A-Z0-9]{2,20}(\.\.\.[A-Z0-9]{2,20})?(,[A-Z0-9]{2,20}(\.\.\.[A-Z0-9]{2,20})?){0,199}$/i,
			wrong: 'Write codes of areas with commas between them, for example E08000030,E92000001.'
		}),
		field('time', 'Time', {
			hint: 'latest, or the first and the last of a range: 2025-10,latest.',
			value: 'latest',
			pattern:
				/^(latest(MINUS\d{1,3})?|first|\d{4}(-\d\d)?)(,(latest(MINUS\d{1,3})?|\d{4}(-\d\d)?))?$/i,
			wrong: 'Write latest, or a range such as 2025-10,latest.'
		}),
		field('filters', 'Other dimensions', {
			hint: 'For example gender=0&age=0&measure=2.',
			pattern: /^([a-z0-9_]{1,40}=[\w.,]{1,200}(&[a-z0-9_]{1,40}=[\w.,]{1,200}){0,19})?$/i,
			wrong: 'Write names and codes, for example gender=0&age=0&measure=2.'
		}),
		field('measures', 'Measures', {
			hint: '20100 is the value.',
			value: '20100',
			pattern: /^\d{3,8}(,\d{3,8}){0,9}$/,
			wrong: 'Write the code of the measure, for example 20100.'
		})
	]
};

const ONS: Source = {
	id: 'ons',
	name: 'ONS',
	publisher: 'Office for National Statistics',
	sourceText: 'Office for National Statistics',
	licence: OGL,
	document: {
		title: 'ONS developer hub: datasets, versions and Census 2021 observations',
		href: 'https://developer.ons.gov.uk/'
	},
	asks: 'The newest version of a data set, and its CSV; or observations of the Census for some areas.',
	limits: 'At most 3 requests a second. The service allows 200 a minute.',
	fields: [
		field('dataset', 'Data set', {
			hint: 'Its id, for example wellbeing-local-authority or TS029.',
			pattern: /^[A-Za-z0-9][\w-]{1,80}$/,
			wrong: 'Write the id of the data set, for example TS029.'
		}),
		field('edition', 'Edition', {
			hint: 'Empty for the newest.',
			pattern: /^[\w-]{0,40}$/,
			wrong: 'Write the name of the edition, or leave it empty.'
		}),
		field('version', 'Version', {
			hint: 'A number; empty for the newest.',
			pattern: /^\d{0,4}$/,
			wrong: 'Write the number of the version, or leave it empty.'
		}),
		field('areas', 'Areas of the Census', {
			hint: 'For observations of the Census only: ltla,E08000030.',
			pattern: /^([a-z]{2,12}(,[A-Z]\d{8}){1,200})?$/,
			wrong: 'Write the kind of area and codes: ltla,E08000030.'
		})
	]
};

const FINGERTIPS: Source = {
	id: 'fingertips',
	name: 'Fingertips',
	publisher: 'Department of Health and Social Care',
	sourceText: 'Department of Health and Social Care (Fingertips public health profiles)',
	licence: OGL,
	document: { title: 'Fingertips API', href: 'https://fingertips.phe.org.uk/api' },
	asks: 'All figures of one indicator as CSV, for a kind of area and the kind of area above it.',
	limits: 'One request a second.',
	fields: [
		field('indicator_ids', 'Indicator there', {
			hint: 'Its number, for example 90362.',
			pattern: /^\d{1,6}$/,
			wrong: 'Write the number of the indicator, for example 90362.'
		}),
		field('child_area_type_id', 'Kind of area', {
			hint: '502: counties and unitary authorities of April 2023.',
			value: '502',
			pattern: /^\d{1,4}$/,
			wrong: 'Write the number of the kind of area, for example 502.'
		}),
		field('parent_area_type_id', 'Kind of area above it', {
			hint: '6: regions; 15: England.',
			value: '6',
			pattern: /^\d{1,4}$/,
			wrong: 'Write the number of the kind of area, for example 6.'
		})
	]
};

const POLICE: Source = {
	id: 'police',
	name: 'police.uk',
	publisher: 'Home Office; West Midlands Police',
	sourceText: 'West Midlands Police (data.police.uk)',
	licence: OGL,
	document: {
		title: 'data.police.uk: street-level crimes, and API call limits',
		href: 'https://data.police.uk/docs/method/crime-street/'
	},
	asks: 'Crimes inside the outline of the borough, month by month; they are counted here by ward and locality.',
	limits:
		'At most 10 requests a second; the service allows 15. It refuses an outline with more than 10,000 crimes. Places of crimes are approximate, and hate crime is not marked.',
	fields: [
		field('category', 'Kind of crime', {
			hint: 'For example anti-social-behaviour, public-order, violent-crime.',
			value: 'anti-social-behaviour',
			pattern: /^[a-z]+(-[a-z]+)*$/,
			wrong: 'Write the kind of crime as in the list of police.uk, for example public-order.'
		}),
		field('from', 'First month', {
			hint: 'For example 2026-07; empty for the newest month only.',
			pattern: /^(20\d\d-(0[1-9]|1[0-2]))?$/,
			wrong: 'Write a month such as 2026-07, or leave it empty.'
		}),
		field('to', 'Last month', {
			hint: 'Empty for the newest month.',
			pattern: /^(20\d\d-(0[1-9]|1[0-2]))?$/,
			wrong: 'Write a month such as 2026-09, or leave it empty.'
		})
	]
};

const CSV: Source = {
	id: 'csv',
	name: 'A CSV file at an address',
	publisher: 'Said below',
	sourceText: '',
	licence: '',
	document: {
		title: 'RFC 4180, CSV files',
		href: 'https://www.rfc-editor.org/rfc/rfc4180'
	},
	asks: 'One CSV file at an address that starts with https.',
	limits: 'One request a second. Web pages and files above 50 MB are refused.',
	fields: [
		field('address', 'Address', {
			hint: 'Starts with https:// and leads to the file itself.',
			pattern: /^https:\/\/[^\s@]{4,1900}$/i,
			wrong: 'Write an address that starts with https:// and has no name or password in it.'
		}),
		field('source', 'Who the figures are from', {
			hint: 'Kept with them and named on every page.',
			pattern: /^.{2,300}$/,
			wrong: 'Say who the figures are from. The source is kept with them.'
		}),
		field('licence', 'Licence', {
			hint: 'For example Open Government Licence v3.0.',
			pattern: /^.{2,300}$/,
			wrong: 'Say under which licence the figures come.'
		})
	]
};

export const SOURCES: Readonly<Record<SourceId, Source>> = {
	nomis: NOMIS,
	ons: ONS,
	fingertips: FINGERTIPS,
	police: POLICE,
	csv: CSV
};

export const isSourceId = (text: string): text is SourceId =>
	(SOURCE_IDS as readonly string[]).includes(text);

export type Checked = { asked: Asked } | { wrong: string; field: string };

/** What was filled in, with what is asked otherwise; or the first field that does not fit. */
export function checked(source: Source, given: Asked): Checked {
	const asked: Record<string, string> = {};
	for (const { name, value, pattern, wrong } of source.fields) {
		const text = (given[name] ?? '').trim() || value;
		if (!pattern.test(text)) return { wrong, field: name };
		asked[name] = text;
	}
	return { asked };
}
