import type { Pixels } from '#media/node/pictures.ts';

const cell = 16;

/**
 * A soft guess of what lies behind the discs: means of 16 px cells that no disc covers, spread into
 * the covered cells, then enlarged bilinearly.
 * @param covered 1 where a disc lies, width x height.
 */
export function fillHoles(picture: Pixels, covered: Uint8Array): Pixels {
	const { width, height } = picture;
	const columns = Math.ceil(width / cell);
	const rows = Math.ceil(height / cell);
	const sums = new Float64Array(columns * rows * 4);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (covered[y * width + x]) continue;
			const at = 4 * (Math.floor(y / cell) * columns + Math.floor(x / cell));
			const from = 4 * (y * width + x);
			for (let c = 0; c < 3; c++) add(sums, at + c, picture.rgba[from + c] as number);
			add(sums, at + 3, 1);
		}
	}
	spread(sums, columns, rows);
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let y = 0, out = 0; y < height; y++) {
		const v = clamp((y + 0.5) / cell - 0.5, rows - 1);
		const [top, bottom] = [Math.floor(v), Math.min(Math.floor(v) + 1, rows - 1)];
		for (let x = 0; x < width; x++, out += 4) {
			const u = clamp((x + 0.5) / cell - 0.5, columns - 1);
			const [left, right] = [Math.floor(u), Math.min(Math.floor(u) + 1, columns - 1)];
			for (let c = 0; c < 3; c++) {
				const mean = (row: number, column: number): number =>
					sums[4 * (row * columns + column) + c] as number;
				const above = mean(top, left) + (mean(top, right) - mean(top, left)) * (u - left);
				const below = mean(bottom, left) + (mean(bottom, right) - mean(bottom, left)) * (u - left);
				rgba[out + c] = above + (below - above) * (v - top);
			}
			rgba[out + 3] = 255;
		}
	}
	return { width, height, rgba };
}

/** Turns sums into means and gives empty cells the mean of their known neighbours, ring by ring. */
function spread(sums: Float64Array, columns: number, rows: number): void {
	let known = new Uint8Array(columns * rows);
	for (let i = 0; i < known.length; i++) {
		const count = sums[4 * i + 3] as number;
		if (count === 0) continue;
		for (let c = 0; c < 3; c++) sums[4 * i + c] = (sums[4 * i + c] as number) / count;
		known[i] = 1;
	}
	if (!known.includes(1)) return;
	while (known.includes(0)) {
		const next = Uint8Array.from(known);
		for (let i = 0; i < known.length; i++) {
			if (known[i]) continue;
			const around = neighbours(i, columns, rows).filter((n) => known[n]);
			if (around.length === 0) continue;
			for (let c = 0; c < 3; c++) {
				const sum = around.reduce((total, n) => total + (sums[4 * n + c] as number), 0);
				sums[4 * i + c] = sum / around.length;
			}
			next[i] = 1;
		}
		known = next;
	}
}

function neighbours(index: number, columns: number, rows: number): number[] {
	const [column, row] = [index % columns, Math.floor(index / columns)];
	const around: number[] = [];
	if (column > 0) around.push(index - 1);
	if (column < columns - 1) around.push(index + 1);
	if (row > 0) around.push(index - columns);
	if (row < rows - 1) around.push(index + columns);
	return around;
}

const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);

function add(sums: Float64Array, index: number, value: number): void {
	sums[index] = (sums[index] as number) + value;
}
