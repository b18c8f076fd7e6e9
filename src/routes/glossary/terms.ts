// The words of the product, in our own plain sentences. The id is the anchor: /glossary#range.

export interface Term {
	id: string;
	word: string;
	meaning: string;
	/** Other words by which people look for it. */
	also?: string;
}

export const terms: readonly Term[] = [
	{
		id: 'action',
		word: 'Action',
		meaning:
			'A step with an owner, a due date and a status. An action is never the same thing as an indicator: doing the work and seeing a change are shown apart.'
	},
	{
		id: 'apportioning',
		word: 'Apportioning',
		also: 'best fit split share estimated',
		meaning:
			'Sharing out a neighbourhood that two wards split. Each ward gets the part of its small blocks that lies inside it. The result is marked as estimated [e].'
	},
	{
		id: 'best-fit',
		word: 'Best fit',
		meaning:
			'Giving a small area wholly to the larger area that holds most of it. Localities are built in this way from neighbourhoods.'
	},
	{
		id: 'ces',
		word: 'Community and Engagement Survey',
		also: 'CES Community Life Survey CLS',
		meaning:
			'The national survey that took over from the Community Life Survey in October 2025. It asks adults about belonging, trust and loneliness. Its results stop at the borough.'
	},
	{
		id: 'cic',
		word: 'Community interest company',
		also: 'CIC Walsall for All',
		meaning:
			'A company that works for a community and not for profit. Walsall for All became one around the start of 2025.'
	},
	{
		id: 'cold-spot',
		word: 'Cold spot',
		meaning:
			'A place where conditions for people to mix are weak. It is a prompt for conversation about a place. It says nothing about the people who live there.'
	},
	{
		id: 'comparator',
		word: 'Comparator',
		also: 'compare England West Midlands similar areas',
		meaning:
			'An area or a date shown beside Walsall for scale. Yours are kept in the page address and follow you from page to page.'
	},
	{
		id: 'contacts',
		word: 'Contacts and people',
		also: 'beneficiaries unique',
		meaning:
			'A contact is one attendance. A person who comes 3 times is 1 person and 3 contacts. The 2 counts are kept apart and people are never added up over quarters.'
	},
	{
		id: 'context-measure',
		word: 'Context measure',
		meaning:
			'A published figure that helps to read an indicator. It is outside the proposed list and is never judged or coloured.'
	},
	{
		id: 'cpf',
		word: 'Corporate Performance Framework',
		also: 'CPF performance area',
		meaning:
			"The council's own set of performance areas. It is interim, and the links from our indicators to it are proposals."
	},
	{
		id: 'denominator',
		word: 'Numerator and denominator',
		meaning:
			'The number counted, and the number it is out of. In “61 of 85”, 61 is the numerator and 85 is the denominator.'
	},
	{
		id: 'edition',
		word: 'Edition',
		meaning:
			'A named moment of publication. Every page shows what was held to be true at that moment, and an earlier one can be opened again.'
	},
	{
		id: 'emerging-theme',
		word: 'Emerging theme',
		meaning:
			'One of the 5 concerns named when the strategy was launched. They cut across the 4 priority areas.'
	},
	{
		id: 'esol',
		word: 'ESOL',
		also: 'English for speakers of other languages',
		meaning: 'English classes for people whose first language is another one.'
	},
	{
		id: 'estimated',
		word: 'Estimated [e]',
		meaning:
			'The value was worked out and not counted directly, for example by sharing out a split neighbourhood.'
	},
	{
		id: 'hidden',
		word: 'Hidden [c]',
		also: 'suppressed disclosure',
		meaning:
			'A value that exists but is not shown, because it could point to a few people. Everything that would reveal it is hidden too.'
	},
	{
		id: 'indicator',
		word: 'Indicator',
		meaning:
			'A number with a definition: what is counted, out of whom, for which place and period, and by whom.'
	},
	{
		id: 'influence',
		word: 'Influence',
		also: 'control context tier',
		meaning:
			'How far the council and its partners can move a number: they control it, influence it, or can only note it.'
	},
	{
		id: 'locality',
		word: 'Locality',
		also: 'North South East West',
		meaning:
			'One of 4 parts of the borough: North, South, East and West. Our lines are inferred from wards in force before May 2026, until the council confirms them.'
	},
	{
		id: 'neighbourhood',
		word: 'Neighbourhood',
		also: 'LSOA lower layer super output area',
		meaning:
			'A census area of about 1,700 people. Walsall has 169. Statisticians call it a lower layer super output area (LSOA).'
	},
	{
		id: 'no-data-yet',
		word: 'No data yet',
		meaning:
			'No figure exists for this indicator so far. The page says what is awaited and from whom.'
	},
	{
		id: 'not-applicable',
		word: 'Not applicable [z]',
		meaning: 'A figure cannot exist here, because the question does not arise.'
	},
	{
		id: 'not-collected',
		word: 'Not collected [x]',
		meaning: 'Nobody gathered this figure for this place and period.'
	},
	{
		id: 'not-yet-published',
		word: 'Not yet published [x]',
		meaning: 'The figure is expected, and its publisher has not released it.'
	},
	{
		id: 'no-target-set',
		word: 'No target set',
		also: 'target baseline judgement',
		meaning:
			'Nobody has agreed what this number should become. Without a target it cannot be on or off track.'
	},
	{
		id: 'percentage-point',
		word: 'Percentage point',
		meaning: 'The step between 2 percentages. From 20% to 25% is a rise of 5 percentage points.'
	},
	{
		id: 'places-of-welcome',
		word: 'Places of Welcome',
		also: '5Ps venue',
		meaning:
			'A network of local venues that open their doors each week. Each one promises to look after 5 things: place, people, presence, provision and participation.'
	},
	{
		id: 'pledge',
		word: 'The Pledge',
		meaning: 'A promise that organisations sign to include people from every background.'
	},
	{
		id: 'polarity',
		word: 'Polarity',
		also: 'better worse direction neutral ambiguous',
		meaning:
			'Which direction is better. Some numbers have none: more hate crime reports can mean more hate, or more trust in reporting. For those we only say rising or falling.'
	},
	{
		id: 'priority-area',
		word: 'Priority area',
		meaning: 'One of the 4 long-term aims that the strategy took over from Walsall for All.'
	},
	{
		id: 'provisional',
		word: 'Provisional [p]',
		meaning: 'An early figure that its publisher may still change.'
	},
	{
		id: 'range',
		word: 'Range',
		also: 'confidence interval margin of error',
		meaning:
			'The values between which the true figure is likely to lie. We draw it at 95%: ranges made like this hold the true figure 19 times in 20.'
	},
	{
		id: 'region',
		word: 'West Midlands region',
		also: 'combined authority WMCA',
		meaning:
			'The region with 30 council areas, from Staffordshire to Herefordshire. The combined authority is a smaller area and is always named in full.'
	},
	{
		id: 'revised',
		word: 'Revised [r]',
		meaning: 'A figure that replaced an earlier one. The changes page names both.'
	},
	{
		id: 'series-break',
		word: 'Series break',
		meaning:
			'A change of source or question. Figures before and after it cannot be compared, so the line is not joined.'
	},
	{
		id: 'similar-areas',
		word: 'Similar areas',
		also: 'neighbours comparator',
		meaning:
			'20 council areas that the Office for National Statistics finds most like Walsall. They are shown as a middle value and a spread.'
	},
	{
		id: 'starting-point',
		word: 'Starting point',
		also: 'baseline',
		meaning:
			'The last period that ended by 31 March 2025, when the strategy was new. It is not an adopted baseline.'
	},
	{
		id: 'tier',
		word: 'Tier',
		also: 'input output outcome demand',
		meaning:
			'What kind of number it is: what went in, what was done, what changed for people, what people asked for, or background.'
	},
	{
		id: 'too-few',
		word: 'Too few to judge [u]',
		meaning:
			'The number of people or replies is so small that the value could jump by chance. We show it and do not judge it.'
	},
	{
		id: 'ward',
		word: 'Ward',
		also: 'boundary change May 2026',
		meaning:
			'An area that elects councillors. Walsall has had 20 new wards since May 2026. Former wards keep their own pages, since a ward may keep its name and change its outline.'
	},
	{
		id: 'zero',
		word: 'Zero',
		meaning: 'A counted nought. It is a value like any other and never stands for a missing figure.'
	}
];
