// Small conveniences; every page is complete without them. Each works from an attribute:
//   form[data-auto]     sends itself on change and swaps in the new <main>, keeping focus and place
//   [data-apply]        the form's own button, not needed when the form sends itself
//   [data-copy]         copies its text to the clipboard and says so
//   details             open while printing

for (const button of document.querySelectorAll('form[data-auto] [data-apply]'))
	button.hidden = true;

/** The address that a GET form asks for; a name with several values is written once, with commas. */
function addressOf(form) {
	const given = new Map();
	for (const [name, value] of new FormData(form)) {
		if (value !== '') given.set(name, [...(given.get(name) ?? []), value]);
	}
	const address = new URL(form.action);
	const parts = [...given].map(([name, values]) => {
		const chosen = values.length > 1 ? values.filter((value) => value !== 'none') : values;
		return `${encodeURIComponent(name)}=${chosen.map(encodeURIComponent).join(',')}`;
	});
	address.search = parts.join('&');
	return address;
}

function say(words) {
	let box = document.getElementById('said');
	if (!box) {
		box = Object.assign(document.createElement('p'), { id: 'said', className: 'vh' });
		box.setAttribute('role', 'status');
		document.body.append(box);
	}
	box.textContent = words;
}

const addressShown = () => location.pathname + location.search;
let shown = addressShown();

async function swap(form) {
	const address = addressOf(form);
	const focused = document.activeElement?.id;
	const answer = await fetch(address, { headers: { accept: 'text/html' } });
	const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const main = next.querySelector('main');
	if (!answer.ok || !main) return location.assign(address);
	document.querySelector('main').replaceWith(main);
	document.title = next.title;
	history.pushState(null, '', address);
	shown = addressShown();
	for (const button of main.querySelectorAll('form[data-auto] [data-apply]')) button.hidden = true;
	if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
	say(main.querySelector('[data-result]')?.textContent.trim() || 'Page updated');
}

addEventListener('change', (event) => {
	const form = event.target.closest?.('form[data-auto]');
	if (form) swap(form).catch(() => form.requestSubmit());
});

// Back to another address of this page asks for it again. A link to a part of the page changes nothing,
// and the map's own script answers Back itself.
addEventListener('popstate', (event) => {
	if (event.state?.['sveltekit:history'] || addressShown() === shown) return;
	location.reload();
});

addEventListener('click', async (event) => {
	const button = event.target.closest?.('[data-copy]');
	if (!button) return;
	await navigator.clipboard.writeText(button.dataset.copy);
	say('Copied');
	button.textContent = 'Copied';
});

let opened = [];
addEventListener('beforeprint', () => {
	opened = [...document.querySelectorAll('details:not([open])')];
	for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
	for (const details of opened) details.open = false;
	opened = [];
});
