// Headers that every answer carries. SvelteKit writes the content security policy itself.

const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin'
};

/** Charts and maps at /embed/… may be framed by anyone; no other page by anybody. */
export function secure(headers: Headers, pathname: string): void {
	for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
	if (pathname.startsWith('/embed/')) return;
	headers.set('x-frame-options', 'DENY');
	const policy = headers.get('content-security-policy');
	if (policy && !policy.includes('frame-ancestors')) {
		headers.set('content-security-policy', `${policy}; frame-ancestors 'none'`);
	}
}
