/**
 * Whether two polylines lie within a tolerance of each other at their vertices, both ways.
 * @param a, b x, y pairs, two or more each. Cost: vertices of a x vertices of b at worst.
 */
export function areNear(a: Float64Array, b: Float64Array, tolerance: number): boolean {
	const limit = tolerance * tolerance;
	return everyVertexNear(a, b, limit) && everyVertexNear(b, a, limit);
}

function everyVertexNear(a: Float64Array, b: Float64Array, limit: number): boolean {
	for (let i = 0; i < a.length; i += 2) {
		let near = false;
		for (let j = 0; j + 3 < b.length && !near; j += 2)
			near = squareToLine(a[i]!, a[i + 1]!, b, j) <= limit;
		if (!near) return false;
	}
	return true;
}

function squareToLine(x: number, y: number, line: Float64Array, at: number): number {
	const x0 = line[at]!;
	const y0 = line[at + 1]!;
	const dx = line[at + 2]! - x0;
	const dy = line[at + 3]! - y0;
	const square = dx * dx + dy * dy;
	const along = square > 0 ? ((x - x0) * dx + (y - y0) * dy) / square : 0;
	const held = Math.min(1, Math.max(0, along));
	const offX = x0 + held * dx - x;
	const offY = y0 + held * dy - y;
	return offX * offX + offY * offY;
}
