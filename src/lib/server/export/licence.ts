// What anyone who uses the figures may do and must say. Sources name further licences of their own.

export const LICENCE = {
	name: 'Open Government Licence v3.0',
	url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
} as const;

export const ATTRIBUTION =
	'Contains public sector information licensed under the Open Government Licence v3.0. ' +
	'Source: Office for National Statistics; Ministry of Housing, Communities and Local Government; ' +
	'and the publishers named with each indicator. ' +
	'Contains OS data © Crown copyright and database right.';

export const PUBLISHER = 'Walsall cohesion indicators';
