// What is recorded in the audit, in plain words. An action without words does not compile where it is
// recorded (server/audit.ts), so none can be added without them.

export const GROUPS = [
	'returns',
	'imports',
	'publication',
	'words and promises',
	'targets',
	'catalogue and frameworks',
	'people and duties',
	'signing in',
	'audit'
] as const;
export type ActionGroup = (typeof GROUPS)[number];

export const groupTitles: Readonly<Record<ActionGroup, string>> = {
	returns: 'Returns: entered, checked, approved',
	imports: 'Files and connectors',
	publication: 'Publication and corrections',
	'words and promises': 'Commentary and actions',
	targets: 'Targets',
	'catalogue and frameworks': 'Catalogue, rules and frameworks',
	'people and duties': 'People, roles and duties',
	'signing in': 'Signing in',
	audit: 'The audit itself'
};

/** As "who" is followed by them: "Ann Smith entered a figure". */
const words = {
	returns: {
		'return started': 'started a return',
		'return written': 'wrote a return',
		'cell entered': 'entered a figure',
		'commentary written': 'wrote the commentary of a return',
		'warning answered': 'answered a warning',
		'return submitted': 'submitted a return',
		'return checked': 'checked a return',
		'return approved': 'approved a return',
		'return scheduled': 'set the release time of a return',
		'return sent back': 'sent a return back',
		'return reopened': 'reopened a return',
		'return withdrawn': 'withdrew a return'
	},
	imports: {
		'file received': 'sent a file',
		'pull asked for': 'asked for a pull',
		'pull done': 'pulled figures from a source',
		'pull unchanged': 'pulled from a source that had nothing new',
		'pull stopped': 'stopped a pull',
		'pull failed': 'failed to pull from a source',
		'pull ended': 'ended a pull',
		'import accepted': 'took over the figures of a file',
		'import discarded': 'set a file aside',
		'import template kept': 'kept how files of a sender are read'
	},
	publication: {
		'correction started': 'started a correction',
		'return published': 'published a return',
		'correction published': 'published a correction',
		'edition published': 'published an edition'
	},
	'words and promises': {
		'commentary published': 'published a commentary',
		'commentary replaced': 'replaced a commentary',
		'action promised': 'promised an action',
		'action reported': 'reported on an action'
	},
	targets: {
		'target proposed': 'proposed a target',
		'target edited': 'edited a target',
		'target submitted': 'submitted a target',
		'target sent back': 'sent a target back',
		'target approved': 'approved a target',
		'target confirmed': 'confirmed a target',
		'target withdrawn': 'withdrew a target'
	},
	'catalogue and frameworks': {
		'collection rule set': 'set how an indicator is collected',
		'collection dates changed': 'changed the dates of a return',
		'collection period added': 'added a period to the calendar',
		'collection period taken out': 'took a period out of the calendar',
		'collection calendar made': 'made the calendar of a year',
		'catalogue change drafted': 'drafted a change of the catalogue',
		'catalogue change submitted': 'submitted a change of the catalogue',
		'catalogue change: amend': 'amended a change of the catalogue',
		'catalogue change: submit': 'submitted a change of the catalogue',
		'catalogue change: approve': 'approved a change of the catalogue',
		'catalogue change: return': 'sent a change of the catalogue back',
		'catalogue change: withdraw': 'withdrew a change of the catalogue',
		'influence set': 'set how far the council can move a measure',
		'owner named': 'named the post that owns a measure',
		'owner ended': 'ended the ownership of a post',
		'contributor named': 'named a post that contributes',
		'contributor ended': 'ended the part of a contributing post',
		'framework added': 'added a framework',
		'framework changed': 'changed a framework'
	},
	'people and duties': {
		'letters turned off': 'turned the letters of reminders off',
		'letters turned on': 'turned the letters of reminders on',
		'account made': 'made an account',
		'invite user': 'invited a person',
		'make link': 'made a sign-in link for a person',
		'change roles': 'changed roles',
		'disable user': 'disabled an account',
		'enable user': 'enabled an account',
		'reset second factor': 'took a second factor away',
		'end sessions': 'ended sessions',
		'change name': 'changed a name',
		'assign duty': 'gave a duty',
		'end duty': 'ended a duty',
		'hand over duties': 'handed duties over',
		'take over duties': 'took duties over',
		'note absence': 'noted an absence',
		'remove absence': 'removed an absence',
		'calendar address made': 'made a calendar address'
	},
	'signing in': {
		'set up': 'set up the first account',
		'send link': 'sent a link',
		'join from directory': 'came in through the directory',
		'set first password': 'set a first password',
		'reset password': 'set a new password with a link',
		'change password': 'changed a password',
		'set up second factor': 'set up a second factor',
		'renew backup codes': 'renewed backup codes',
		'end second factor': 'took the own second factor away'
	},
	audit: {
		'audit verified': 'verified the audit',
		'audit found broken': 'found the audit broken',
		'audit exported': 'exported the audit'
	}
} as const satisfies Readonly<Record<ActionGroup, Readonly<Record<string, string>>>>;

type Words = typeof words;
export type AuditAction = { [Group in ActionGroup]: keyof Words[Group] & string }[ActionGroup];

const all: ReadonlyMap<string, string> = new Map(
	GROUPS.flatMap((group) => Object.entries(words[group]))
);

/** The action after a name; one of another version of the product as it was recorded. */
export const actionWords = (action: string): string => all.get(action) ?? action;

export const knownActions: readonly string[] = [...all.keys()];

export const actionsOf = (group: ActionGroup): readonly string[] => Object.keys(words[group]);

export const isGroup = (given: string): given is ActionGroup =>
	GROUPS.some((group) => group === given);
