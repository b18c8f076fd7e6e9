import { emptyCell } from '$lib/domain/entry/cell.ts';
import { keyOf } from '$lib/domain/entry/row.ts';
import { noWords, rowsOf } from '$lib/domain/entry/sheet.ts';
import type { Person } from '$lib/domain/permission.ts';
import {
	isEditable,
	STEPS,
	type Step,
	stepsFrom,
	type SubmissionState
} from '$lib/domain/submission.ts';
import type { CellRecord, WordsRecord } from '$lib/server/db/submission-cells.ts';
import type { Import } from '$lib/server/db/imports.ts';
import type { Submission } from '$lib/server/db/submissions.ts';
import { maySee } from '$lib/server/workflow/imports.ts';
import { mayTake } from '$lib/server/workflow/submission-steps.ts';
import type { Return } from '$lib/server/workflow/return-sheet.ts';

// The return as its page shows it.

/** A cell with who wrote it last; revision 0 = nothing has been entered. */
export interface SeenCell extends Omit<CellRecord, 'lower' | 'upper'> {
	revision: number;
}

export function seenCells(made: Return, cells: readonly CellRecord[]): SeenCell[] {
	const found = new Map(cells.map((cell) => [keyOf(cell), cell]));
	return rowsOf(made.sheet).map((row) => {
		const there = found.get(keyOf(row));
		if (!there) {
			const nobody = { by: { id: '', name: '' }, at: '', revision: 0 };
			return { ...emptyCell(row.area, row.breakdown), ...nobody };
		}
		const { lower: _, upper: __, ...cell } = there;
		return cell;
	});
}

export const seenWords = (words: WordsRecord | undefined) => ({
	...noWords,
	...(words && { what: words.what, soWhat: words.soWhat, nowWhat: words.nowWhat }),
	revision: words?.revision ?? 0
});

export function standing(submission: Submission, person: Person, made: Return) {
	const about = { submission, made };
	const open: readonly Step[] = stepsFrom(submission.state).filter((one) => one !== 'publish');
	const steps = STEPS.filter((one) => open.includes(one) && mayTake(person, one, about));
	return {
		...{ id: submission.id, state: submission.state, revision: submission.revision },
		...{ kind: submission.kind, returnedNote: submission.returnedNote },
		...{ reason: submission.reason, publicNote: submission.publicNote },
		authors: submission.authors.map(({ name }) => name),
		steps: steps as Step[],
		isEditable: isEditable(submission.state)
	};
}

const stateSentences: Readonly<Record<SubmissionState, string>> = {
	draft: 'Draft: nobody outside the team can see it.',
	submitted: 'Submitted. A second officer checks it next.',
	'quality-assured': 'Checked by a second officer. It waits for approval.',
	approved: 'Approved. It waits to be published.',
	scheduled: 'Approved and waiting for its release time.',
	published: 'Published.',
	returned: 'Sent back. Reopen it to change it.',
	withdrawn: 'Withdrawn.'
};

type Current = Pick<Submission, 'state'> | undefined;

/** Published with a return, or before returns were entered here. */
const isPublished = (current: Current, { isPublished: isHeld }: Return): boolean =>
	current?.state === 'published' || (isHeld && (!current || current.state === 'withdrawn'));

export const canCorrect = isPublished;

export const canWrite = (current: Current, made: Return): boolean =>
	current?.state === 'draft' ||
	((!current || current.state === 'withdrawn') && !isPublished(current, made));

export function statusOf(current: Current, made: Return): { stateSentence: string } {
	if (isPublished(current, made)) return { stateSentence: 'Published. Readers can see it.' };
	return {
		stateSentence: current ? stateSentences[current.state] : 'Nothing has been entered yet.'
	};
}

/** The file whose figures became this return; only some may open it. */
export const originOf = (file: Import, person: Person) => ({
	name: file.name,
	source: file.sourceText ?? 'a sender who is not named',
	licence: file.licence,
	href: maySee(person, file) ? `/imports/${file.id}` : null
});
