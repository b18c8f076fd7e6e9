import { FAULTY, RIGHT } from './files.ts';
import { picture } from './pictures.ts';
import { press, type Site } from './site.ts';

// What stands beside the round: files, the calendar, the audit.

export async function imports(site: Site): Promise<void> {
	const page = await site.as('second-officer', '/imports');
	const send = async (content: string) => {
		await page.goto(new URL('/imports', page.url()).href);
		await page.getByLabel('File', { exact: true }).setInputFiles({
			...{ name: 'illustrative-partner.csv', mimeType: 'text/csv' },
			buffer: Buffer.from(content)
		});
		await page.getByLabel('Who the figures are from').fill('Illustrative partner');
		await page.getByLabel('Licence').fill('Illustrative');
	};
	await send(FAULTY);
	await picture(page, 'import', { height: 640 });
	await press(page, 'Send and check');
	await page.locator('#problems, #difference').first().waitFor();
	await picture(page, 'import-faults', { from: '#problems', height: 720 });
	await send(RIGHT);
	await press(page, 'Send and check');
	await page.locator('#difference, #problems').first().waitFor();
	await picture(page, 'import-difference', { from: '#difference', height: 560 });
}

export async function others(site: Site): Promise<void> {
	const lead = await site.as('performance-lead', '/returns/calendar');
	await picture(lead, 'calendar');
	await picture(await site.as('performance-lead', '/audit'), 'audit', { height: 760 });
	await picture(await site.as('performance-lead', '/catalogue/c11/collection'), 'collection', {
		height: 900
	});
	await picture(await site.as('officer', '/imports/pull'), 'pull');
}
