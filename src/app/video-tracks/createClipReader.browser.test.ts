import { afterEach, expect, test } from 'vitest';
import { encodeFrames, type FramesFormat } from '#media/browser/encodeFrames.ts';
import { greyRgba, type Scene, sceneFrames } from '#metrics/testing/movingScene.ts';
import { type ClipReader, createClipReader } from './createClipReader.ts';

const scene: Scene = {
	width: 320,
	height: 192,
	frameCount: 33,
	movers: [{ x: 110, y: 96, half: 50, pose: (k) => ({ dx: 2.5 * k, dy: 12 * Math.sin(k / 8) }) }],
};
const { width, height, frameCount } = scene;
const frames = [...sceneFrames(scene)].map(greyRgba);

async function clipOf(format: FramesFormat, pictures = frames): Promise<Uint8Array> {
	const video = await encodeFrames(
		{ width, height, fps: 16, frameCount },
		(k) => ({ width, height, rgba: pictures[k]! }),
		format,
	);
	if (!video.ok) throw new Error(JSON.stringify(video.error));
	return video.value.bytes;
}

const readers: ClipReader[] = [];
function reader(): ClipReader {
	const created = createClipReader();
	readers.push(created);
	return created;
}
afterEach(() => {
	for (const created of readers.splice(0)) created.dispose();
});

const hooks = (onProgress: (share: number) => void = () => undefined) => ({
	signal: new AbortController().signal,
	onProgress,
});

test.each(['mp4', 'webm', 'gif'] as const)(
	'follows the known motion of a %s to a pixel',
	async (format) => {
		const clips = reader();
		const shares: number[] = [];
		const opened = await clips.open(
			await clipOf(format),
			0,
			hooks((share) => shares.push(share)),
		);
		if (!opened.ok) throw new Error(JSON.stringify(opened.error));
		const { value: clip } = opened;
		expect(clip).toMatchObject({ width, height, fileWidth: width, isThinned: false, isCut: false });
		expect(clip.times).toHaveLength(frameCount);
		expect(clip.times[16]).toBeCloseTo(1, 1);
		expect(shares.length).toBeGreaterThan(10);
		expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);

		// Picked in the middle of the clip: followed to its end and back to its beginning.
		const at = 16;
		const points = [
			{ x: 90 + 2.5 * at, y: 80 + 12 * Math.sin(at / 8) },
			{ x: 130 + 2.5 * at, y: 110 + 12 * Math.sin(at / 8) },
		];
		const tracks = await clips.follow(at, { points }, hooks());
		let worst = 0;
		tracks.forEach(({ places, seen }, i) => {
			expect([...seen]).toEqual(Array(frameCount).fill(1));
			for (let k = 0; k < frameCount; k++) {
				const dx = places[k * 2]! - (points[i]!.x + 2.5 * (k - at));
				const dy = places[k * 2 + 1]! - (points[i]!.y + 12 * (Math.sin(k / 8) - Math.sin(at / 8)));
				worst = Math.max(worst, Math.hypot(dx, dy));
			}
		});
		expect(worst).toBeLessThan(1);
	},
);

test('picks spaced points on what moves, and none where nothing does', async () => {
	const clips = reader();
	const opened = await clips.open(await clipOf('mp4'), 0, hooks());
	expect(opened.ok).toBe(true);
	const tracks = await clips.follow(0, { pick: 6 }, hooks());
	expect(tracks.length).toBeGreaterThanOrEqual(3);
	for (const { places } of tracks) {
		// On the square, not on the ground that it hides.
		expect(Math.abs(places[0]! - 110)).toBeLessThan(50);
		expect(Math.abs(places[1]! - 96)).toBeLessThan(50);
		expect(Math.abs(places[2 * 32]! - places[0]! - 80)).toBeLessThan(1);
	}
	const bitmap = await clips.show(5, new AbortController().signal);
	expect([bitmap.width, bitmap.height]).toEqual([width, height]);
	bitmap.close();

	const nothing = frames.map(() => frames[0]!);
	const still = await clips.open(await clipOf('mp4', nothing), 0, hooks());
	expect(still.ok).toBe(true);
	expect(await clips.follow(0, { pick: 6 }, hooks())).toEqual([]);
});

test('what is no clip is told, not thrown', async () => {
	const clips = reader();
	const open = async (bytes: Uint8Array) => clips.open(bytes, 0, hooks());
	const problem = (kind: string) => ({ ok: false, error: { kind } });
	expect(await open(new Uint8Array(0))).toMatchObject(problem('empty'));
	expect(await open(new TextEncoder().encode('hello there'))).toMatchObject(problem('noVideo'));
	const half = (await clipOf('mp4')).slice(0, 900);
	expect(await open(half)).toMatchObject(problem('damaged'));
	const canvas = new OffscreenCanvas(20, 20);
	canvas.getContext('2d');
	const png = await (await canvas.convertToBlob()).arrayBuffer();
	expect(await open(new Uint8Array(png))).toMatchObject(problem('still'));
});

test('begins where it is told, and a cancelled reading ends', async () => {
	const clips = reader();
	const later = await clips.open(await clipOf('mp4'), 1, hooks());
	if (!later.ok) throw new Error(JSON.stringify(later.error));
	expect(later.value.times[0]).toBeCloseTo(1, 2);
	expect(later.value.times).toHaveLength(frameCount - 16);
	const cancel = new AbortController();
	const follow = clips.follow(
		0,
		{ pick: 3 },
		{ signal: cancel.signal, onProgress: () => cancel.abort() },
	);
	await expect(follow).rejects.toMatchObject({ name: 'AbortError' });
	expect((await clips.follow(0, { points: [{ x: 60, y: 60 }] }, hooks())).length).toBe(1);
});
