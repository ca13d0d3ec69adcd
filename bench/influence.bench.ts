import { applyCommand } from '../src/core/document/applyCommand.ts';
import { createTrack, emptyDocument, type WanDocument } from '../src/core/document/document.ts';
import { coverageOf } from '../src/core/guidance/coverage.ts';
import { guidanceOfTracks } from '../src/core/guidance/guidanceOfTracks.ts';
import { cellPx, influenceWeights, writeInfluence } from '../src/core/guidance/influenceWeights.ts';
import { lintDocument } from '../src/core/lint/lintDocument.ts';
import { autoPins } from '../src/core/pins/autoPins.ts';
import { lumaSize } from '../src/core/pins/lumaPicture.ts';
import { frameSamples } from '../src/core/trajectory/frameSamples.ts';
import { heatTable, writeHeat } from '../src/render/scene/influenceColors.ts';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 1664,
	height: 960,
	name: 'a.png',
	mediaType: 'image/png',
};
const table = heatTable({
	stops: [
		[20, 120, 160, 0],
		[20, 140, 180, 0.3],
		[60, 190, 215, 0.46],
		[205, 246, 255, 0.66],
	],
	over: '#ff5446',
});

/**
 * One edit of one point at 832 x 480 x 81 with the influence map on: sampling the track, the weights of the latent step at
 * the playhead, coverage and colours; then all 20 steps. And the checks of a document right after an edit.
 */
export default async function run(): Promise<BenchResult[]> {
	const results: BenchResult[] = [];
	for (const [count, targetMs] of [
		[20, 16],
		[100, 100],
	] as const) {
		const step = medianOf((round) => drawStep(edited(documentOf(count), round)));
		results.push(toResult(`influence map of an edit, ${count} tracks`, step, targetMs));
		const all = medianOf((round) => weightsOf(edited(documentOf(count), round)));
		results.push(toResult(`influence of all 20 latent steps, ${count} tracks`, all, targetMs));
	}
	const document = documentOf(100);
	lintDocument(document);
	const lint = medianOf((round) => lintDocument(edited(document, round)));
	results.push(toResult('checks of 100 tracks after an edit', lint, 10));
	const { width, height } = lumaSize(image);
	const data = new Uint8Array(width * height).map((_, i) => (i * 2654435761) >>> 24);
	const pins = medianOf(() => autoPins(documentOf(8), { width, height, data }), 8);
	results.push(toResult('auto-pin on 832 x 480', pins, 300));
	return results;
}

const toResult = (name: string, value: number, targetMs: number): BenchResult => ({
	name,
	value: Math.round(value * 100) / 100,
	unit: 'ms',
	target: `<= ${targetMs} ms`,
	ok: value <= targetMs,
});

const documents = new Map<number, WanDocument>();

/** Wavy tracks spread over the picture. */
function documentOf(count: number): WanDocument {
	const known = documents.get(count);
	if (known) return known;
	let document: WanDocument = { ...emptyDocument, image };
	for (let n = 0; n < count; n++) {
		const points = Array.from({ length: 10 }, (_, i) => ({
			x: image.width * (0.5 + 0.45 * Math.sin(n + i * 0.1)),
			y: image.height * (0.5 + 0.45 * Math.cos(n * 0.7 + i * 0.13)),
			mode: 'smooth' as const,
		}));
		const track = createTrack(document, `t${n}`, 'path', points);
		document = { ...document, tracks: [...document.tracks, track] };
	}
	frameSamples(document);
	documents.set(count, document);
	return document;
}

const edited = (document: WanDocument, round: number): WanDocument =>
	applyCommand(document, {
		type: 'point/translate',
		trackId: 't3',
		indices: [4],
		dx: round + 1,
		dy: 2,
	});

const guidanceOf = (document: WanDocument) =>
	guidanceOfTracks(
		frameSamples(document).map(({ samples }) => samples),
		document.frame.length,
	);

const optionsOf = ({ frame, shot }: WanDocument) => ({
	width: frame.width,
	height: frame.height,
	temperature: shot.temperature,
	topk: shot.topk,
});

function drawStep(document: WanDocument): void {
	const { width, height } = document.frame;
	const weights = new Float32Array((width / cellPx) * (height / cellPx));
	writeInfluence(guidanceOf(document), optionsOf(document), 10, weights);
	coverageOf(weights);
	writeHeat(weights, table, new Uint8ClampedArray(weights.length * 4));
}

const weightsOf = (document: WanDocument) =>
	influenceWeights(guidanceOf(document), optionsOf(document));

/** Ms of processor time a round, the median: other programs on the machine do not count. */
function medianOf(work: (round: number) => unknown, rounds = 30): number {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const before = process.cpuUsage();
		work(round);
		const { user, system } = process.cpuUsage(before);
		if (round >= rounds / 4) times.push((user + system) / 1000);
	}
	return times.sort((a, b) => a - b)[times.length >> 1]!;
}

await runWhenStarted(import.meta.url, run);
