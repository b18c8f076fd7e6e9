import type { AuditAction } from '../../domain/audit/actions.ts';
import { emptyCell } from '../../domain/entry/cell.ts';
import { record } from '../audit.ts';
import type { Trx } from '../db/client.ts';
import * as cells from '../db/submission-cells.ts';
import * as submissions from '../db/submissions.ts';
import { who } from './people.ts';

// Two late returns on their way: one approved and under embargo, one sent back with a note.

const PERIOD = 'FY2026-Q2';
const WRITTEN = new Date('2026-11-18T10:00:00Z');
const CHECKED = new Date('2026-11-19T10:00:00Z');
const APPROVED = new Date('2026-11-20T09:00:00Z');
/** Release of the figure under embargo. */
const RELEASE = new Date('2027-01-15T09:30:00Z');

interface Late {
	id: string;
	indicator: string;
	numerator: number;
	denominator: number | null;
	by: string;
}

const embargoed: Late = {
	...{ id: '00000000-0000-4000-8000-000000000001', indicator: 'L08' },
	...{ numerator: 228, denominator: 421, by: 'second-officer' }
};
const sentBack: Late = {
	...{ id: '00000000-0000-4000-8000-000000000002', indicator: 'T18' },
	...{ numerator: 64, denominator: null, by: 'officer' }
};

/** @param area the borough @param version of each indicator's definition */
export async function addReturns(trx: Trx, area: string, version: (code: string) => number) {
	for (const late of [embargoed, sentBack]) await write(trx, late, area, version(late.indicator));
	await submissions.change(trx, embargoed.id, {
		...{ state: 'scheduled', publish_at: RELEASE },
		...{ submitted_by: embargoed.by, submitted_at: WRITTEN },
		...{ assured_by: 'officer', assured_at: CHECKED },
		...{ approved_by: 'approver', approved_at: APPROVED }
	});
	await tell(trx, embargoed, 'return scheduled', 'approver');
	await submissions.change(trx, sentBack.id, {
		...{ state: 'returned', submitted_by: sentBack.by, submitted_at: WRITTEN },
		returned_note: 'Illustrative: two venues are missing. Please ask them and add their people.'
	});
	await tell(trx, sentBack, 'return sent back', 'approver');
}

async function write(trx: Trx, late: Late, area: string, definitionVersion: number) {
	const { id, indicator, by, numerator, denominator } = late;
	const made = { id, indicator, period: PERIOD, kind: 'return', definitionVersion, by } as const;
	await submissions.add(trx, made, WRITTEN);
	const figures = { state: 'known', numerator, denominator } as const;
	await cells.put(trx, { submission: id, by }, { ...emptyCell(area), ...figures }, WRITTEN);
	await tell(trx, late, 'return written', by);
}

function tell(trx: Trx, { id, indicator }: Late, action: AuditAction, by: string): Promise<void> {
	return record(trx, who(by), APPROVED, {
		action,
		subject: ['return', id],
		after: { indicator, period: PERIOD }
	});
}
