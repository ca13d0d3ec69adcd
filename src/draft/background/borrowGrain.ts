/** Strongest grain carried over, 0..255: more than that is an edge, not grain. */
const strongest = 14;
/** Pixels nearest the hole that are not mirrored: their neighbourhood reaches into it. */
const apart = 2;

/**
 * Gives smooth fill the grain of what lies beside it: each filled pixel takes how its mirror image across the hole's
 * left or right rim differs from its own neighbours there.
 * @param filled Changed in place.
 * @param hole 0..1 a pixel; grain is added by that share.
 */
export function borrowGrain(
	filled: Uint8ClampedArray,
	source: Uint8ClampedArray,
	width: number,
	height: number,
	hole: Float32Array,
): void {
	const mirror = new Int32Array(width);
	for (let y = 0; y < height; y++) {
		mirrorRow(hole, y * width, width, mirror);
		for (let x = 0; x < width; x++) {
			const share = hole[y * width + x]!;
			const from = mirror[x]!;
			if (share === 0 || from < 0) continue;
			const to = (y * width + x) * 4;
			for (let c = 0; c < 3; c++) {
				const grain = differenceAt(source, width, height, from, y, c);
				filled[to + c] = filled[to + c]! + share * Math.max(-strongest, Math.min(strongest, grain));
			}
		}
	}
}

/** For each pixel of a row in a hole: the whole pixel it mirrors, or -1. Ends of the row reflect again. */
function mirrorRow(hole: Float32Array, row: number, width: number, out: Int32Array): void {
	out.fill(-1);
	for (let start = 0; start < width; start++) {
		if (hole[row + start]! === 0) continue;
		let end = start;
		while (end < width && hole[row + end]! > 0) end++;
		for (let x = start; x < end; x++) {
			const left = start - 1 - apart - (x - start);
			const right = end + apart + (end - 1 - x);
			const order = x - start < end - x ? [left, right] : [right, left];
			out[x] = order.find((at) => at >= 0 && at < width && hole[row + at] === 0) ?? -1;
		}
		start = end;
	}
}

/** A pixel less the mean of its 5 x 5 neighbourhood. */
function differenceAt(
	source: Uint8ClampedArray,
	width: number,
	height: number,
	x: number,
	y: number,
	c: number,
): number {
	let sum = 0;
	for (let dy = -2; dy <= 2; dy++) {
		const row = Math.max(0, Math.min(height - 1, y + dy)) * width;
		for (let dx = -2; dx <= 2; dx++)
			sum += source[(row + Math.max(0, Math.min(width - 1, x + dx))) * 4 + c]!;
	}
	return source[(y * width + x) * 4 + c]! - sum / 25;
}
