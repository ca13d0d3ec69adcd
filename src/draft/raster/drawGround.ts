/**
 * Draws the ground where the camera shows it, mirrored beyond its edges, so that no border comes into view.
 * @param map Six numbers: a place of the ground to its place in the frame, frame pixels.
 * @param out width x height x 4; fully written.
 */
export function drawGround(
	ground: Uint8ClampedArray,
	width: number,
	height: number,
	map: ArrayLike<number>,
	out: Uint8ClampedArray,
): void {
	const [a, b, c, d, e, f] = [map[0]!, map[1]!, map[2]!, map[3]!, map[4]!, map[5]!];
	const area = a * d - b * c;
	const scale = Math.abs(area) > 1e-12 ? 1 / area : 0;
	const ux = d * scale;
	const uy = -c * scale;
	const vx = -b * scale;
	const vy = a * scale;
	for (let y = 0, to = 0; y < height; y++)
		for (let x = 0; x < width; x++, to += 4) {
			const u = mirrored(ux * (x - e) + uy * (y - f), width);
			const v = mirrored(vx * (x - e) + vy * (y - f), height);
			const column = Math.min(width - 2, Math.max(0, Math.floor(u)));
			const row = Math.min(height - 2, Math.max(0, Math.floor(v)));
			const fu = Math.max(0, Math.min(1, u - column));
			const fv = Math.max(0, Math.min(1, v - row));
			const at = (row * width + column) * 4;
			const low = at + width * 4;
			for (let channel = 0; channel < 3; channel++) {
				const top =
					ground[at + channel]! + (ground[at + 4 + channel]! - ground[at + channel]!) * fu;
				const under =
					ground[low + channel]! + (ground[low + 4 + channel]! - ground[low + channel]!) * fu;
				out[to + channel] = top + (under - top) * fv;
			}
			out[to + 3] = 255;
		}
}

/** Whole numbers are pixel centres; the picture is mirrored at its edges, half a pixel beyond the outermost ones. */
function mirrored(at: number, size: number): number {
	if (at >= 0 && at <= size - 1) return at;
	const period = 2 * size;
	const folded = (((at + 0.5) % period) + period) % period;
	return (folded < size ? folded : period - folded) - 0.5;
}
