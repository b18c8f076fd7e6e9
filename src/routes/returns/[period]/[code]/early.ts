// What was typed before the page's script had come. Hydration sets each box to what the server sent; so
// it is read first, and goes into the draft like any typing.

/** Text by name of the box; nothing on the server. */
export function typedEarly(): ReadonlyMap<string, string> {
	if (typeof document === 'undefined') return new Map();
	const boxes = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
		'main :is(input:not([type="hidden"]), textarea)[name]'
	);
	const choices = document.querySelectorAll<HTMLSelectElement>('main select[name]');
	return new Map([
		...[...boxes].filter((box) => box.value !== box.defaultValue).map(pair),
		...[...choices].filter((box) => box.value !== sent(box)).map(pair)
	]);
}

const pair = (box: { name: string; value: string }): [string, string] => [box.name, box.value];

const sent = ({ options }: HTMLSelectElement): string =>
	([...options].find((one) => one.defaultSelected) ?? options[0])?.value ?? '';
