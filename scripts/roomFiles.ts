import { type Platform, type Room, rooms } from '../rooms.ts';

/**
 * What `npm run rooms` writes, as values: path to text. Pure, so that the test compares without writing.
 * @param packageJson The committed package.json; only its `imports` are replaced.
 * @param biomeBase The hand-written part of Biome's settings (`biome.base.json`).
 */
export function roomFiles(
	packageJson: Record<string, unknown>,
	biomeBase: Record<string, unknown>,
): Map<string, string> {
	const files = new Map<string, string>();
	const put = (path: string, value: unknown) =>
		files.set(path, `${JSON.stringify(value, null, '\t')}\n`);
	for (const [name, room] of Object.entries(rooms))
		put(`src/${name}/tsconfig.json`, roomTsconfig(name, room));
	put('tsconfig.json', {
		files: [],
		references: [
			...Object.keys(rooms).map((name) => ({ path: `src/${name}` })),
			{ path: './tsconfig.library.json' },
			{ path: './tsconfig.tests.json' },
		],
	});
	put('tsconfig.tests.json', testsTsconfig());
	put('biome.json', {
		...biomeBase,
		overrides: [
			...((biomeBase.overrides as unknown[] | undefined) ?? []),
			...Object.entries(rooms).map(([name, room]) => allowList(name, room)),
		],
	});
	put('package.json', {
		...packageJson,
		imports: Object.fromEntries(topRooms().map((name) => [`#${name}/*`, `./src/${name}/*`])),
	});
	return files;
}

const topRooms = () => Object.keys(rooms).filter((name) => !name.includes('/'));

const libs: Record<Platform, readonly string[]> = {
	pure: ['es2023'],
	web: ['es2023', 'dom', 'dom.iterable'],
	dom: ['es2023', 'dom', 'dom.iterable'],
	worker: ['es2023', 'webworker', 'webworker.iterable'],
	node: ['es2023'],
};

const up = (name: string) => '../'.repeat(name.split('/').length + 1);

function roomTsconfig(name: string, room: Room) {
	const nested = Object.keys(rooms).filter((n) => n.startsWith(`${name}/`));
	return {
		extends: `${up(name)}tsconfig.base.json`,
		compilerOptions: {
			lib: libs[room.platform],
			types: room.platform === 'node' ? ['node'] : room.platform === 'dom' ? ['vite/client'] : [],
			rootDir: `${up(name)}src`,
			outDir: `${up(name)}.tsc/${name}`,
			tsBuildInfoFile: `${up(name)}.tsc/${name.replace('/', '-')}.tsbuildinfo`,
		},
		include: ['.'],
		exclude: [
			'**/*.test.ts',
			'**/*.test.tsx',
			'**/*.bench.ts',
			...nested.map((n) => n.slice(name.length + 1)),
		],
		references: room.rooms.map((r) => ({ path: `${up(name)}src/${r}` })),
	};
}

function testsTsconfig() {
	return {
		extends: './tsconfig.base.json',
		compilerOptions: {
			lib: ['es2023', 'dom', 'dom.iterable'],
			types: ['node', 'vite/client'],
			rootDir: '.',
			outDir: '.tsc/tests',
			tsBuildInfoFile: '.tsc/tests.tsbuildinfo',
		},
		include: [
			'*.ts',
			'scripts/**/*.ts',
			'bench/**/*.ts',
			'comfyui/**/*.ts',
			'e2e/**/*.ts',
			'src/**/*.test.ts',
			'src/**/*.test.tsx',
			'src/**/*.bench.ts',
		],
		exclude: ['bench/peers'],
		references: Object.keys(rooms).map((name) => ({ path: `src/${name}` })),
	};
}

/** Globals that touch the outside: in a `web` room they come as arguments, so that tests own time and network. */
const outsideGlobals = [
	'fetch',
	'WebSocket',
	'XMLHttpRequest',
	'window',
	'document',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'setTimeout',
	'setInterval',
	'requestAnimationFrame',
	'Worker',
];

function allowList(name: string, room: Room) {
	const nested = Object.keys(rooms).filter((n) => n.startsWith(`${name}/`));
	const allowed = [name, ...room.rooms].filter((n) => !n.includes('/'));
	const nestedAllowed = [name, ...room.rooms].filter((n) => n.includes('/'));
	const nestedDenied = Object.keys(rooms).filter(
		(n) =>
			n.includes('/') && allowed.includes(n.split('/')[0] as string) && !nestedAllowed.includes(n),
	);
	const group = [
		'*',
		'*/**',
		'@*/**',
		'node:*',
		'#*/**',
		'!./**',
		'!../**',
		...allowed.map((r) => `!#${r}/**`),
		...nestedAllowed.map((r) => `!#${r}/**`),
		...nestedDenied.map((r) => `#${r}/**`),
		...room.packages.flatMap((p) => [`!${p}`, `!${p}/**`]),
		...(room.platform === 'node' ? ['!node:*', '!node:*/**'] : []),
	];
	return {
		includes: [
			`src/${name}/**`,
			...nested.map((n) => `!src/${n}/**`),
			'!**/*.test.ts',
			'!**/*.test.tsx',
			'!**/*.bench.ts',
		],
		linter: {
			rules: {
				style: {
					noRestrictedImports: {
						level: 'error',
						options: {
							patterns: [
								{
									group,
									message: `Room "${name}" may import: ${[name, ...room.rooms].join(', ')}; packages: ${room.packages.join(', ') || 'none'}. See rooms.ts.`,
								},
							],
						},
					},
					...(room.platform === 'web'
						? {
								noRestrictedGlobals: {
									level: 'error',
									options: {
										deniedGlobals: Object.fromEntries(
											outsideGlobals.map((g) => [
												g,
												'Comes as an argument in this room, so that tests own time and network.',
											]),
										),
									},
								},
							}
						: {}),
				},
			},
		},
	};
}
