import ipaddr from 'ipaddr.js';

// A pull leaves this network. An address that leads back into it (this machine, the council's own
// network, the cloud's metadata) is refused, however it is written; what is not surely public is not.

/** Services of a cloud for the machines in it, at an address that looks public. */
const CLOUD_ONLY = new Set(['168.63.129.16']);
/** Where addresses of the public internet are (RFC 4291, 2.4). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether a numeric address is one of the public internet. */
export function isPublicAddress(text: string): boolean {
	if (!ipaddr.isValid(text)) return false;
	// IPv4 inside IPv6 (::ffff:127.0.0.1) is judged as what it is.
	const address = ipaddr.process(text);
	if (address.range() !== 'unicast') return false;
	return address instanceof ipaddr.IPv6
		? address.match(GLOBAL_IPV6)
		: !CLOUD_ONLY.has(address.toString());
}

export type Wrong = 'not an address' | 'not https' | 'has a password' | 'a number' | 'another port';

/** What is wrong with an address before anybody is asked for it. */
export function wrongWith(address: string): Wrong | undefined {
	if (!URL.canParse(address)) return 'not an address';
	const url = new URL(address);
	if (url.protocol !== 'https:') return 'not https';
	if (url.username !== '' || url.password !== '') return 'has a password';
	// The parser writes 0x7f.1 and 2130706433 as 127.0.0.1.
	if (ipaddr.isValid(url.hostname.replace(/^\[|\]$/g, ''))) return 'a number';
	return url.port === '' ? undefined : 'another port';
}

export const WRONG_WORDS: Readonly<Record<Wrong, string>> = {
	'not an address': 'That is not a web address.',
	'not https': 'Only addresses that start with https:// are asked.',
	'has a password': 'The address has a name or password in it. Take it out.',
	'a number': 'The address is a number. Write the name of the server.',
	'another port': 'The address names a port. Only the usual one of https is asked.'
};
