import {
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli as text } from '#text/en/cli.ts';
import { temporaryFolder } from '../testing/runCli.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
	folder = temporaryFolder();
});
afterEach(() => folder.dispose());
const at = (name: string): string => join(folder.path, name);

test('a new file and an old one end with the whole content, and nothing lies beside', async () => {
	expect((await writeWhole(at('a'), 'first', text)).ok).toBe(true);
	expect((await writeWhole(at('a'), Uint8Array.of(1, 2), text)).ok).toBe(true);
	expect([...readFileSync(at('a'))]).toEqual([1, 2]);
	expect(readdirSync(folder.path)).toEqual(['a']);
});

test('through a link the file is replaced, not the link', async () => {
	writeFileSync(at('real'), 'old');
	symlinkSync(at('real'), at('link'));
	await writeWhole(at('link'), 'new', text);
	expect(readFileSync(at('real'), 'utf8')).toBe('new');
	expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
});

test('what cannot be written is said before any work, and again if it comes later', async () => {
	mkdirSync(at('folder'));
	expect(await checkTarget(at('folder'), text)).toMatchObject({ exitCode: 2 });
	expect(await checkTarget(at('no/such'), text)).toMatchObject({ exitCode: 2 });
	expect(await checkTarget('/dev/null', text)).toMatchObject({ exitCode: 2 });
	expect(await checkTarget(at('fine'), text)).toBe(undefined);
	expect(await writeWhole(at('no/such'), 'x', text)).toMatchObject({
		ok: false,
		error: { exitCode: 1, kind: 'notWritable' },
	});
	expect(readdirSync(folder.path)).toEqual(['folder']);
});
