import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { sampleIndexOfFrame } from '#core/guidance/sampleIndexOfFrame.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { prepareDraft } from '#draft/prepareDraft.ts';
import { renderDraftFrame } from '#draft/renderDraftFrame.ts';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import { encodeVideo, type VideoToEncode } from '#media/node/encodeVideo.ts';
import { openStartImage } from '#media/node/openStartImage.ts';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { renderStartFrame } from '#media/node/renderStartFrame.ts';
import type { Luma } from '../pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '../pointTracking/trackPoints.ts';
import { samplesOf } from '../testing/cases.ts';
import { failingCases } from '../testing/failingCases.ts';
import {
	greyRgba,
	type Mover,
	type Pose,
	type Scene,
	sceneFrames,
} from '../testing/movingScene.ts';
import { measureVideo } from './measureVideo.ts';
import type { Report } from './report.ts';

const codecs = await loadVideoCodecs();
const size = { width: 416, height: 240 };
const length = 41;
const indices = sampleIndexOfFrame(length);
const shareOf = (frame: number) => indices[frame]! / 120;

async function* lumaOf(video: VideoToEncode): AsyncGenerator<Luma, void, void> {
	const encoded = await encodeVideo(video);
	if (!encoded.ok) throw new Error(encoded.error);
	for await (const { rgba, width, height } of decodeVideo(encoded.value.bytes))
		yield lumaOfRgba(rgba, width, height);
}

const encodedScene = (scene: Scene): AsyncGenerator<Luma, void, void> => {
	const frames = [...sceneFrames(scene)];
	const { width, height, frameCount } = scene;
	return lumaOf({ width, height, frameCount, fps: 16, frame: (k) => greyRgba(frames[k]!) });
};

const measure = async (
	frames: AsyncIterable<Luma>,
	samples: readonly Float64Array[],
): Promise<Report> => {
	const result = await measureVideo(frames, samples);
	if (!result.ok) throw new Error(result.error.kind);
	return result.value;
};

describe.skipIf(!codecs.ok)('in H.264', () => {
	test('a move and a pan are measured to 0.15 px', async () => {
		const path = (s: number) => [220 * s, 60 * Math.sin(4 * s)] as const;
		const pan = (s: number) => [60 * s, -20 * s] as const;
		const poseOf = (of: typeof path) => (k: number) => {
			const [dx, dy] = of(shareOf(k));
			return { dx, dy };
		};
		const movers: Mover[] = [{ x: 90, y: 110, half: 40, pose: poseOf(path) }];
		const scene: Scene = { ...size, frameCount: length, movers, ground: poseOf(pan) };
		const points = [
			...[70, 90, 110].map((x) => samplesOf(x, 120, path)),
			...[40, 300].map((x) => samplesOf(x, 200, pan)),
		];
		const { adherence, causes } = await measure(encodedScene(scene), points);
		expect(adherence.meanErrorPx).toBeLessThan(0.15);
		expect(adherence).toMatchObject({ acc1: 1, acc5: 1, appearanceRate: 1, lagFrames: 0 });
		expect(causes).toEqual([]);
	});

	test('a turn by 52 degrees with growth by 1.35 is measured to 0.6 px', async () => {
		const turn = (52 * Math.PI) / 180;
		const pose = (k: number): Pose => {
			const s = shareOf(k);
			return { dx: 60 * s, dy: 10 * s, turn: turn * s, scale: 1 + 0.35 * s };
		};
		const scene: Scene = {
			...size,
			frameCount: length,
			movers: [{ x: 170, y: 120, half: 62, pose }],
		};
		const samples = [
			[-24, -18],
			[0, 0],
			[24, 12],
			[-10, 28],
		].map(([u = 0, v = 0]) =>
			samplesOf(170, 120, (s) => {
				const scale = 1 + 0.35 * s;
				const [cos, sin] = [Math.cos(turn * s) * scale, Math.sin(turn * s) * scale];
				return [60 * s + cos * u - sin * v, 10 * s + sin * u + cos * v];
			}),
		);
		const { adherence } = await measure(encodedScene(scene), samples);
		expect(adherence.appearanceRate).toBe(1);
		expect(adherence.meanErrorPx).toBeLessThan(0.6);
	});

	test('off the plan: the error is told to 0.5 px, the shares to 0.02, the frozen control as it is', async () => {
		const plan = (s: number) => [200 * s, 0] as const;
		const real = (s: number) => [200 * s, -120 * Math.max(0, s - 0.5)] as const;
		const pose = (k: number) => ({ dx: real(shareOf(k))[0], dy: real(shareOf(k))[1] });
		const scene: Scene = {
			...size,
			frameCount: length,
			movers: [{ x: 100, y: 140, half: 36, pose }],
		};
		const { adherence, control } = await measure(encodedScene(scene), [samplesOf(100, 140, plan)]);
		const misses = Array.from({ length: length - 1 }, (_, i) => -real(shareOf(i + 1))[1]);
		const away = Array.from({ length: length - 1 }, (_, i) => plan(shareOf(i + 1))[0]);
		const diagonal = Math.hypot(size.width, size.height);
		const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
		const within = (values: readonly number[], share: number) =>
			values.filter((v) => v <= share * diagonal).length / values.length;
		expect(Math.abs(adherence.meanErrorPx! - mean(misses))).toBeLessThan(0.5);
		expect(Math.abs(adherence.finalErrorPx! - misses.at(-1)!)).toBeLessThan(0.5);
		for (const [found, share] of [
			[adherence.acc1!, 0.01],
			[adherence.acc5!, 0.05],
		] as const)
			expect(Math.abs(found - within(misses, share))).toBeLessThan(0.02);
		expect(control.meanErrorPx).toBeCloseTo(mean(away), 6);
		expect(control).toMatchObject({ gain: 0, acc1: within(away, 0.01), appearanceRate: 1 });
	});

	test.each(Object.entries(failingCases))(
		'%s: is told so after compression too, and of nothing else',
		async (_, [video, kind]) => {
			const { causes } = await measure(encodedScene(video.scene), video.samples);
			expect([...new Set(causes.map((cause) => cause.kind))]).toEqual([kind]);
		},
	);

	test.each(['fox', 'balloons'])('the draft of %s follows its own plan to 1 px', async (id) => {
		const folder = new URL('../../../public/examples/', import.meta.url);
		const whole = documentSchema.parse(
			JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8')),
		);
		// Half as large, so that it takes a quarter of the time.
		const document = { ...whole, frame: { ...whole.frame, ...size } };
		const bytes = new Uint8Array(readFileSync(new URL(`${id}.webp`, folder)));
		const image = await openStartImage(bytes, `${id}.webp`);
		if (!image.ok) throw new Error(image.error.kind);
		const { width, height, length: frameCount, fps } = document.frame;
		const { rect } = createFrameMapping(image.value, document.frame);
		const picture = await renderStartFrame(bytes, rect, width, height);
		const samples = frameSamples(document).map((entry) => entry.samples);
		const scene = prepareDraft(picture, samples, { frameCount });
		const out = new Uint8ClampedArray(width * height * 4);
		const frame = (k: number) => {
			renderDraftFrame(scene, k, out);
			return out;
		};
		const report = await measure(lumaOf({ width, height, frameCount, fps, frame }), samples);
		expect(report.adherence.meanErrorPx).toBeLessThan(1);
		expect(report.adherence.acc1).toBeGreaterThanOrEqual(0.97);
		expect(report.causes).toEqual([]);
	});
});
