import { sql } from 'kysely';
import type { JourneyReturn, SourceFile } from '../../domain/journey.ts';
import type { Db } from './client.ts';

// What happened to one figure before it was published. The figure itself: server/figures.ts.

export interface Key {
	indicator: string;
	area: string;
	period: string;
	breakdown: string;
}

/** Returns of the period that hold the figure, oldest first, with the people of their steps. */
export async function returnsOf(db: Db, key: Key): Promise<JourneyReturn[]> {
	const rows = await db
		.selectFrom('submissions as s')
		.innerJoin('submission_cells as cell', (join) =>
			join
				.onRef('cell.submission', '=', 's.id')
				.on('cell.area', '=', key.area)
				.on('cell.breakdown', '=', key.breakdown)
		)
		.leftJoin('imports as file', 'file.id', 's.import')
		.leftJoin('users as sender', 'sender.id', 'file.made_by')
		.leftJoin('users as starter', 'starter.id', 's.started_by')
		.leftJoin('users as submitter', 'submitter.id', 's.submitted_by')
		.leftJoin('users as assurer', 'assurer.id', 's.assured_by')
		.leftJoin('users as approver', 'approver.id', 's.approved_by')
		.select(['s.id', 's.kind', 's.state', 's.edition', 's.reason', 's.public_note', 's.import'])
		.select(['s.started_at', 's.submitted_at', 's.assured_at', 's.approved_at', 's.publish_at'])
		.select(['s.published_at', 'cell.import_row', 'sender.name as sent_by'])
		.select(['file.name as file', 'file.bytes', 'file.sha256', 'file.source_text', 'file.licence'])
		.select(['file.extracted_on', 'file.address', 'file.made_at', 'starter.name as started'])
		.select(['submitter.name as submitted', 'assurer.name as assured', 'approver.name as approved'])
		.where('s.indicator', '=', key.indicator)
		.where('s.period', '=', key.period)
		.orderBy('s.started_at')
		.orderBy('s.id')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, kind: row.kind as JourneyReturn['kind'], state: row.state },
		...{ edition: row.edition, reason: row.reason, publicNote: row.public_note },
		startedAt: row.started_at.toISOString(),
		submittedAt: row.submitted_at?.toISOString() ?? null,
		assuredAt: row.assured_at?.toISOString() ?? null,
		approvedAt: row.approved_at?.toISOString() ?? null,
		publishAt: row.publish_at?.toISOString() ?? null,
		publishedAt: row.published_at?.toISOString() ?? null,
		by: {
			...(row.started !== null && { started: row.started }),
			...(row.submitted !== null && { submitted: row.submitted }),
			...(row.assured !== null && { assured: row.assured }),
			...(row.approved !== null && { approved: row.approved })
		},
		file: fileOf(row)
	}));
}

interface FileRow {
	import: string | null;
	file: string | null;
	bytes: number | null;
	sha256: string | null;
	source_text: string | null;
	licence: string | null;
	extracted_on: string | null;
	address: string | null;
	made_at: Date | null;
	sent_by: string | null;
	import_row: number | null;
}

function fileOf(row: FileRow): SourceFile | null {
	if (row.import === null || row.file === null) return null;
	return {
		id: row.import,
		...{ name: row.file, bytes: row.bytes ?? 0, sha256: row.sha256 ?? '', from: row.source_text },
		...{ licence: row.licence, extractedOn: row.extracted_on, address: row.address },
		receivedAt: row.made_at?.toISOString() ?? '',
		by: row.sent_by ?? '',
		row: row.import_row
	};
}

/** More says nothing about one figure any more. */
const MOST = 500;

/** Audit events of those returns and their files, as far as they are about this figure. */
export function eventsOf(db: Db, { indicator, area, period, breakdown }: Key) {
	const returns = db
		.selectFrom('submissions')
		.where('indicator', '=', indicator)
		.where('period', '=', period);
	return db
		.selectFrom('audit_events')
		.select([
			'id',
			'at',
			'actor_name',
			'action',
			'subject_kind',
			'subject',
			'before',
			'after',
			'reason'
		])
		.where((eb) =>
			eb.or([
				eb.and([eb('subject_kind', '=', 'return'), eb('subject', 'in', returns.select('id'))]),
				eb.and([
					eb('subject_kind', '=', 'import'),
					eb(
						'subject',
						'in',
						returns.where('import', 'is not', null).select(sql<string>`import`.as('import'))
					)
				])
			])
		)
		.where(
			sql<boolean>`(action not in ('cell entered', 'warning answered')
				or coalesce(after, before)->>'area' = ${area}
					and coalesce(coalesce(after, before)->>'breakdown', 'all') in (${breakdown}, ''))`
		)
		.orderBy('id')
		.limit(MOST)
		.execute();
}
