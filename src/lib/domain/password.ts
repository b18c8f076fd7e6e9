// A password is long and not one that everybody tries; nothing is asked about its composition
// (NIST SP 800-63B, section 3.1.1.2).

const SHORTEST = 12;
const LONGEST = 128; // better-auth hashes no longer one
const FEWEST_DIFFERENT = 5;

// What is left of common passwords once digits, marks and look-alikes are taken away.
const COMMON = new Set([
	'password',
	'passwordpassword',
	'passphrase',
	'mypassword',
	'newpassword',
	'changeme',
	'changemenow',
	'letmein',
	'letmeinnow',
	'welcome',
	'welcomewelcome',
	'qwerty',
	'qwertyuiop',
	'qwertyqwerty',
	'qwertyuiopasdfghjkl',
	'asdfghjkl',
	'zxcvbnm',
	'iloveyou',
	'administrator',
	'admin',
	'adminadmin',
	'football',
	'liverpool',
	'monkey',
	'dragon',
	'sunshine',
	'princess',
	'superman',
	'secret',
	'secretsecret',
	'trustno',
	'correcthorsebatterystaple',
	'walsall',
	'walsallcouncil',
	'wearewalsall',
	'cohesion',
	'cohesiontracker',
	'birmingham',
	'westmidlands'
]);
const RUNS =
	'0123456789012345678901234567890 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba 98765432109876543210';

interface Owner {
	readonly name: string;
	readonly email: string;
}

/** What is wrong with a new password, as a sentence; nothing when it may be used. */
export function passwordProblem(password: string, owner: Owner): string | undefined {
	if (password.length < SHORTEST) {
		return `Use at least ${SHORTEST} characters. Three or four words are easy to remember.`;
	}
	if (password.length > LONGEST) return `Use at most ${LONGEST} characters.`;
	if (isCommon(password) || isOwn(password, owner)) {
		return 'Other people could guess this password. Choose words that do not belong together.';
	}
	return undefined;
}

function isCommon(password: string): boolean {
	const lower = password.toLowerCase();
	if (new Set(lower).size < FEWEST_DIFFERENT || RUNS.includes(lower)) return true;
	return (
		COMMON.has(lettersOf(lower)) ||
		COMMON.has(lettersOf(lookAlikes(lower.replace(/[^\p{Letter}]+$/u, ''))))
	);
}

// Nothing but the person's own name or address, with some digits.
function isOwn(password: string, { name, email }: Owner): boolean {
	const letters = lettersOf(password.toLowerCase());
	const own = [name, email, email.split('@')[0] ?? ''].map((text) => lettersOf(text.toLowerCase()));
	return own.some((text) => text.length > 3 && text === letters);
}

const lettersOf = (text: string): string => text.replace(/[^\p{Letter}]/gu, '');

const lookAlikes = (text: string): string =>
	text
		.replace(/[@4]/g, 'a')
		.replace(/3/g, 'e')
		.replace(/[1!]/g, 'i')
		.replace(/0/g, 'o')
		.replace(/[$5]/g, 's');
