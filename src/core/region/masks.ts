import type { ImagePoint, Rect } from '../geometry/point.ts';

/*
 * A mask is one byte a pixel of a picture, row by row: 1 inside, 0 outside.
 */

interface Size {
	readonly width: number;
	readonly height: number;
}

/** What holds the inside, whole pixels; undefined when there is none. */
export function boundsOfMask(mask: Uint8Array, width: number): Rect | undefined {
	let [left, top, right, bottom] = [width, Number.POSITIVE_INFINITY, -1, -1];
	for (let i = 0; i < mask.length; i++) {
		if (mask[i] !== 1) continue;
		const x = i % width;
		const y = (i - x) / width;
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return right < 0
		? undefined
		: { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top };
}

export function areaOfMask(mask: Uint8Array): number {
	let area = 0;
	for (const value of mask) area += value;
	return area;
}

/** Both together, or the first without the second. */
export const joinMasks = (a: Uint8Array, b: Uint8Array, how: 'add' | 'subtract'): Uint8Array =>
	a.map((value, i) => (how === 'add' ? value | b[i]! : value & (1 - b[i]!)));

/** What closed rings hold by the even-odd rule: pixels whose middle lies inside. @param rings Pixels; pixel (0, 0) spans 0..1. */
export function maskOfRings(
	rings: readonly (readonly ImagePoint[])[],
	{ width, height }: Size,
): Uint8Array {
	const lines: number[][] = Array.from({ length: height }, () => []);
	for (const ring of rings)
		ring.forEach((a, i) => {
			const b = ring[(i + 1) % ring.length]!;
			const from = Math.max(0, Math.ceil(Math.min(a.y, b.y) - 0.5));
			const to = Math.min(height, Math.ceil(Math.max(a.y, b.y) - 0.5));
			for (let y = from; y < to; y++)
				lines[y]!.push(a.x + ((y + 0.5 - a.y) / (b.y - a.y)) * (b.x - a.x));
		});
	const mask = new Uint8Array(width * height);
	lines.forEach((hits, y) => {
		hits.sort((a, b) => a - b);
		for (let i = 0; i + 1 < hits.length; i += 2) {
			const from = Math.max(0, Math.ceil(hits[i]! - 0.5));
			const to = Math.min(width, Math.ceil(hits[i + 1]! - 0.5));
			if (to > from) mask.fill(1, y * width + from, y * width + to);
		}
	});
	return mask;
}

/** Where a round brush goes along a line. @param radius Pixels. */
export function maskOfBrush(
	line: readonly ImagePoint[],
	radius: number,
	{ width, height }: Size,
): Uint8Array {
	const mask = new Uint8Array(width * height);
	line.forEach((a, i) => {
		const b = line[Math.min(line.length - 1, i + 1)]!;
		const length = Math.hypot(b.x - a.x, b.y - a.y);
		const top = Math.max(0, Math.floor(Math.min(a.y, b.y) - radius));
		const bottom = Math.min(height, Math.ceil(Math.max(a.y, b.y) + radius));
		const left = Math.max(0, Math.floor(Math.min(a.x, b.x) - radius));
		const right = Math.min(width, Math.ceil(Math.max(a.x, b.x) + radius));
		for (let y = top; y < bottom; y++)
			for (let x = left; x < right; x++) {
				const dx = x + 0.5 - a.x;
				const dy = y + 0.5 - a.y;
				const along = length > 0 ? (dx * (b.x - a.x) + dy * (b.y - a.y)) / length : 0;
				const t = Math.max(0, Math.min(length, along));
				const ux = length > 0 ? ((b.x - a.x) / length) * t : 0;
				const uy = length > 0 ? ((b.y - a.y) / length) * t : 0;
				if (Math.hypot(dx - ux, dy - uy) <= radius) mask[y * width + x] = 1;
			}
	});
	return mask;
}
