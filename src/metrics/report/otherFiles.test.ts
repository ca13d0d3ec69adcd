import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleIndexOfFrame } from '#core/guidance/sampleIndexOfFrame.ts';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { probeVideo } from '#media/node/probeVideo.ts';
import { lumaOfRgba } from '../pointTracking/trackPoints.ts';
import { measureVideo } from './measureVideo.ts';

const frameCount = 17;
/** Where the square's middle is, see the fixtures' README. */
const placeOf = (frame: number) => [50 + 5 * Math.min(frame, 14), 66] as const;

const samples = Float64Array.from({ length: 242 }, (_, at) => {
	const frame = sampleIndexOfFrame(frameCount).findLastIndex((index) => index <= at >> 1);
	return placeOf(Math.max(0, frame))[at % 2]!;
});

async function* lumaOf(bytes: Uint8Array) {
	for await (const { rgba, width, height } of decodeVideo(bytes))
		yield lumaOfRgba(rgba, width, height);
}

/** As other save nodes write: SaveAnimatedWEBP, SaveWEBM, VHS_VideoCombine. */
describe.skipIf(!(await loadVideoCodecs()).ok)('files of other save nodes', () => {
	test.each(['animated.webp', 'vp9.webm', 'av1.webm', 'hevc.mp4'])(
		'%s is measured like any other: on its plan, every frame counted',
		async (name) => {
			const file = new URL(`../../media/fixtures/${name}`, import.meta.url);
			const bytes = new Uint8Array(readFileSync(file));
			const facts = { width: 208, height: 120, frameCount, fps: 16 };
			expect(await probeVideo(bytes)).toMatchObject({ ok: true, value: facts });
			const report = await measureVideo(lumaOf(bytes), [samples]);
			if (!report.ok) throw new Error(report.error.kind);
			expect(report.value.video).toEqual({ width: 208, height: 120, frameCount });
			expect(report.value.adherence.meanErrorPx).toBeLessThan(0.3);
			expect(report.value.adherence).toMatchObject({ acc1: 1, appearanceRate: 1 });
		},
	);
});
