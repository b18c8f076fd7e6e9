import { encode } from 'uqr';

export interface Enrolment {
	/** The address that the app reads, and that the form sends back with the code. */
	readonly address: string;
	/** The secret for typing, in groups of four. */
	readonly secret: string;
	readonly qr: { readonly size: number; readonly path: string };
}

const ADDRESS = /^otpauth:\/\/totp\/[^?]+\?.*\bsecret=([A-Z2-7]+)/;

/** What is shown to set a second factor up; nothing for an address that is none. */
export function enrolment(address: string): Enrolment | undefined {
	const secret = ADDRESS.exec(address)?.[1];
	if (!secret || address.length > 300) return undefined;
	const { size, data } = encode(address, { border: 4 });
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { address, secret: secret.replace(/(.{4})(?=.)/g, '$1 '), qr: { size, path } };
}
