/** Spreads distances outwards from where they are known (the rest infinite), in place: chamfer, 1 and the square root of 2. */
export function spreadDistance(distance: Float32Array, width: number, height: number): void {
	const relax = (at: number, from: number, step: number) => {
		const d = distance[from]! + step;
		if (d < distance[at]!) distance[at] = d;
	};
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++) {
			const at = row * width + column;
			if (column > 0) relax(at, at - 1, 1);
			if (row > 0) relax(at, at - width, 1);
			if (row > 0 && column > 0) relax(at, at - width - 1, Math.SQRT2);
			if (row > 0 && column < width - 1) relax(at, at - width + 1, Math.SQRT2);
		}
	for (let row = height - 1; row >= 0; row--)
		for (let column = width - 1; column >= 0; column--) {
			const at = row * width + column;
			if (column < width - 1) relax(at, at + 1, 1);
			if (row < height - 1) relax(at, at + width, 1);
			if (row < height - 1 && column < width - 1) relax(at, at + width + 1, Math.SQRT2);
			if (row < height - 1 && column > 0) relax(at, at + width - 1, Math.SQRT2);
		}
}
