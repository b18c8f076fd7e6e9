import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';

export interface Letter {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** The same in HTML, for programs that show it. */
	readonly html?: string;
}

/** Sends one letter; throws when the mail server does not take it. */
export async function send({ url, from }: MailSettings, letter: Letter): Promise<void> {
	const transport = createTransport(
		{ url, connectionTimeout: 10_000, socketTimeout: 20_000 },
		{ from }
	);
	try {
		// So that nobody's absence notice comes back (RFC 3834).
		await transport.sendMail({ ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
	} finally {
		transport.close();
	}
}
