import { fillHoles } from './fillHoles.ts';
import { type GroundLevel, halveGround, holeDepth, shrinkGround } from './groundLevel.ts';
import { createPatchField, improveMatches, type PatchField, voteColours } from './patchField.ts';

/** Matches are looked for in cells of so many px. */
const cell = 4;
/** No level has fewer cells along its short edge. */
const fewestCells = 14;
/** Holes this deep, in cells, need no coarser look. */
const shallow = 2;
/** Passes of the search each time the fill has changed. */
const passes = 2;

/**
 * The picture with its holes completed from what else it shows: ground that looks like what surrounds the hole is copied
 * into it, coarse to fine (Wexler et al., PAMI 2007, with PatchMatch), and last pixel by pixel. Where nearly nothing is known
 * the fill is a smooth one.
 * @param hole 0..1 a pixel; where 0 the picture is returned as it is, in between it is mixed.
 * @returns A new buffer, the same for the same input. Cost: about 0.3 s for a hole of a tenth of 832 x 480.
 */
export function completeGround(
	rgba: Uint8ClampedArray,
	width: number,
	height: number,
	hole: Float32Array,
): Uint8ClampedArray {
	const smooth = fillHoles(rgba, width, height, hole);
	const levels = levelsOf(shrinkGround(rgba, width, height, hole, cell));
	const random = createRandom();
	let found: Found | undefined;
	for (let l = levels.length - 1; l >= 0; l--) {
		const level = levels[l] as GroundLevel;
		const field = createPatchField(level);
		// Nothing is whole at this size, but may be at the next.
		if (field === undefined) continue;
		if (found) refine(level, field, found);
		else seed(level, smooth, width, cell << l);
		for (let round = 0; round < Math.min(14, 3 + 4 * l); round++) {
			improveMatches(level, field, passes, random);
			voteColours(level, field);
		}
		improveMatches(level, field, passes, random);
		found = { level, field };
	}
	return found && found.level === levels[0]
		? copyPixels(rgba, smooth, width, height, hole, found)
		: smooth;
}

interface Found {
	readonly level: GroundLevel;
	readonly field: PatchField;
}

function levelsOf(finest: GroundLevel): GroundLevel[] {
	const levels = [finest];
	let level = finest;
	while (Math.min(level.width, level.height) >= 2 * fewestCells) {
		if (!holeDepth(level).some((steps) => steps > shallow)) break;
		level = halveGround(level);
		levels.push(level);
	}
	return levels;
}

/** The smooth fill is the first guess. */
function seed(
	{ width: columns, rgb, hole }: GroundLevel,
	smooth: Uint8ClampedArray,
	width: number,
	side: number,
): void {
	const height = smooth.length / 4 / width;
	for (let at = 0; at < hole.length; at++) {
		if (hole[at] === 0) continue;
		const x = Math.min(width - 1, (at % columns) * side + (side >> 1));
		const y = Math.min(height - 1, Math.floor(at / columns) * side + (side >> 1));
		for (let c = 0; c < 3; c++) rgb[3 * at + c] = smooth[(y * width + x) * 4 + c]!;
	}
}

/** Takes over what was found at half this size. */
function refine(
	level: GroundLevel,
	field: PatchField,
	{ level: half, field: coarse }: Found,
): void {
	const { width, height, rgb, hole } = level;
	const halfOf = (at: number) => {
		const x = at % width;
		return (((at - x) / width) >> 1) * half.width + (x >> 1);
	};
	for (let at = 0; at < hole.length; at++)
		if (hole[at] === 1) for (let c = 0; c < 3; c++) rgb[3 * at + c] = half.rgb[3 * halfOf(at) + c]!;
	for (const at of field.targets) {
		const match = coarse.match[halfOf(at)]!;
		if (match < 0) continue;
		const x = (match % half.width) * 2 + ((at % width) & 1);
		const y = Math.floor(match / half.width) * 2 + (Math.floor(at / width) & 1);
		if (x < width && y < height) field.match[at] = y * width + x;
	}
}

/** Each pixel is a mixture of those that the matches of the four cells round it point to. */
function copyPixels(
	rgba: Uint8ClampedArray,
	smooth: Uint8ClampedArray,
	width: number,
	height: number,
	hole: Float32Array,
	{ level, field }: Found,
): Uint8ClampedArray {
	const out = Uint8ClampedArray.from(rgba);
	const colour = new Float64Array(3);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const share = hole[y * width + x]!;
			if (share === 0) continue;
			const u = (x + 0.5) / cell - 0.5;
			const v = (y + 0.5) / cell - 0.5;
			const left = Math.floor(u);
			const top = Math.floor(v);
			let weights = 0;
			colour.fill(0);
			for (let corner = 0; corner < 4; corner++) {
				const column = left + (corner & 1);
				const row = top + (corner >> 1);
				if (column < 0 || row < 0 || column >= level.width || row >= level.height) continue;
				const match = field.match[row * level.width + column]!;
				if (match < 0) continue;
				const fromX = x + ((match % level.width) - column) * cell;
				const fromY = y + (Math.floor(match / level.width) - row) * cell;
				if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
				if (hole[fromY * width + fromX]! > 0) continue;
				const weight = (1 - Math.abs(u - column)) * (1 - Math.abs(v - row)) + 1e-6;
				weights += weight;
				for (let c = 0; c < 3; c++)
					colour[c] = colour[c]! + weight * rgba[(fromY * width + fromX) * 4 + c]!;
			}
			const to = (y * width + x) * 4;
			for (let c = 0; c < 3; c++) {
				const value = weights > 0 ? colour[c]! / weights : smooth[to + c]!;
				out[to + c] = rgba[to + c]! + share * (value - rgba[to + c]!);
			}
		}
	return out;
}

/** Numerical Recipes' generator: the same fill for the same picture. */
function createRandom(): () => number {
	let state = 12_345;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
