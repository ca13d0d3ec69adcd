import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

interface Packed {
	readonly unpackedSize: number;
	readonly files: readonly { readonly path: string }[];
}

test('what is packed has all that is named in package.json, no sources and no tests', () => {
	const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
	const [packed] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' })) as Packed[];
	const paths = (packed?.files ?? []).map(({ path }) => path);
	const { bin, exports, types } = JSON.parse(readFileSync('package.json', 'utf8'));
	for (const path of [bin['wan-ati'], types, exports['.'].types, exports['.'].default])
		expect(paths).toContain(path.replace(/^\.\//, ''));
	expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/app/index.html']));
	const strange = /^(src|e2e|bench|scripts|node_modules)\/|\.test\.|\.map$|fixtures\//;
	expect(paths.filter((path) => strange.test(path))).toEqual([]);
	expect(packed?.unpackedSize ?? Number.POSITIVE_INFINITY).toBeLessThan(20e6);
});

test('the library is imported without a DOM, and names its declarations', async () => {
	const entry = resolve('dist/lib/index.js');
	const code = `import * as it from ${JSON.stringify(pathToFileURL(entry).href)};
		const track = it.createTrack(it.emptyDocument, 'a', 'path', [{ x: 1, y: 2, mode: 'smooth' }]);
		console.log([it.sampleTrack(track).length, it.parseAtiTracks('[[{"x":1,"y":2}]]').ok,
			typeof it.createComfyClient({ platform: it.createPlatform(), baseUrl: 'http://x', clientId: 'c' }).queue].join(' '));`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
		encoding: 'utf8',
	});
	expect([stdout, stderr]).toEqual(['242 true function\n', '']);
	const declarations = readFileSync('dist/lib/index.d.ts', 'utf8');
	expect(declarations).not.toContain("'#");
	for (const [, path] of declarations.matchAll(/from '(\.[^']+)\.js'/g))
		expect(existsSync(resolve('dist/lib', `${path}.d.ts`)), path).toBe(true);
});
