/** A grey picture, row by row, any scale (0..255 here). */
export interface Plane {
	readonly width: number;
	readonly height: number;
	readonly values: Float32Array;
}

/** The picture and its halvings (1-4-6-4-1 blur), finest first; stops before a side falls under 16 px. */
export function buildPyramid(base: Plane, levels: number): Plane[] {
	const out = [base];
	for (let plane = base; out.length < levels; ) {
		if (Math.min(plane.width, plane.height) < 32) break;
		plane = halve(plane);
		out.push(plane);
	}
	return out;
}

function halve({ width, height, values }: Plane): Plane {
	const columns = (width + 1) >> 1;
	const rows = (height + 1) >> 1;
	const across = new Float32Array(columns * height);
	// Columns whose five neighbours all lie inside need no mirror.
	const inner = (width - 3) >> 1;
	for (let y = 0; y < height; y++) {
		const row = y * width;
		const at = (x: number) => values[row + mirror(x, width)]!;
		const edge = (x: number) => {
			across[y * columns + x] =
				(at(2 * x - 2) +
					at(2 * x + 2) +
					4 * (at(2 * x - 1) + at(2 * x + 1)) +
					6 * values[row + 2 * x]!) /
				16;
		};
		edge(0);
		for (let x = 1, i = row + 2; x <= inner; x++, i += 2)
			across[y * columns + x] =
				(values[i - 2]! + values[i + 2]! + 4 * (values[i - 1]! + values[i + 1]!) + 6 * values[i]!) *
				0.0625;
		for (let x = inner + 1; x < columns; x++) edge(x);
	}
	const halved = new Float32Array(columns * rows);
	for (let y = 0; y < rows; y++) {
		const line = (dy: number) => mirror(2 * y + dy, height) * columns;
		const [a, b, c, d, e] = [line(-2), line(-1), line(0), line(1), line(2)];
		for (let x = 0; x < columns; x++)
			halved[y * columns + x] =
				(across[a + x]! +
					across[e + x]! +
					4 * (across[b + x]! + across[d + x]!) +
					6 * across[c + x]!) *
				0.0625;
	}
	return { width: columns, height: rows, values: halved };
}

const mirror = (i: number, n: number) => (i < 0 ? -i : i >= n ? 2 * n - 2 - i : i);

/** Bilinear reading; positions are pixel indices, clamped to the picture. */
export function samplePlane({ width, height, values }: Plane, x: number, y: number): number {
	const cx = x < 0 ? 0 : Math.min(x, width - 1);
	const cy = y < 0 ? 0 : Math.min(y, height - 1);
	const column = Math.min(Math.floor(cx), width - 2);
	const row = Math.min(Math.floor(cy), height - 2);
	const u = cx - column;
	const v = cy - row;
	const at = row * width + column;
	const top = values[at]! + (values[at + 1]! - values[at]!) * u;
	const low = values[at + width]! + (values[at + width + 1]! - values[at + width]!) * u;
	return top + (low - top) * v;
}
