/** Published words beside a figure, held in time as figures are: what, so what, now what. */
export interface Commentary {
	id: number;
	indicator: string;
	area: string;
	/** Id of the period it speaks of. */
	period: string;
	what: string;
	soWhat: string | null;
	nowWhat: string | null;
	cause: string | null;
	authorName: string;
	/** Instant, ISO. */
	publishedAt: string;
}
