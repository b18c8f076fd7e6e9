// The catalogue words each indicator's rule for colours; here every wording has one meaning. Where the
// words and the settled rules differ, the settled rules win: a survey is judged by whether the planned
// line lies inside its range, and movement never changes the colour.

/** Which figures a rule judges, and what they need first. */
export type ColourRule =
	/** Counts and complete data: the value against the line and the tolerance. */
	| { kind: 'tolerance'; leastBase?: number }
	/** Surveys: the line against the range. `awayFromZero`: a gap whose range includes 0 has no colour. */
	| { kind: 'survey'; leastBase?: number; awayFromZero?: true; greatestCv?: number }
	/** Never a colour. */
	| { kind: 'none'; why: string };

const none = (why: string): ColourRule => ({ kind: 'none', why });
const tolerance: ColourRule = { kind: 'tolerance' };
const survey: ColourRule = { kind: 'survey' };
const gap: ColourRule = { kind: 'survey', awayFromZero: true };

const rules: Record<string, ColourRule> = {
	'target tolerance': tolerance,
	'profiled quarterly target': tolerance,
	'target tolerance v comparator': tolerance,
	// A target needs a baseline, so from then on it is judged like other counts.
	'none until baseline': tolerance,
	'no colour if base <20': { kind: 'tolerance', leastBase: 20 },
	'target tolerance v interval': survey,
	'no colour unless change exceeds interval': survey,
	// Those who answered a form or were asked: a sample, though counted locally.
	'no colour if base <50': { kind: 'survey', leastBase: 50 },
	'no colour if interval includes 0 or APS flags unreliable': gap,
	'no colour if CV >10%': { kind: 'survey', greatestCv: 0.1 },
	'statistical comparison only': none(
		'It is compared with other areas by a test, and has no plan.'
	),
	'no colour: more reports may be good': none('More reports may be a good sign.'),
	'none: money runs out': none('The number falls when the money runs out.'),
	'none (labour market)': none('It moves with the labour market, not with local work.'),
	'none; report gap': none('The gap is reported and not judged.'),
	'none until definition stable': none('Its definition is not yet settled.'),
	'context, no colour': none('It is a context measure.'),
	'none: context': none('It is a context measure.'),
	'no colour': none('The catalogue sets no judgement for it.'),
	none: none('The catalogue sets no judgement for it.')
};

/** Version of the rules above and of their thresholds: stored with every judgement. */
export const RULES_VERSION = 1;

/** The meaning of the catalogue's words; throws on words that the table does not have. */
export function colourRule(text: string): ColourRule {
	const rule = Object.hasOwn(rules, text) ? rules[text] : undefined;
	if (!rule) throw new Error(`unknown rule for colours: "${text}"`);
	return rule;
}
