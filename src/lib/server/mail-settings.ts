import { Refusal } from './refusal.ts';

export interface MailSettings {
	/** smtp://user:password@host:port, or smtps:// */
	readonly url: string;
	readonly from: string;
}

type Setting = (name: string) => string | undefined;

/** Reads SMTP_URL and MAIL_FROM: both or neither. The address may hold a password: it is not repeated. */
export function mailSettings(setting: Setting): MailSettings | undefined {
	const url = setting('SMTP_URL');
	const from = setting('MAIL_FROM');
	if (url === undefined && from === undefined) return undefined;
	if (url === undefined || from === undefined) {
		throw new Refusal('SMTP_URL and MAIL_FROM belong together: set both, or neither.');
	}
	if (setting('ORIGIN') === undefined) {
		throw new Refusal(
			'SMTP_URL needs ORIGIN as well: links in letters must not follow what a request claims.'
		);
	}
	if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
		throw new Refusal(
			'SMTP_URL is not the address of a mail server: write it as smtp://user:password@host:587.'
		);
	}
	if (!/[^\s@]+@[^\s@]+/.test(from)) {
		throw new Refusal(`MAIL_FROM is "${from}", which is not an e-mail address.`);
	}
	return Object.freeze({ url, from });
}
