import { may, refusal, type Act, type Person, type Subject } from '../../domain/permission.ts';
import { Refused } from './refused.ts';

/** The first line of every use: the same rule that hides the button. */
export function must(person: Person, act: Act, subject: Subject = {}): void {
	if (!may(person, act, subject)) throw new Refused(refusal(act));
}
