import type { Guidance } from './guidanceOfTracks.ts';

/** Frame pixels that one latent cell covers, in x and in y. */
export const cellPx = 8;

export interface InfluenceOptions {
	/** Output frame, pixels; multiples of 8 (others are floored, as the node does). */
	readonly width: number;
	readonly height: number;
	/** Sharpness: the weight falls as exp(-temperature d^2), d in half short edges. */
	readonly temperature: number;
	/** How many of the heaviest tracks are added up in each cell, 1 or more. */
	readonly topk: number;
}

export interface Influence {
	readonly latentLength: number;
	/** Latent cells: height / 8 and width / 8. */
	readonly rows: number;
	readonly columns: number;
	/** Latent frames x rows x columns; 0 no guidance, 1 full, above 1 where tracks overlap. Latent frame 0, the start image itself, is all 1. */
	readonly weights: Float32Array;
}

/**
 * How strongly each latent cell of each latent frame is told to move: the field of WanTrackToVideo.
 * Cost: latent frames x cells x tracks; for one latent frame use `writeInfluence`.
 * Source: `patch_motion` of ATI as in ComfyUI 0.33.0; the mean there is divided by count + 1e-5, so here too.
 */
export function influenceWeights(guidance: Guidance, options: InfluenceOptions): Influence {
	const rows = Math.floor(options.height / cellPx);
	const columns = Math.floor(options.width / cellPx);
	const weights = new Float32Array(guidance.latentLength * rows * columns);
	for (let j = 0; j < guidance.latentLength; j++)
		writeInfluence(
			guidance,
			options,
			j,
			weights.subarray(j * rows * columns, (j + 1) * rows * columns),
		);
	return { latentLength: guidance.latentLength, rows, columns, weights };
}

/**
 * The weights of one latent frame, rows x columns, into `out`; all 1 for latent frame 0 (1 - mask there: the start image is given).
 * Cost: cells x tracks, one small allocation.
 */
export function writeInfluence(
	guidance: Guidance,
	options: InfluenceOptions,
	latentFrame: number,
	out: Float32Array,
): void {
	const { width, height, temperature } = options;
	const rows = Math.floor(height / cellPx);
	const columns = Math.floor(width / cellPx);
	out.fill(latentFrame === 0 ? 1 : 0);
	if (latentFrame === 0) return;
	const centres = visibleCentres(guidance, latentFrame, width, height);
	const count = centres.length / 2;
	const heaviest = new Float64Array(Math.min(Math.max(1, Math.floor(options.topk)), count));
	if (count === 0) return;

	// The grid spans -side/short .. +side/short with a cell centre on either border (torch.linspace).
	const short = Math.min(rows, columns);
	for (let row = 0; row < rows; row++) {
		const y = linspace(rows / short, rows, row);
		for (let column = 0; column < columns; column++) {
			const x = linspace(columns / short, columns, column);
			heaviest.fill(0);
			for (let n = 0; n < count; n++) {
				const dx = centres[n * 2]! - x;
				const dy = centres[n * 2 + 1]! - y;
				insert(heaviest, Math.exp(-(dx * dx + dy * dy) * temperature));
			}
			let sum = 0;
			for (const weight of heaviest) sum += weight;
			out[row * columns + column] = sum;
		}
	}
}

/** Visible tracks' mean positions in half short edges from the frame's centre. */
function visibleCentres(
	{ trackCount, latents }: Guidance,
	latentFrame: number,
	width: number,
	height: number,
): number[] {
	const scale = 2 / Math.min(width, height);
	const centres: number[] = [];
	for (let n = 0; n < trackCount; n++) {
		const at = (latentFrame * trackCount + n) * 3;
		const visible = latents[at + 2]!;
		if (visible === 0) continue;
		const shrink = visible / (visible + 1e-5);
		centres.push(
			(latents[at]! - width / 2) * scale * shrink,
			(latents[at + 1]! - height / 2) * scale * shrink,
		);
	}
	return centres;
}

const linspace = (limit: number, count: number, i: number): number =>
	count === 1 ? -limit : -limit + (2 * limit * i) / (count - 1);

/** Keeps the largest values, falling. */
function insert(heaviest: Float64Array, weight: number): void {
	let at = heaviest.length - 1;
	if (weight <= heaviest[at]!) return;
	while (at > 0 && heaviest[at - 1]! < weight) {
		heaviest[at] = heaviest[at - 1]!;
		at--;
	}
	heaviest[at] = weight;
}
