import { afterEach, describe, expect, test } from 'vitest';
import { type DecodedFrame, decodeVideo, readVideoTags } from '#media/node/decodeVideo.ts';
import type { Pixels } from '#media/node/pictures.ts';
import { type Standin, startStandin } from '../createStandin.ts';
import {
	cannotRender,
	nodes,
	openSocket,
	type Point,
	plainPicture,
	pngOf,
	smallGraph,
	straightTrack,
	submit,
	upload,
} from '../testing/testClient.ts';
import { sampleOfFrame } from './sampleOfFrame.ts';

let standin: Standin | undefined;
afterEach(async () => {
	await standin?.close();
	standin = undefined;
});

/** The picture with a red dot, which is then found in every frame. */
function dotted(picture: Pixels, centre: Point, radius = 9): Pixels {
	for (let y = 0; y < picture.height; y++) {
		for (let x = 0; x < picture.width; x++) {
			if (Math.hypot(x - centre.x, y - centre.y) <= radius) {
				picture.rgba.set([255, 20, 20, 255], 4 * (y * picture.width + x));
			}
		}
	}
	return picture;
}

/** Centre of what is red, or undefined where nothing is. */
function redCentre(frame: Pixels): Point | undefined {
	let [sum, sx, sy] = [0, 0, 0];
	for (let y = 0, at = 0; y < frame.height; y++) {
		for (let x = 0; x < frame.width; x++, at += 4) {
			const [r, g, b] = frame.rgba.subarray(at, at + 3) as unknown as [number, number, number];
			const weight = Math.max(0, r - Math.max(g, b) - 60);
			sum += weight;
			sx += weight * x;
			sy += weight * y;
		}
	}
	return sum < 500 ? undefined : { x: sx / sum, y: sy / sum };
}

async function render(
	picture: Pixels,
	tracks: unknown,
	size: { width: number; height: number; length: number },
): Promise<{ frames: DecodedFrame[]; bytes: Uint8Array }> {
	standin = await startStandin({ stepMs: 0 });
	await upload(standin.url, await pngOf(picture));
	const socket = await openSocket(standin.url, 'me');
	const value = typeof tracks === 'string' ? tracks : JSON.stringify(tracks);
	await submit(
		standin.url,
		smallGraph({
			[nodes.sampler]: { steps: 1 },
			[nodes.tracks]: { value },
			[nodes.guide]: size,
		}),
		{ client_id: 'me' },
	);
	await socket.waitFor('executing null');
	await socket.close();
	const response = await fetch(
		`${standin.url}/view?filename=ComfyUI_00001_.mp4&subfolder=video&type=output`,
	);
	expect(response.status).toBe(200);
	const bytes = new Uint8Array(await response.arrayBuffer());
	const frames: DecodedFrame[] = [];
	for await (const frame of decodeVideo(bytes)) frames.push(frame);
	return { frames, bytes };
}

/** Reading error of the centre: colour is stored at half size. */
const tolerancePx = 1.5;

function expectAt(frame: Pixels, wanted: Point): void {
	const found = redCentre(frame);
	expect(found, 'a red dot').toBeDefined();
	expect(Math.hypot((found?.x ?? 0) - wanted.x, (found?.y ?? 0) - wanted.y)).toBeLessThan(
		tolerancePx,
	);
}

describe.skipIf(cannotRender)('the rendered video', () => {
	test('has the asked number of frames and size, and the dot where each frame reads its sample', async () => {
		const track = straightTrack({ x: 60, y: 50 }, { x: 340, y: 180 });
		const { frames, bytes } = await render(
			dotted(plainPicture(416, 240), { x: 60, y: 50 }),
			[track],
			{
				width: 416,
				height: 240,
				length: 81,
			},
		);
		expect(frames.map((f) => [f.width, f.height])).toEqual(Array(81).fill([416, 240]));
		expect(frames[80]?.timestamp).toBeCloseTo(5, 5);
		for (const [k, sample] of sampleOfFrame(81).entries()) {
			expectAt(frames[k] as DecodedFrame, track[sample] as Point);
		}
		const tags = await readVideoTags(bytes);
		expect(JSON.parse(tags.prompt ?? '{}')[nodes.tracks].inputs.value).toBe(
			JSON.stringify([track]),
		);
	});

	test('shows a portrait picture cut at its centre in a landscape frame', async () => {
		// 120 x 240 covers 240 x 160 at twice its size; the middle 80 of 240 rows are seen.
		const inPicture = { x: 30, y: 110 };
		const inFrame = { x: 60.5, y: (110 - 80) * 2 + 0.5 };
		const track = straightTrack(inFrame, { x: 180, y: 60 });
		const { frames } = await render(dotted(plainPicture(120, 240), inPicture, 5), [track], {
			width: 240,
			height: 160,
			length: 17,
		});
		expectAt(frames[0] as DecodedFrame, inFrame);
		expectAt(frames[16] as DecodedFrame, track[sampleOfFrame(17)[16] as number] as Point);
	});

	test('an 81-sample track runs 1.5 times too fast and lets go after frame 53', async () => {
		const start = { x: 60, y: 80 };
		const track = straightTrack(start, { x: 180, y: 80 }, 81);
		const { frames } = await render(dotted(plainPicture(240, 160), start), [track], {
			width: 240,
			height: 160,
			length: 81,
		});
		expectAt(frames[53] as DecodedFrame, track[sampleOfFrame(81)[53] as number] as Point);
		expectAt(frames[54] as DecodedFrame, start);
		expectAt(frames[80] as DecodedFrame, start);
	});

	test('swapped axes show', async () => {
		const start = { x: 60, y: 50 };
		const track = straightTrack({ x: start.y, y: start.x }, { x: 50, y: 150 });
		const { frames } = await render(dotted(plainPicture(240, 160), start), [track], {
			width: 240,
			height: 160,
			length: 17,
		});
		const found = redCentre(frames[16] as DecodedFrame);
		expect(Math.abs((found?.x ?? 0) - 150)).toBeGreaterThan(20);
	});

	test.each(['', '[]', 'not json', "[[{'x': 1, 'y': 2, 'label': 'it's'}]]"])(
		'%j moves nothing and is no error',
		async (tracks) => {
			const start = { x: 60, y: 50 };
			const { frames } = await render(dotted(plainPicture(240, 160), start), tracks, {
				width: 240,
				height: 160,
				length: 17,
			});
			expect(frames).toHaveLength(17);
			expectAt(frames[16] as DecodedFrame, start);
		},
	);

	test('a first point that is null spoils every later frame', async () => {
		const track: unknown[] = straightTrack({ x: 60, y: 50 }, { x: 160, y: 50 });
		track[0] = { x: null, y: 50 };
		const { frames } = await render(plainPicture(240, 160), [track], {
			width: 240,
			height: 160,
			length: 17,
		});
		const brightest = (frame: Pixels | undefined): number =>
			Math.max(...(frame?.rgba ?? []).filter((_, i) => i % 4 !== 3));
		expect(brightest(frames[0])).toBeGreaterThan(100);
		expect(brightest(frames[1])).toBeLessThan(30);
	});
});
