/*
 * The small shapes of UI.md "Canvas drawing", in screen px: constant at every zoom.
 */

export const ringRadius = 9;
export const badgeSize = 16;
const arrowLength = 12;
const arrowWidth = 11;

/**
 * The arrow head at the end of a line, its tip on the last point.
 * @param line x0, y0 ..., screen px.
 * @returns three corners, or undefined when the line has no direction (one point, or all in one place).
 */
export function arrowHead(line: ArrayLike<number>): number[] | undefined {
	const end = line.length - 2;
	if (end < 2) return undefined;
	const x = line[end] as number;
	const y = line[end + 1] as number;
	// The direction over the last few px: the very last step may be too short to have one.
	for (let i = end - 2; i >= 0; i -= 2) {
		const dx = x - (line[i] as number);
		const dy = y - (line[i + 1] as number);
		const length = Math.hypot(dx, dy);
		if (length < 4 && i > 0) continue;
		if (length < 0.5) return undefined;
		const ux = dx / length;
		const uy = dy / length;
		const baseX = x - ux * arrowLength;
		const baseY = y - uy * arrowLength;
		const half = arrowWidth / 2;
		return [x, y, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half];
	}
	return undefined;
}

/** Corners of a square of the given side round a point. */
export const square = (x: number, y: number, side: number): number[] => {
	const h = side / 2;
	return [x - h, y - h, x + h, y - h, x + h, y + h, x - h, y + h];
};

/** Corners of a diamond of the given width round a point. */
export const diamond = (x: number, y: number, width: number): number[] => {
	const h = width / 2;
	return [x, y - h, x + h, y, x, y + h, x - h, y];
};

/** The four ticks of a pin, from its ring to radius 11. */
export const pinTicks = (x: number, y: number): number[][] => [
	[x, y - 5.5, x, y - 11],
	[x + 5.5, y, x + 11, y],
	[x, y + 5.5, x, y + 11],
	[x - 5.5, y, x - 11, y],
];
