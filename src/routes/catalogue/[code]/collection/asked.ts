import { RULE_BOXES, type RuleBoxes } from '$lib/domain/collection/rule.ts';
import { text } from '$lib/server/web/form.ts';

/** The boxes of the rule's form as they were sent. */
export const ruleBoxes = (form: FormData): RuleBoxes =>
	Object.fromEntries(RULE_BOXES.map((box) => [box, text(form, box, 300)])) as RuleBoxes;

/** The boxes of a proposed disclosure rule. */
export const protectionBoxes = (form: FormData) => ({
	...{ kind: text(form, 'kind', 10), threshold: text(form, 'threshold', 4) },
	...{ hideZero: text(form, 'hideZero', 3), roundTo: text(form, 'roundTo', 4) }
});
