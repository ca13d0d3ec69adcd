import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createZipWriter } from './createZipWriter.ts';

const read = async (archive: Blob) => unzipSync(new Uint8Array(await archive.arrayBuffer()));
const at = Date.UTC(2026, 10, 25);

test('what is put in comes out, packed or not', async () => {
	const files = fc.uniqueArray(
		fc.tuple(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), fc.uint8Array(), fc.boolean()),
		{ selector: ([name]) => name, maxLength: 6 },
	);
	await fc.assert(
		fc.asyncProperty(files, async (all) => {
			const zip = createZipWriter();
			for (const [name, content, isPacked] of all) zip.add(name, content, isPacked, at);
			const out = await read(zip.end());
			expect(Object.keys(out).sort()).toEqual(all.map(([name]) => name).sort());
			for (const [name, content] of all) expect(out[name]).toEqual(content);
		}),
		{ numRuns: 40 },
	);
});

test('text is packed, names may hold any letter, and more than is held in memory is whole', async () => {
	const zip = createZipWriter();
	const text = new TextEncoder().encode('track '.repeat(10_000));
	const large = new Uint8Array(9 * 1024 * 1024).fill(7);
	zip.add('Été/pistes.json', text, false, at);
	zip.add('Été/film.mp4', large, true, at);
	const archive = zip.end();
	expect(archive.size).toBeLessThan(large.length + text.length / 4);
	const out = await read(archive);
	expect(strFromU8(out['Été/pistes.json']!)).toBe(strFromU8(text));
	expect(out['Été/film.mp4']?.length).toBe(large.length);
});
