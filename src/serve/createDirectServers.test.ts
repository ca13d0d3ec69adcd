import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDirectServers } from './createDirectServers.ts';

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'wan-ati-config-'));
	onTestFinished(() => rmSync(made, { recursive: true }));
	return made;
}

test('what was added is there after the next start, once', () => {
	const at = join(folder(), 'not', 'made', 'yet');
	const servers = createDirectServers(at);
	expect(servers.add('http://10.0.0.9:8188/')).toBe(true);
	expect(servers.add('http://10.0.0.9:8188')).toBe(true);
	expect(servers.add('https://gpu.example/comfy/')).toBe(true);
	expect(createDirectServers(at).list()).toEqual([
		'http://10.0.0.9:8188',
		'https://gpu.example/comfy',
	]);
	servers.remove('http://10.0.0.9:8188');
	expect(createDirectServers(at).list()).toEqual(['https://gpu.example/comfy']);
});

test.each(['', 'gpu', 'ftp://gpu', 'http://me:secret@gpu', 'http://gpu/?token=1', 'javascript:1'])(
	'%j is no address of a ComfyUI',
	(text) => {
		const servers = createDirectServers(undefined);
		expect(servers.add(text)).toBe(false);
		expect(servers.list()).toEqual([]);
	},
);

test('the list does not grow for ever: the first one added goes', () => {
	const servers = createDirectServers(undefined);
	for (let i = 0; i <= 32; i++) expect(servers.add(`http://gpu${i}:8188`)).toBe(true);
	expect(servers.list()).toHaveLength(32);
	expect(servers.list()).not.toContain('http://gpu0:8188');
});

test('a damaged file is an empty list, and strange entries are dropped', () => {
	const at = folder();
	writeFileSync(join(at, 'servers.json'), '{');
	expect(createDirectServers(at).list()).toEqual([]);
	writeFileSync(join(at, 'servers.json'), '["http://gpu:8188", 7, "ftp://x", null]');
	expect(createDirectServers(at).list()).toEqual(['http://gpu:8188']);
});
