import { dateTime } from '../../domain/format.ts';
import type { Log } from '../log.ts';
import { send, type Letter } from '../mail.ts';
import { mailSettings } from './auth.ts';

// Links go by e-mail where a mail server is set; else the administrator is shown them, once.

interface Offered {
	readonly account: { readonly name: string; readonly email: string };
	readonly url: string;
	readonly expiresAt: Date;
}

export type Delivered = { readonly kind: 'sent' } | { readonly kind: 'show'; readonly url: string };

/** Sends a link, or hands it back to be shown: also when the mail server does not take it. */
export async function deliver(offered: Offered, log: Log): Promise<Delivered> {
	const mail = mailSettings();
	if (!mail) return { kind: 'show', url: offered.url };
	try {
		await send(mail, letter(offered));
		return { kind: 'sent' };
	} catch (fault) {
		log.error('mail was not taken', { code: (fault as NodeJS.ErrnoException).code });
		return { kind: 'show', url: offered.url };
	}
}

function letter({ account, url, expiresAt }: Offered): Letter {
	return {
		to: account.email,
		subject: 'Your link to set a password',
		text: [
			`Hello ${account.name},`,
			'',
			'Use this link to set your password for Walsall cohesion indicators:',
			url,
			'',
			`It works once, until ${dateTime(expiresAt)}.`,
			'If you did not expect this letter, you need do nothing.',
			''
		].join('\n')
	};
}
