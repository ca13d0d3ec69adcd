import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentSchema, type WanDocument } from '../../../src/core/document/document.ts';
import { createFrameMapping } from '../../../src/core/frame/frameMapping.ts';
import { frameSamples } from '../../../src/core/trajectory/frameSamples.ts';
import { planDraft } from '../../../src/draft/planDraft.ts';
import { prepareDraft } from '../../../src/draft/prepareDraft.ts';
import { renderDraftFrame } from '../../../src/draft/renderDraftFrame.ts';
import { decodeVideo } from '../../../src/media/node/decodeVideo.ts';
import { encodeVideo } from '../../../src/media/node/encodeVideo.ts';
import { renderStartFrame } from '../../../src/media/node/renderStartFrame.ts';
import type { Adherence } from '../../../src/metrics/adherence/adherence.ts';
import { lumaOfRgba } from '../../../src/metrics/pointTracking/trackPoints.ts';
import { measureVideo } from '../../../src/metrics/report/measureVideo.ts';

const folder = join(import.meta.dirname, '../../../public/examples');

export const readStarter = (id: string): WanDocument =>
	documentSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')));

/**
 * Makes the draft video of a starter shot (H.264) and measures how closely it follows the shot's own plan.
 * @throws {Error} Where the picture, the video codec or the measurement fails.
 */
export async function measureStarterDraft(
	id: string,
): Promise<{ readonly adherence: Adherence; readonly video: Uint8Array }> {
	const document = readStarter(id);
	const { width, height, length: frameCount, fps } = document.frame;
	if (!document.image) throw new Error(`${id} has no picture`);
	const { rect } = createFrameMapping(document.image, document.frame);
	const bytes = readFileSync(join(folder, `${id}.webp`));
	const picture = await renderStartFrame(bytes, rect, width, height);
	const samples = frameSamples(document).map((entry) => entry.samples);
	const { samples: planned, ...plan } = planDraft(document, samples);
	const scene = prepareDraft(picture, planned, { ...plan, frameCount });
	const out = new Uint8ClampedArray(width * height * 4);
	const encoded = await encodeVideo({
		width,
		height,
		frameCount,
		fps,
		frame: (k) => {
			renderDraftFrame(scene, k, out);
			return out;
		},
	});
	if (!encoded.ok) throw new Error(encoded.error);
	const video = encoded.value.bytes;
	const report = await measureVideo(lumaOf(video), samples);
	if (!report.ok) throw new Error(`${id}: ${report.error.kind}`);
	return { adherence: report.value.adherence, video };
}

async function* lumaOf(video: Uint8Array) {
	for await (const { rgba, width, height } of decodeVideo(video))
		yield lumaOfRgba(rgba, width, height);
}
