import { kindOf } from '../../domain/collection/cadence.ts';
import * as rules from '../db/collection-rules.ts';
import type { Trx } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import { usual } from '../workflow/return-sheet.ts';
import { OPEN_DATA_AT } from './calendar.ts';
import { invented } from './measures.ts';
import { who } from './people.ts';

// Rules of collection of the returns that are in the calendar, so that the next year's can be made.
// Learners are also counted as women and men.

const GROUPS: Readonly<Record<string, readonly ('sex' | 'age')[]>> = { W01: ['sex'] };

export async function addRules(trx: Trx): Promise<void> {
	const catalogue = new Map((await indicators.all(trx)).map((one) => [one.code, one]));
	for (const { code, every } of invented) {
		const indicator = catalogue.get(code);
		if (!indicator || (every !== 'quarter' && every !== 'term')) continue;
		const rule = { ...usual(indicator), cadence: every, groups: GROUPS[code] ?? null };
		const written = { indicator: code, rule, periodKind: kindOf(every) };
		await rules.write(trx, { ...written, by: who('performance-lead').id }, OPEN_DATA_AT);
	}
}
