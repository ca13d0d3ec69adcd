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
 * Cost: that of `writeInfluence` times latent frames.
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
 * The bell is the product of one in x and one in y, and is left out where it is below 1e-7: far below the 1e-4 that
 * the tests allow. Cost: tracks x cells within reach, topk values a cell.
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
	const depth = Math.min(Math.max(1, Math.floor(options.topk)), count);
	if (count === 0) return;

	// The grid spans -side/short .. +side/short with a cell centre on either border (torch.linspace).
	const short = Math.min(rows, columns);
	const inX = new Float64Array(columns);
	const inY = new Float64Array(rows);
	// The heaviest of each cell, falling.
	const heaviest = new Float64Array(rows * columns * depth);
	const reach = Math.sqrt(Math.log(1 / tiny) / temperature);
	for (let n = 0; n < count; n++) {
		const [left, right] = bell(inX, columns / short, centres[n * 2]!, temperature, reach);
		const [top, bottom] = bell(inY, rows / short, centres[n * 2 + 1]!, temperature, reach);
		for (let row = top; row <= bottom; row++) {
			const y = inY[row]!;
			for (let column = left; column <= right; column++)
				insert(heaviest, (row * columns + column) * depth, depth, inX[column]! * y);
		}
	}
	for (let cell = 0; cell < rows * columns; cell++) {
		let sum = 0;
		for (let k = 0; k < depth; k++) sum += heaviest[cell * depth + k]!;
		out[cell] = sum;
	}
}

/** Weights below this are not worth a cell's time. */
const tiny = 1e-7;

/**
 * exp(-temperature d^2) along one side of the grid, as far as `reach` from the centre; the rest of `out` is left as it was.
 * @returns the first and the last index written; the last is below the first when none is.
 */
function bell(
	out: Float64Array,
	limit: number,
	centre: number,
	temperature: number,
	reach: number,
): readonly [first: number, last: number] {
	const count = out.length;
	const place = (at: number): number => ((at + limit) / (2 * limit)) * (count - 1);
	const first = Math.max(0, Math.ceil(place(centre - reach)));
	const last = Math.min(count - 1, Math.floor(place(centre + reach)));
	for (let i = first; i <= last; i++) {
		const d = centre - linspace(limit, count, i);
		out[i] = Math.exp(-d * d * temperature);
	}
	return [first, last];
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

/** Keeps the `depth` largest values from `base` on, falling. */
function insert(heaviest: Float64Array, base: number, depth: number, weight: number): void {
	let at = base + depth - 1;
	if (weight <= heaviest[at]!) return;
	while (at > base && heaviest[at - 1]! < weight) {
		heaviest[at] = heaviest[at - 1]!;
		at--;
	}
	heaviest[at] = weight;
}
