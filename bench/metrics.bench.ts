import { decodeVideo } from '../src/media/node/decodeVideo.ts';
import { encodeVideo } from '../src/media/node/encodeVideo.ts';
import { createPointTracker, type Luma } from '../src/metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '../src/metrics/pointTracking/trackPoints.ts';
import { measureVideo } from '../src/metrics/report/measureVideo.ts';
import { greyRgba, type Scene, sceneFrames } from '../src/metrics/testing/movingScene.ts';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';

const frameCount = 81;
const scene: Scene = {
	width: 832,
	height: 480,
	frameCount,
	movers: [{ x: 260, y: 240, half: 150, pose: (k) => ({ dx: 3 * k, dy: 30 * Math.sin(k / 12) }) }],
	ground: (k) => ({ dx: k / 4, dy: 0 }),
};
const starts = Array.from({ length: 50 }, (_, i) => ({
	x: 145 + (i % 10) * 25,
	y: 140 + Math.floor(i / 10) * 48,
}));
const samples = starts.map(({ x, y }) =>
	Float64Array.from({ length: 242 }, (_, at) => {
		const frame = (at >> 1) / 1.5;
		return at % 2 === 0 ? x + 3 * frame : y + 30 * Math.sin(frame / 12);
	}),
);

/** 50 tracks through 81 frames of 832x480, H.264, decoded in Node; the second pass counts. All figures are processor time. */
export default async function run(): Promise<BenchResult[]> {
	const frames = [...sceneFrames(scene)].map(greyRgba);
	const { width, height } = scene;
	const video = await encodeVideo({ width, height, frameCount, fps: 16, frame: (k) => frames[k]! });
	if (!video.ok) throw new Error(video.error);
	const { bytes } = video.value;
	let decode = 0;
	let track = 0;
	let whole = 0;
	for (let pass = 0; pass < 2; pass++) {
		const lumas: Luma[] = [];
		decode = await timed(async () => {
			for await (const luma of lumaOf(bytes)) lumas.push(luma);
		});
		track = await timed(() => {
			const tracker = createPointTracker(starts);
			for (const luma of lumas) tracker.next(luma);
		});
		whole = await timed(() => measureVideo(lumaOf(bytes), samples));
	}
	return [
		figure('tracking 50 points through 81 frames of 832x480', track, 1200),
		figure('the same with decoding in Node, by way of RGBA', decode + track, 3000),
		figure('full report of them, decoding included', whole, 6000),
	];
}

async function* lumaOf(bytes: Uint8Array): AsyncGenerator<Luma, void, void> {
	for await (const { rgba, width, height } of decodeVideo(bytes))
		yield lumaOfRgba(rgba, width, height);
}

/** Processor ms of all threads: what others run meanwhile does not count. */
async function timed(work: () => unknown): Promise<number> {
	const start = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

const figure = (name: string, ms: number, limitMs: number): BenchResult => ({
	name,
	value: Math.round(ms),
	unit: 'ms of processor',
	target: `< ${limitMs} ms`,
	ok: ms < limitMs,
});

await runWhenStarted(import.meta.url, run);
