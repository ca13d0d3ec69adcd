import type { Viewport } from './viewport.ts';

/**
 * A polyline of image space on the screen, without points nearer than `minStep` screen px to the one kept before; the ends are kept.
 * @param points x0, y0, x1, y1 ..., image px.
 * @returns the same layout, screen px. Cost: O(points).
 */
export function screenLine(
	points: ArrayLike<number>,
	viewport: Viewport,
	minStep = 0.75,
): Float32Array {
	const count = points.length >> 1;
	const out = new Float32Array(count * 2);
	let used = 0;
	let lastX = Number.NaN;
	let lastY = Number.NaN;
	for (let i = 0; i < count; i++) {
		const x = (points[2 * i] as number) * viewport.scale + viewport.x;
		const y = (points[2 * i + 1] as number) * viewport.scale + viewport.y;
		const isEnd = i === 0 || i === count - 1;
		if (!isEnd && Math.abs(x - lastX) < minStep && Math.abs(y - lastY) < minStep) continue;
		out[used++] = x;
		out[used++] = y;
		lastX = x;
		lastY = y;
	}
	return out.subarray(0, used);
}
