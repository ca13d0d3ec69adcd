import { expect, test } from 'vitest';
import { serializeNpy, serializeNpyBooleans } from '#core/formats/npy.ts';
import { metrics } from '#text/en/metrics.ts';
import { readPoints } from './readPoints.ts';

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const places = Float32Array.from({ length: 3 * 2 * 2 }, (_, i) => i);
const tracks = file('pred_tracks.npy', serializeNpy(places, [1, 3, 2, 2]));
const seen = serializeNpyBooleans(Uint8Array.of(1, 1, 0, 1, 1, 1), [1, 3, 2]);
const read = (files: readonly File[], wanted = { tracks: 2, frames: 3 }) =>
	readPoints(files, wanted, metrics, 'two files at most');

test('places come a track, what is not seen is lost, in whatever order the files are chosen', async () => {
	const visibility = file('pred_visibility.npy', seen);
	for (const files of [
		[tracks, visibility],
		[visibility, tracks],
	])
		expect(await read(files)).toEqual({
			ok: true,
			value: {
				measuredFrom: 'pred_tracks.npy',
				measured: [
					{ places: Float64Array.of(0, 1, Number.NaN, Number.NaN, 8, 9) },
					{ places: Float64Array.of(2, 3, 6, 7, 10, 11) },
				],
			},
		});
});

test.each([
	['another number of tracks', [tracks], { tracks: 7, frames: 3 }, '2 tracks and 3 frames'],
	['axes in another order', [tracks], { tracks: 3, frames: 2 }, 'Frames come first'],
	[
		'another shape',
		[file('a.npy', serializeNpy(places, [3, 4, 1]))],
		{ tracks: 2, frames: 3 },
		'Its shape is [3, 4, 1]',
	],
	[
		'too little of what is seen',
		[tracks, file('vis.npy', serializeNpyBooleans(Uint8Array.of(1, 1), [1, 2]))],
		{ tracks: 2, frames: 3 },
		'Its shape is [1, 2]',
	],
	['no array', [file('a.npy', Uint8Array.of(1, 2, 3))], { tracks: 2, frames: 3 }, 'no .npy file'],
	[
		'a cut file',
		[file('a.npy', serializeNpy(places, [3, 2, 2]).slice(0, 140))],
		{ tracks: 2, frames: 3 },
		'damaged or ends too early',
	],
	['three files', [tracks, tracks, tracks], { tracks: 2, frames: 3 }, 'two files at most'],
])('%s is refused in words', async (_name, files, wanted, words) => {
	const result = await read(files, wanted);
	expect(result.ok ? '' : result.error).toContain(words);
});
