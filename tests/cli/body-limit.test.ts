import { describe, expect, test } from 'vitest';
import { tooMuch } from '../../src/cli/body-limit.ts';

const MB = 1024 * 1024;
const length = (bytes: number) => ({ 'content-length': String(bytes) });
const chunked = { 'transfer-encoding': 'chunked' };

describe('only the page that takes files takes large bodies', () => {
	test.each([
		['POST', '/imports?/send', length(50 * MB), undefined],
		['POST', '/imports?/send', length(60 * MB), 413],
		['POST', '/imports/1?/read', length(5 * MB), 413],
		['POST', '/importsx', length(5 * MB), 413],
		['PUT', '/imports', length(5 * MB), 413],
		['POST', '/frameworks/x/import?/show', length(3 * MB), undefined],
		['POST', '/sign-in', length(5 * MB), 413],
		['POST', '/imports?/send', chunked, undefined],
		['POST', '/sign-in', chunked, 411],
		['GET', '/', {}, undefined]
	])('%s %s %o', (method, url, headers, status) => {
		expect(tooMuch({ method, url, headers })?.status).toBe(status);
	});
});
