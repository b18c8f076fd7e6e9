import manifest from '../../../../static/open-data/manifest.json' with { type: 'json' };

// The files under static/open-data, as they were prepared from their publishers' own.

export interface OpenFile {
	path: string;
	title: string;
	source: string;
	publisher: string;
	licence: string;
	vintage: string;
	caveats: string | null;
	bytes: number;
	sha256: string;
}

export const preparedOn: string = manifest.prepared;

export const openFiles: readonly OpenFile[] = manifest.files;
