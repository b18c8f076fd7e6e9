import { describe, expect, test } from 'vitest';
import { text as whole } from '../../../src/lib/server/web/attempt.ts';
import { kept, refuseBroken, text } from '../../../src/lib/server/web/form.ts';
import { cellsIn } from '../../../src/routes/returns/[period]/[code]/asked.ts';
import { entered } from '../../../src/routes/targets/form.ts';

const NUL = String.fromCodePoint(0);

describe('what a form sends is what the database keeps', () => {
	test.each<[law: string, sent: string, wanted: string]>([
		['a character 0 is left out: neither text nor jsonb has it', `a${NUL}b`, 'ab'],
		['control characters are left out', 'a\u0007b\u001bc\u0085d', 'abcd'],
		['lines and tabs stay, line ends are of one kind', 'a\r\nb\tc\n', 'a\nb\tc'],
		['markup stays text', '<script>x</script>', '<script>x</script>'],
		['Arabic, Gurmukhi and emoji stay', 'سلام ਜੀ 🏳️‍🌈', 'سلام ਜੀ 🏳️‍🌈'],
		['half a character becomes a sign for it', 'a\ud83d b', 'a\ufffd b']
	])('%s', (_, sent, wanted) => {
		const form = new FormData();
		form.set('words', sent);
		expect(text(form, 'words')).toBe(wanted);
		expect(whole(form, 'words')).toBe(wanted);
	});

	test('cutting never leaves half a character', () => {
		const form = new FormData();
		form.set('words', '🙂🙂');
		expect(text(form, 'words', 3)).toBe('🙂');
		expect(text(form, 'words', 3).isWellFormed()).toBe(true);
	});

	test('what is kept reads back the same from UTF-8', () => {
		const odd = kept(`\ud83d${NUL}x`);
		expect(Buffer.from(odd, 'utf8').toString('utf8')).toBe(odd);
	});
});

describe('the form of a target reads only days and numbers that there are', () => {
	test.each(['2026-02-30', '2027-02-29', '2026-13-01', '0000-01-01', 'soon'])('%s', (goalEnds) => {
		const { faults } = entered({ goalEnds, goalValue: '1', tolerance: '1' });
		expect(faults).toEqual([expect.stringContaining('Goal: give its last day')]);
	});
	test.each(['1e309', '-1e309', 'NaN', 'Infinity', 'twelve', ''])(
		'the number “%s”',
		(goalValue) => {
			const { faults } = entered({ goalEnds: '2030-03-31', goalValue, tolerance: '1' });
			expect(faults).toEqual([expect.stringContaining('give a number')]);
		}
	);
});

describe('a form that did not arrive whole is the sender’s fault', () => {
	const sent = (type: string, body: string) =>
		refuseBroken(
			new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } })
		);

	test.each([
		['text/plain', 'a=b'],
		['multipart/form-data', 'a'],
		['multipart/form-data; boundary=abc', '--abc\r\nbroken']
	])('%s', async (type, body) => {
		await expect(sent(type, body).clone().formData()).rejects.toMatchObject({ status: 400 });
		await expect(sent(type, body).formData()).rejects.toMatchObject({ status: 400 });
	});

	test('and a whole one is read', async () => {
		const request = sent('application/x-www-form-urlencoded', 'a=%ff%ZZ&&==');
		expect((await request.clone().formData()).get('a')).toBeDefined();
		expect((await request.formData()).has('a')).toBe(true);
	});
});

test('what the grid’s own script sends is what the database keeps', () => {
	const row = { area: 'E08000030', breakdown: 'all', revision: 0, flag: '', jumpReason: '' };
	const numbers = { numerator: '12', denominator: '', value: '' };
	const [cell] = cellsIn([{ ...row, ...numbers, note: `a${NUL}b\ud800` }]) ?? [];
	expect(cell).toMatchObject({ numerator: 12, note: 'ab\ufffd' });
});
