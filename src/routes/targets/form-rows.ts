// What the form of a target is made of: apart from its reading, which is the server's, because the
// page draws it.

export type Given = Record<string, string>;

/** Rows for milestones; the last day of the goal has a row of its own. */
export const ROWS = [1, 2, 3, 4, 5, 6] as const;
export const QUARTERS = [1, 2, 3, 4] as const;
