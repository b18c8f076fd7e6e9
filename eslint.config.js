import { defineConfig } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

// One row a layer: its folder and what it may import besides itself. Not listed = error.
// A folder inside another comes first.
const layers = [
	{ type: 'domain', folder: 'src/lib/domain', uses: [] },
	{ type: 'db', folder: 'src/lib/server/db', uses: ['domain', 'migrations'] },
	{ type: 'server', folder: 'src/lib/server', uses: ['db', 'domain', 'migrations'] },
	{ type: 'migrations', folder: 'migrations', uses: [] },
	{ type: 'ui', folder: 'src/lib/ui', uses: ['domain'] },
	{ type: 'charts', folder: 'src/lib/charts', uses: ['ui', 'domain'] },
	{ type: 'map', folder: 'src/lib/map', uses: ['charts', 'ui', 'domain'] },
	{ type: 'params', folder: 'src/params', uses: ['domain'] },
	{
		type: 'route',
		folder: 'src/routes',
		uses: ['server', 'db', 'map', 'charts', 'ui', 'domain']
	},
	{ type: 'cli', folder: 'src/cli', uses: ['server', 'db', 'domain'] }
];

// A package that one layer alone may touch.
const fences = {
	kysely: ['db', 'migrations'],
	'kysely/*': ['db', 'migrations'],
	pg: ['db'],
	'@electric-sql/**': ['db'],
	'better-auth': ['server'],
	'better-auth/**': ['server'],
	nodemailer: ['server'],
	'maplibre-gl': ['map'],
	'@observablehq/plot': ['charts']
};

// What would make the domain impure. $lib too: relative imports keep it runnable without SvelteKit.
const impure = [
	'svelte',
	'svelte/*',
	'@sveltejs/*',
	'$app/*',
	'$env/*',
	'$lib/*',
	'node:*',
	'fs',
	'path'
];

const from = (...types) => ({ element: { types: { anyOf: types } } });
const imports = {
	default: 'disallow',
	checkAllOrigins: true, // else packages are not looked at
	policies: [
		...layers.map(({ type, uses }) => ({ from: from(type), allow: { to: from(type, ...uses) } })),
		{ allow: { to: { module: { origin: ['external', 'core'] } } } },
		...Object.entries(fences).map(([source, types]) => ({
			from: { element: { types: { noneOf: types } } },
			disallow: { to: { module: { origin: 'external', source } } }
		}))
	]
};

const ban = (selector, message) => ({ selector, message });
const environment = ban(
	"MemberExpression[object.name='process'][property.name='env']",
	'read the environment in server/config.ts only'
);
const clock = [
	ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'pass the clock in'),
	ban("NewExpression[callee.name='Date'][arguments.length=0]", 'pass the clock in'),
	ban(
		"CallExpression[callee.object.name='Math'][callee.property.name='random']",
		'pass a seeded generator in'
	)
];

// Figures leave the server through the disclosure gate. What would go round it: opening a sealed row,
// taking sealed rows past server/figures.ts, a query outside server/db, and in there a query that hands
// on the value of a figure unsealed.
const opening = {
	group: ['**/seal.ts'],
	importNames: ['unseal'],
	message: 'only the gate (gate.ts, release.ts) opens sealed rows'
};
const sealedRows = {
	group: ['**/db/observations.ts', '**/db/slices.ts', '**/db/protecting.ts', '**/db/renewing.ts'],
	allowTypeImports: true,
	message: 'figures come from server/figures.ts; what is held without figures from db/holdings.ts'
};
const aside = ban(
	'ImportExpression[source.value=/(seal|observations|slices|protecting|renewing)(\\.ts)?$/]',
	'figures come from server/figures.ts'
);
const QUERIES = '/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|executeQuery)$/';
const query = ban(
	`:matches(MemberExpression[property.name=${QUERIES}], MemberExpression[property.value=${QUERIES}], ObjectPattern > Property[key.name=${QUERIES}])`,
	'queries live in src/lib/server/db'
);
const STARTS = '/^(selectFrom|updateTable|insertInto|deleteFrom|mergeInto|innerJoin|leftJoin)$/';
const named = `CallExpression[callee.property.name=${STARTS}]`;
const TABLE = 'Literal[value=/^observations( |$)/]';
const ofFigures = `:matches(:has(${named} > ${TABLE}), :has(${named} > ArrayExpression > ${TABLE}))`;
const FIGURE = '(value|lower|upper|numerator|denominator)( as .*)?$';
const bareFigures = [
	`CallExpression[callee.property.name=/^(selectAll|returningAll)$/][arguments.length=0]${ofFigures}`,
	'CallExpression[callee.property.name=/^(selectAll|returningAll)$/][arguments.0.value=/^observations/]',
	`CallExpression[callee.property.name=/^(select|returning)$/]${ofFigures} Literal[value=/^${FIGURE}/]`,
	`Literal[value=/^observations\\.${FIGURE}/]`,
	"CallExpression[callee.object.name='sql'][callee.property.name='raw']",
	"TaggedTemplateExpression[tag.name='sql'] CallExpression[callee.property.name=/^(table|id|ref)$/] > Literal[value=/^observations/]",
	"TaggedTemplateExpression[tag.name='sql'] TemplateElement[value.raw=/(from|join)\\s+observations/i]"
].map((selector) =>
	ban(selector, 'figures are selected sealed: db/observations.ts or db/slices.ts')
);
const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', environment, ...rules] });
const noImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
	{ ignores: ['.svelte-kit/**', 'build/**', 'static/**', '.data/**', '.demo/**'] },
	ts.configs.base,
	...svelte.configs['flat/base'],
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		files: ['src/**/*.{ts,svelte}', 'migrations/**/*.ts'],
		plugins: { boundaries },
		settings: {
			'import/resolver': { typescript: { project: 'tsconfig.json' } },
			'boundaries/elements': layers.map(({ type, folder }) => ({ type, pattern: folder }))
		},
		rules: {
			'boundaries/dependencies': ['error', imports],
			...syntax(query, aside),
			...noImports(opening, sealedRows),
			'no-console': 'error',
			'svelte/no-at-html-tags': 'error',
			'no-unused-vars': 'off',
			'prefer-const': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }]
		}
	},
	{
		files: ['src/lib/domain/**'],
		rules: { ...syntax(aside, ...clock), ...noImports({ group: impure }, opening) }
	},
	{
		files: ['src/lib/domain/disclosure/{gate,release}.ts'],
		rules: noImports({ group: impure })
	},
	{ files: ['src/lib/server/db/**', 'migrations/**'], rules: syntax(aside, ...bareFigures) },
	{
		// publishing.ts moves rows from table to table and hands none on.
		files: ['src/lib/server/db/{observations,slices,protecting,renewing,publishing}.ts'],
		rules: syntax(aside)
	},
	{
		// Where rows are gated, protected, or compared with newer open data of the same figures.
		files: [
			'src/lib/server/figures.ts',
			'src/lib/server/workflow/disclosure.ts',
			'src/lib/server/load/refresh.ts'
		],
		rules: noImports(opening)
	},
	{ files: ['src/lib/server/config.ts'], rules: { 'no-restricted-syntax': 'off' } },
	{ files: ['src/lib/server/log.ts', 'src/cli/**'], rules: { 'no-console': 'off' } },
	// The one place that inserts the server's own SVG.
	{ files: ['src/lib/charts/Figure.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } }
);
