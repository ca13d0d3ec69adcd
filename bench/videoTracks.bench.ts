import { followPoints } from '../src/app/workers/followPoints.ts';
import { decodeVideo } from '../src/media/node/decodeVideo.ts';
import { encodeVideo } from '../src/media/node/encodeVideo.ts';
import type { Luma } from '../src/metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '../src/metrics/pointTracking/trackPoints.ts';
import { greyRgba, type Scene, sceneFrames } from '../src/metrics/testing/movingScene.ts';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';

const frameCount = 81;
/** Picked in the middle of the clip, so that both ways are followed. */
const pickedAt = 40;
const errorLimitPx = 1;
const timeLimitMs = 1500;

const moved = (k: number) => ({ dx: 3 * k, dy: 30 * Math.sin(k / 12) });
const scene: Scene = {
	width: 832,
	height: 480,
	frameCount,
	movers: [{ x: 260, y: 240, half: 150, pose: moved }],
	ground: (k) => ({ dx: k / 4, dy: 0 }),
};
const starts = Array.from({ length: 20 }, (_, i) => ({
	x: 150.5 + (i % 5) * 52,
	y: 150.5 + Math.floor(i / 5) * 56,
}));

/** 20 points through 81 frames of 832x480 of known motion, H.264, as "Tracks from a video" follows them; processor time. */
export default async function run(): Promise<BenchResult[]> {
	const pictures = [...sceneFrames(scene)].map(greyRgba);
	const { width, height } = scene;
	const spec = { width, height, frameCount, fps: 16 };
	const video = await encodeVideo({ ...spec, frame: (k) => pictures[k]! });
	if (!video.ok) throw new Error(video.error);
	const frames: Luma[] = [];
	for await (const { rgba } of decodeVideo(video.value.bytes))
		frames.push(lumaOfRgba(rgba, width, height));
	const origin = moved(pickedAt);
	const points = starts.map(({ x, y }) => ({ x: x + origin.dx, y: y + origin.dy }));
	const hooks = { onProgress: () => undefined, breathe: () => Promise.resolve() };
	let ms = 0;
	let worstPx = 0;
	let unseen = 0;
	// The second pass counts: the first compiles.
	for (let pass = 0; pass < 2; pass++) {
		const begin = process.cpuUsage();
		const tracks = await followPoints(frames, pickedAt, points, hooks);
		const { user, system } = process.cpuUsage(begin);
		ms = (user + system) / 1000;
		worstPx = 0;
		unseen = 0;
		tracks.forEach(({ places, seen }, i) => {
			for (let k = 0; k < frameCount; k++) {
				const { dx, dy } = moved(k);
				if (seen[k] === 0) unseen++;
				const miss = [places[k * 2]! - starts[i]!.x - dx, places[k * 2 + 1]! - starts[i]!.y - dy];
				worstPx = Math.max(worstPx, Math.hypot(...miss));
			}
		});
	}
	const what = '20 points through 81 frames of 832x480';
	return [
		{
			name: `following ${what}`,
			value: Math.round(ms),
			unit: 'ms of processor',
			target: `< ${timeLimitMs} ms`,
			ok: ms < timeLimitMs,
		},
		{
			name: `worst error of ${what}, H.264, known motion`,
			value: Math.round(worstPx * 1000) / 1000,
			unit: 'px',
			target: `< ${errorLimitPx} px`,
			ok: worstPx < errorLimitPx,
		},
		{
			name: 'frames in which one of them was lost',
			value: unseen,
			unit: '',
			target: '0',
			ok: unseen === 0,
		},
	];
}

await runWhenStarted(import.meta.url, run);
