/** One size of the picture whose holes are filled: colours as floats, and what of it is known. */
export interface GroundLevel {
	readonly width: number;
	readonly height: number;
	/** width x height x 3, 0..255. */
	readonly rgb: Float32Array;
	/** 1 where the colour has to be found. */
	readonly hole: Uint8Array;
}

/**
 * The picture at 1/`cell` of its size; a cell with any pixel of a hole is one, its colour that of its known pixels.
 * @param hole 0..1 a pixel.
 */
export function shrinkGround(
	rgba: Uint8ClampedArray,
	width: number,
	height: number,
	hole: Float32Array,
	cell: number,
): GroundLevel {
	const columns = Math.ceil(width / cell);
	const rows = Math.ceil(height / cell);
	const level = emptyLevel(columns, rows);
	const known = new Float32Array(columns * rows);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const to = Math.floor(y / cell) * columns + Math.floor(x / cell);
			const from = y * width + x;
			if (hole[from]! > 0) continue;
			known[to] = known[to]! + 1;
			for (let c = 0; c < 3; c++)
				level.rgb[3 * to + c] = level.rgb[3 * to + c]! + rgba[4 * from + c]!;
		}
	return divide(level, known, cell * cell);
}

/** Half the size again. */
export function halveGround(fine: GroundLevel): GroundLevel {
	const columns = Math.ceil(fine.width / 2);
	const rows = Math.ceil(fine.height / 2);
	const level = emptyLevel(columns, rows);
	const known = new Float32Array(columns * rows);
	for (let y = 0; y < fine.height; y++)
		for (let x = 0; x < fine.width; x++) {
			const from = y * fine.width + x;
			const to = (y >> 1) * columns + (x >> 1);
			if (fine.hole[from] === 1) continue;
			known[to] = known[to]! + 1;
			for (let c = 0; c < 3; c++)
				level.rgb[3 * to + c] = level.rgb[3 * to + c]! + fine.rgb[3 * from + c]!;
		}
	return divide(level, known, 4);
}

const emptyLevel = (width: number, height: number): GroundLevel => ({
	width,
	height,
	rgb: new Float32Array(width * height * 3),
	hole: new Uint8Array(width * height),
});

function divide(level: GroundLevel, known: Float32Array, most: number): GroundLevel {
	for (let at = 0; at < known.length; at++) {
		level.hole[at] = known[at]! < 0.5 * most ? 1 : 0;
		for (let c = 0; c < 3; c++)
			level.rgb[3 * at + c] = level.rgb[3 * at + c]! / Math.max(1, known[at]!);
	}
	return level;
}

/** Steps from each cell of a hole to what is known, 0 outside; the chessboard's distance. */
export function holeDepth({ width, height, hole }: GroundLevel): Uint16Array {
	const depth = new Uint16Array(width * height);
	const far = 65_535;
	for (let at = 0; at < depth.length; at++) depth[at] = hole[at] === 1 ? far : 0;
	const relax = (at: number, x: number, y: number, dx: number, dy: number) => {
		if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) return;
		const next = depth[at + dy * width + dx]! + 1;
		if (next < depth[at]!) depth[at] = next;
	};
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			for (const [dx, dy] of before) relax(y * width + x, x, y, dx, dy);
	for (let y = height - 1; y >= 0; y--)
		for (let x = width - 1; x >= 0; x--)
			for (const [dx, dy] of before) relax(y * width + x, x, y, -dx, -dy);
	return depth;
}

const before = [
	[-1, 0],
	[-1, -1],
	[0, -1],
	[1, -1],
] as const;
