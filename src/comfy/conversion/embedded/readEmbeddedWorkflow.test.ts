import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmbeddedWorkflow } from './readEmbeddedWorkflow.ts';

// Written by ffmpeg 7 with the options that ComfyUI's SaveVideo and VideoHelperSuite use.
const video = (name: string) =>
	readFileSync(new URL(`../fixtures/embedded/${name}`, import.meta.url));
const prompt = {
	3: {
		class_type: 'KSampler',
		inputs: { seed: 18446744073709551615n, text: 'café "q"' },
	},
};
const workflow = { version: 0.4, nodes: [], links: [] };

const bytesOf = (text: string) => new TextEncoder().encode(text);

function chunk(type: string, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
	const data = Buffer.concat(
		[type, ...parts].map((part) => (typeof part === 'string' ? bytesOf(part) : part)),
	);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length - 4, 0);
	frame.writeUInt32BE(crc32(data), 4);
	return Buffer.concat([frame.subarray(0, 4), data, frame.subarray(4)]);
}

const png = (...chunks: readonly Uint8Array[]): Uint8Array =>
	Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', new Uint8Array(13)),
		...chunks,
		chunk('IEND'),
	]);

test.each(['saveVideo.mp4', 'videoHelperSuite.mp4', 'saveWebm.webm'])(
	'%s gives both formats',
	async (name) => {
		expect(await readEmbeddedWorkflow(video(name))).toEqual({
			ok: true,
			value: { prompt, workflow },
		});
	},
);

test.each([
	['tEXt', (text: string) => chunk('tEXt', 'workflow\0', text)],
	['comf, of animated ones', (text: string) => chunk('comf', 'workflow\0', text)],
	['zTXt', (text: string) => chunk('zTXt', 'workflow\0\0', deflateSync(text))],
	['iTXt', (text: string) => chunk('iTXt', 'workflow\0\0\0\0\0', text)],
	[
		'compressed iTXt',
		(text: string) => chunk('iTXt', 'workflow\0\x01\0en\0title\0', deflateSync(text)),
	],
])('a picture holds its workflow in %s', async (_, write) => {
	const found = await readEmbeddedWorkflow(png(write('{"version":0.4,"nodes":[],"links":[]}')));
	expect(found).toEqual({ ok: true, value: { workflow } });
});

/** A WebP as PIL writes it, with texts in the first directory of its EXIF. */
function webp(texts: readonly string[], head = ''): Uint8Array {
	const values = texts.map((text) => bytesOf(`${text}\0`));
	const tiff = Buffer.alloc(14 + 12 * texts.length);
	tiff.write('II*\0', 'latin1');
	tiff.writeUInt32LE(8, 4);
	tiff.writeUInt16LE(texts.length, 8);
	let end = tiff.length;
	for (const [index, value] of values.entries()) {
		const at = 10 + 12 * index;
		tiff.writeUInt16LE(0x010f + index, at);
		tiff.writeUInt16LE(2, at + 2);
		tiff.writeUInt32LE(value.length, at + 4);
		tiff.writeUInt32LE(end, at + 8);
		end += value.length;
	}
	const exif = Buffer.concat([bytesOf(head), tiff, ...values]);
	const riff = (type: string, data: Uint8Array) => {
		const frame = Buffer.alloc(8);
		frame.write(type, 'latin1');
		frame.writeUInt32LE(data.length, 4);
		return Buffer.concat([frame, data, new Uint8Array(data.length % 2)]);
	};
	const chunks = [riff('VP8 ', new Uint8Array(5)), riff('EXIF', exif)];
	return riff('RIFF', Buffer.concat([bytesOf('WEBP'), ...chunks]));
}

test.each(['', 'Exif\0\0'])(
	'an animated WebP holds both formats in its EXIF (%j in front)',
	async (head) => {
		const file = webp(
			['workflow:{"version":0.4,"nodes":[],"links":[]}', 'prompt:{"3":{"a":1}}'],
			head,
		);
		expect(await readEmbeddedWorkflow(file)).toEqual({
			ok: true,
			value: { workflow, prompt: { 3: { a: 1 } } },
		});
		expect(await readEmbeddedWorkflow(webp([]))).toMatchObject({ error: { kind: 'noWorkflow' } });
	},
);

test('what Python writes beside JSON is read, too', async () => {
	const found = await readEmbeddedWorkflow(png(chunk('tEXt', 'prompt\0', '{"1":{"x":NaN}}')));
	expect(found).toEqual({ ok: true, value: { prompt: { 1: { x: null } } } });
});

test('a text that inflates beyond the limit is left out', async () => {
	const bomb = chunk('zTXt', 'workflow\0\0', deflateSync(Buffer.alloc(40 * 1024 * 1024, 0x20)));
	expect(await readEmbeddedWorkflow(png(bomb))).toMatchObject({ error: { kind: 'noWorkflow' } });
});

test('files without a workflow say so; others are no files of ComfyUI', async () => {
	for (const file of [png(), video('bare.mp4'), png(chunk('tEXt', 'workflow\0', 'hello'))])
		expect(await readEmbeddedWorkflow(file)).toEqual({ ok: false, error: { kind: 'noWorkflow' } });
	for (const file of ['', '{}', 'GIF89a'])
		expect(await readEmbeddedWorkflow(bytesOf(file))).toMatchObject({
			error: { kind: 'unknownFile' },
		});
});

test('no damage makes it throw', async () => {
	const files = [
		...['saveVideo.mp4', 'videoHelperSuite.mp4', 'saveWebm.webm'].map(video),
		png(
			chunk('zTXt', 'workflow\0\0', deflateSync('{}')),
			chunk('iTXt', 'prompt\0\x01\0\0\0', deflateSync('{}')),
		),
		webp(['workflow:{}', 'prompt:{}']),
	];
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...files),
			fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
			fc.nat(),
			async (file, changes, cut) => {
				const damaged = Uint8Array.from(file.subarray(0, file.length - (cut % file.length)));
				for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
				await readEmbeddedWorkflow(damaged);
			},
		),
		{ numRuns: 300 },
	);
});
