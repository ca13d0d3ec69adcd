import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from './rooms.ts';
import { roomFiles } from './scripts/roomFiles.ts';

const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'));
const files = roomFiles(readJson('package.json'), readJson('biome.base.json'));
const names = Object.keys(rooms);

test.each([...files.keys()])('%s is what rooms.ts says (npm run rooms)', (path) => {
	expect(readJson(path)).toEqual(JSON.parse(files.get(path) ?? ''));
});

const reaches = (from: string, to: string): boolean =>
	(rooms[from]?.rooms ?? []).some((next) => next === to || reaches(next, to));

test('every room names rooms that exist, and none that names it back', () => {
	for (const [name, room] of Object.entries(rooms)) {
		expect(names).toEqual(expect.arrayContaining([...room.rooms]));
		expect([name, reaches(name, name)]).toEqual([name, false]);
	}
});

/** One small file of a room, and which tools must refuse it. */
interface Probe {
	readonly code: string;
	readonly biome: boolean;
	readonly tsc: boolean;
}
const probes = new Map<string, Probe>();
const put = (room: string, probe: string, code: string, biome: boolean, tsc: boolean) =>
	probes.set(`src/${room}/${probe}.ts`, { code, biome, tsc });

for (const [name, room] of Object.entries(rooms)) {
	const fileName = (text: string) => text.replace(/[^a-z]/gi, '-');
	for (const other of names) {
		// A room that an allowed one may import is known to tsc (references are followed on), so only Biome refuses it.
		const isAllowed = other === name || room.rooms.includes(other);
		const code = `import { target } from '#${other}/target.ts';\nexport const got: number = target;`;
		put(name, `to-${fileName(other)}`, code, !isAllowed, !isAllowed && !reaches(name, other));
	}
	put(name, 'zod', "export { string } from 'zod/mini';", !room.packages.includes('zod'), false);
	put(name, 'konva', "export { default } from 'konva';", !room.packages.includes('konva'), false);
	const isNode = room.platform === 'node';
	put(name, 'node-fs', "export { readFile } from 'node:fs/promises';", !isNode, !isNode);
	const isPure = room.platform === 'pure';
	const isWeb = room.platform === 'web';
	put(name, 'fetch', "export const got = fetch('x');", isWeb, isPure);
	put(name, 'timer', 'export const timer = setTimeout(() => {}, 1);', isWeb, isPure);
	const hasDom = room.platform === 'dom' || isWeb;
	put(name, 'document', 'export const title = document.title;', isWeb, !hasDom);
	put(name, 'inside', "export { target } from './target.ts';", false, false);
}

let folder = '';
const refused = { biome: new Set<string>(), tsc: new Set<string>() };

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'wan-ati-rooms-'));
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	for (const [path, text] of files) write(path, text);
	write('tsconfig.base.json', readFileSync('tsconfig.base.json', 'utf8'));
	// The folder is no checkout.
	const biome = { ...JSON.parse(files.get('biome.json') ?? ''), vcs: { enabled: false } };
	write('biome.json', JSON.stringify(biome));
	for (const name of names) write(`src/${name}/target.ts`, 'export const target = 1;\n');
	for (const [path, { code }] of probes) write(path, `${code}\n`);
	const lint = ['lint', '--max-diagnostics=none', '--reporter=json'];
	const only = ['noRestrictedImports', 'noRestrictedGlobals'].map((rule) => `--only=style/${rule}`);
	const [linted, compiled] = await Promise.all([
		run('@biomejs/biome/bin/biome', [...lint, ...only, 'src']),
		run('typescript/bin/tsc', ['-b', ...names.map((name) => `src/${name}`)]),
	]);
	const { diagnostics } = JSON.parse(linted.slice(linted.indexOf('{'))) as {
		diagnostics: { location: { path: string | { file: string } } }[];
	};
	for (const { location } of diagnostics)
		refused.biome.add(typeof location.path === 'string' ? location.path : location.path.file);
	for (const [, path = ''] of compiled.matchAll(/^(src\/[^(]+)\(\d+,\d+\): error TS/gm))
		refused.tsc.add(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a tool of ours prints in the folder; both end with an error code here, as they should. */
function run(script: string, args: readonly string[]): Promise<string> {
	return new Promise((done) => {
		execFile(
			process.execPath,
			[join(folder, 'node_modules', script), ...args],
			{ cwd: folder, maxBuffer: 2 ** 28 },
			(_error, stdout) => done(stdout),
		);
	});
}

test.each(['biome', 'tsc'] as const)('%s refuses each forbidden import and no other', (tool) => {
	const expected = [...probes].filter(([, probe]) => probe[tool]).map(([path]) => path);
	expect(expected.length).toBeGreaterThan(100);
	expect([...refused[tool]].sort()).toEqual(expected.sort());
});
