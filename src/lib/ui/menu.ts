// The main menu (at most six items) and the links one step below it. A new page joins by one line.

export interface MenuItem {
	href: string;
	label: string;
}

export const menu: readonly MenuItem[] = [
	{ href: '/', label: 'Overview' },
	{ href: '/indicators', label: 'Indicators' },
	{ href: '/places', label: 'Places' },
	{ href: '/cold-spots', label: 'Cold spots' },
	{ href: '/cpf', label: 'Performance' },
	{ href: '/map', label: 'Map' }
];

export const footerLinks: readonly MenuItem[] = [
	{ href: '/themes', label: 'Themes' },
	{ href: '/actions', label: 'Actions' },
	{ href: '/map', label: 'Map' },
	{ href: '/frameworks', label: 'Frameworks' },
	{ href: '/catalogue', label: 'Catalogue' },
	{ href: '/data', label: 'Data and downloads' },
	{ href: '/method', label: 'How we judge' },
	{ href: '/glossary', label: 'Glossary' },
	{ href: '/story', label: 'The story so far' },
	{ href: '/changes', label: 'Changes' },
	{ href: '/accessibility', label: 'Accessibility' },
	{ href: '/privacy', label: 'Privacy' }
];

/** Is `path` this item's page or below it? The overview is only itself. */
export function isCurrent(item: MenuItem, path: string): boolean {
	return path === item.href || (item.href !== '/' && path.startsWith(`${item.href}/`));
}
