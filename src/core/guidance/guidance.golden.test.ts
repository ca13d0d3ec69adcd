import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guidanceOfTracks } from './guidanceOfTracks.ts';
import { influenceWeights } from './influenceWeights.ts';
import { isLegalLength } from './legalLength.ts';

/*
 * Against what the node of ComfyUI 0.33.0 computed. Ours ship in fixtures/golden.json;
 * the whole set runs where it lies beside the repository.
 */

interface GoldenCase {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	readonly length: number;
	readonly temperature: number;
	readonly topk: number;
	readonly tracks: readonly Float64Array[];
	readonly frames: Float32Array;
	readonly weight: Float32Array;
}

/** How a case is written in fixtures/golden.json: pairs, and the node's files as base64. */
interface ShippedCase extends Omit<GoldenCase, 'tracks' | 'frames' | 'weight'> {
	readonly tracks: number[][][];
	readonly frames: string;
	readonly weight: string;
}

/** How a case is written in cases.json beside the repository. */
interface BesideCase extends Omit<GoldenCase, 'tracks' | 'frames' | 'weight'> {
	readonly tracks: { x: number; y: number }[][];
	readonly frames: { file: string };
	readonly weight: { file: string };
	readonly error: string | null;
}

const shippedCases: ShippedCase[] = readJson(new URL('./fixtures/golden.json', import.meta.url));
const shipped: GoldenCase[] = shippedCases.map((c) => ({
	...c,
	tracks: c.tracks.map((t) => Float64Array.from(t.flat())),
	frames: readNpy(Buffer.from(c.frames, 'base64')),
	weight: readNpy(Buffer.from(c.weight, 'base64')),
}));

const wholeSet = new URL('../../../../shared/comfyui/golden/', import.meta.url);
const casesFile = new URL('cases.json', wholeSet);
const all: BesideCase[] = existsSync(casesFile) ? readJson(casesFile) : [];
const beside: GoldenCase[] = all
	.filter((c) => !c.error)
	.map((c) => ({
		...c,
		name: `${c.name} (whole set)`,
		tracks: c.tracks.map((t) => Float64Array.from(t.flatMap((p) => [p.x, p.y]))),
		frames: readNpy(readFileSync(new URL(c.frames.file, wholeSet))),
		weight: readNpy(readFileSync(new URL(c.weight.file, wholeSet))),
	}));

test.each([...shipped, ...beside])('frames of $name as the node reads them', (golden) => {
	const { frames } = guidanceOfTracks(golden.tracks, golden.length);
	expect(frames).toHaveLength(golden.frames.length);
	let farthest = 0;
	for (let i = 0; i < frames.length; i += 3) {
		expect(frames[i + 2] === 1).toBe(golden.frames[i + 2]! > 0); // the node writes 1 and -1
		if (frames[i + 2] === 0) continue;
		farthest = Math.max(
			farthest,
			Math.abs(frames[i]! - golden.frames[i]!),
			Math.abs(frames[i + 1]! - golden.frames[i + 1]!),
		);
	}
	expect(farthest).toBeLessThan(0.01);
});

test.each([...shipped, ...beside])('weights of $name within 1e-4', (golden) => {
	const { weights } = influenceWeights(guidanceOfTracks(golden.tracks, golden.length), golden);
	expect(weights).toHaveLength(golden.weight.length);
	let farthest = 0;
	weights.forEach((w, i) => {
		farthest = Math.max(farthest, Math.abs(w - golden.weight[i]!));
	});
	expect(farthest).toBeLessThan(1e-4);
});

test('the lengths that crash the node are the ones refused here', () => {
	for (const c of all) expect(isLegalLength(c.length)).toBe(!c.error);
});

function readJson(url: URL) {
	return JSON.parse(readFileSync(url, 'utf8'));
}

/** A NumPy file of little-endian float32, version 1. */
function readNpy(bytes: Buffer): Float32Array {
	const headerLength = bytes.readUInt16LE(8);
	const header = bytes.toString('latin1', 10, 10 + headerLength);
	if (!header.includes("'<f4'")) throw new Error(`Not float32: ${header}`);
	return new Float32Array(Uint8Array.from(bytes.subarray(10 + headerLength)).buffer);
}
