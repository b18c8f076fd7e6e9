import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';

export interface Letter {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** Sends one letter in plain text; throws when the mail server does not take it. */
export async function send({ url, from }: MailSettings, letter: Letter): Promise<void> {
	const transport = createTransport(
		{ url, connectionTimeout: 10_000, socketTimeout: 20_000 },
		{ from }
	);
	try {
		await transport.sendMail({ ...letter });
	} finally {
		transport.close();
	}
}
