/** Side of the squares over which the fill is computed, px: it is smooth, so a coarse one serves. */
const cell = 4;

/**
 * The picture with holes filled smoothly from their rims (push-pull pyramid, Gortler et al. 1996).
 * @param hole 0..1 a pixel; where 0 the picture is returned as it is, in between it is mixed.
 */
export function fillHoles(
	rgba: Uint8ClampedArray,
	width: number,
	height: number,
	hole: Float32Array,
): Uint8ClampedArray {
	const out = Uint8ClampedArray.from(rgba);
	const fill = pull(push(shrink(rgba, width, height, hole)));
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const share = hole[y * width + x]!;
			if (share === 0) continue;
			const sample = bilinear(fill, (x + 0.5) / cell - 0.5, (y + 0.5) / cell - 0.5);
			const at = (y * width + x) * 4;
			for (let c = 0; c < 3; c++) {
				const value = sampleChannel(fill, sample, c);
				out[at + c] = rgba[at + c]! + (value - rgba[at + c]!) * share;
			}
		}
	return out;
}

/** Colours premultiplied by how much is known of each cell; three colours and that weight, interleaved. */
interface Level {
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array;
}

function shrink(rgba: Uint8ClampedArray, width: number, height: number, hole: Float32Array): Level {
	const columns = Math.ceil(width / cell);
	const rows = Math.ceil(height / cell);
	const data = new Float32Array(columns * rows * 4);
	const scale = 1 / (cell * cell);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			// Squared: pixels in the feather still carry the moving thing's colour.
			const known = (1 - hole[y * width + x]!) ** 2 * scale;
			if (known === 0) continue;
			const from = (y * width + x) * 4;
			const to = (Math.floor(y / cell) * columns + Math.floor(x / cell)) * 4;
			for (let c = 0; c < 3; c++) data[to + c] = data[to + c]! + known * rgba[from + c]!;
			data[to + 3] = data[to + 3]! + known;
		}
	return { width: columns, height: rows, data };
}

function push(base: Level): Level[] {
	const levels = [base];
	let fine = base;
	while (fine.width > 1 || fine.height > 1) {
		const width = (fine.width + 1) >> 1;
		const height = (fine.height + 1) >> 1;
		const data = new Float32Array(width * height * 4);
		for (let y = 0; y < fine.height; y++)
			for (let x = 0; x < fine.width; x++) {
				const from = (y * fine.width + x) * 4;
				const to = ((y >> 1) * width + (x >> 1)) * 4;
				for (let c = 0; c < 4; c++) data[to + c] = data[to + c]! + fine.data[from + c]!;
			}
		for (let at = 0; at < data.length; at += 4) {
			const weight = data[at + 3]!;
			if (weight > 1) for (let c = 0; c < 4; c++) data[at + c] = data[at + c]! / weight;
		}
		fine = { width, height, data };
		levels.push(fine);
	}
	return levels;
}

function pull(levels: Level[]): Level {
	let coarse = levels.at(-1) as Level;
	for (let at = 0; at < coarse.data.length; at += 4) {
		const weight = coarse.data[at + 3]!;
		for (let c = 0; c < 3; c++)
			coarse.data[at + c] = weight > 0 ? coarse.data[at + c]! / weight : 0;
		coarse.data[at + 3] = 1;
	}
	for (let l = levels.length - 2; l >= 0; l--) {
		const fine = levels[l] as Level;
		for (let y = 0; y < fine.height; y++)
			for (let x = 0; x < fine.width; x++) {
				const at = (y * fine.width + x) * 4;
				const weight = fine.data[at + 3]!;
				if (weight >= 1) {
					for (let c = 0; c < 3; c++) fine.data[at + c] = fine.data[at + c]! / weight;
				} else {
					const sample = bilinear(coarse, (x - 0.5) / 2, (y - 0.5) / 2);
					for (let c = 0; c < 3; c++)
						fine.data[at + c] =
							fine.data[at + c]! + (1 - weight) * sampleChannel(coarse, sample, c);
				}
				fine.data[at + 3] = 1;
			}
		coarse = fine;
	}
	return coarse;
}

interface Sample {
	readonly at: number;
	readonly right: number;
	readonly below: number;
	readonly u: number;
	readonly v: number;
}

function bilinear(level: Level, x: number, y: number): Sample {
	const cx = Math.max(0, Math.min(level.width - 1, x));
	const cy = Math.max(0, Math.min(level.height - 1, y));
	const column = Math.min(Math.floor(cx), Math.max(0, level.width - 2));
	const row = Math.min(Math.floor(cy), Math.max(0, level.height - 2));
	return {
		at: (row * level.width + column) * 4,
		right: level.width > 1 ? 4 : 0,
		below: level.height > 1 ? 4 * level.width : 0,
		u: cx - column,
		v: cy - row,
	};
}

function sampleChannel({ data }: Level, { at, right, below, u, v }: Sample, c: number): number {
	const top = data[at + c]! * (1 - u) + data[at + right + c]! * u;
	const low = data[at + below + c]! * (1 - u) + data[at + below + right + c]! * u;
	return top * (1 - v) + low * v;
}
