import { prepareDraft } from '../src/draft/prepareDraft.ts';
import { renderDraftFrame } from '../src/draft/renderDraftFrame.ts';
import { samplesOf, squarePicture, still } from '../src/draft/testing/testPictures.ts';

/** The draft without its encoder: 832 x 480, 81 frames, on the CPU. The whole must take under 10 s. */
export default async function run(): Promise<
	{ name: string; value: number; unit: string; target: string; ok: boolean }[]
> {
	const picture = squarePicture(832, 480, { x: 200, y: 280, side: 160 });
	const few = [
		samplesOf((u) => [200 + 400 * u, 280 - 120 * Math.sin(u * Math.PI)]),
		samplesOf((u) => [600 - 200 * u, 100 + 60 * u]),
		still(100, 60),
	];
	const many = Array.from({ length: 20 }, (_, i) => {
		const [x, y] = [60 + (i % 5) * 180, 60 + Math.floor(i / 5) * 120];
		return samplesOf((u) => [x + 100 * u * Math.cos(i), y + 100 * u * Math.sin(i)]);
	});
	return [
		measure('draft, 3 tracks: prepare and draw 81 frames of 832x480 (CPU)', few, 5000),
		measure('draft, 20 tracks: prepare and draw 81 frames of 832x480 (CPU)', many, 5000),
	];

	function measure(name: string, samples: readonly Float64Array[], limitMs: number) {
		const began = performance.now();
		const scene = prepareDraft(picture, samples, { frameCount: 81 });
		const out = new Uint8ClampedArray(832 * 480 * 4);
		for (let frame = 0; frame < 81; frame++) renderDraftFrame(scene, frame, out);
		const value = Math.round(performance.now() - began);
		return { name, value, unit: 'ms', target: `< ${limitMs} ms`, ok: value < limitMs };
	}
}
