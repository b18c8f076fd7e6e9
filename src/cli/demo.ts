import { readDemoConfig } from '../lib/server/config.ts';
import { people } from '../lib/server/demo/people.ts';
import { prepareDemonstration } from '../lib/server/prepare.ts';
import { launch } from './launch.ts';
import { run, say } from './run.ts';

// `npm run demo`: the product on a database of its own, with an invented history and one account a role.

await run(async () => {
	const address = await launch(readDemoConfig(), prepareDemonstration);
	say(
		'DEMONSTRATION: returns, targets, judgements, names and commentary are invented (illustrative).'
	);
	say('Accounts to sign in with:');
	for (const { role, email, password } of people) say(`  ${role}: ${email}  ${password}`);
	say(`The demonstration is ready at ${address}`);
});
