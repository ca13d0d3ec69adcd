import type { WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import type { FramePoint, ImagePoint } from '../geometry/point.ts';
import { cornerStrength } from '../pins/cornerStrength.ts';
import type { LumaPicture } from '../pins/lumaPicture.ts';
import { createFreeTest, moverReachesPx, trackBudget } from '../pins/pinPlaces.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';

/** Columns and rows of a field, the largest first: about as wide as they are high on a wide frame. */
const grids = [
	[5, 4],
	[6, 3],
	[5, 3],
	[4, 3],
	[4, 2],
	[3, 2],
	[2, 2],
	[2, 1],
	[1, 1],
] as const;

/**
 * Places for a field of pins that shows the model how the camera moves, when nothing else or too little does: a grid over
 * the frame, each on the strongest corner (Shi-Tomasi) in the middle quarter of its cell, so that there is something to hold.
 * Off what other tracks move (as far round them as leaves half of the cells), at least 30 px at 480p from each other and from
 * all starts, with what is there at most 20 tracks.
 * @param picture The start image's brightness; without it the middle of each cell.
 * @returns Image pixels, row by row; empty when 20 tracks are there.
 */
export function cameraField(document: WanDocument, picture?: LumaPicture): ImagePoint[] {
	const room = trackBudget - frameSamples(document).length;
	const grid = grids.find(([a, b]) => a * b <= room);
	if (!grid) return [];
	const { frame, image } = document;
	const isUpright = frame.height > frame.width;
	const [columns, rows] = isUpright ? [grid[1], grid[0]] : grid;
	const cell = { width: frame.width / columns, height: frame.height / rows };
	const mapping = createFrameMapping(image ?? frame, frame);
	const hold =
		image && picture ? createHold(picture, mapping.toImage, mapping.toFrame, image) : null;
	const cells: FramePoint[][] = [];
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			const middle = { x: (column + 0.5) * cell.width, y: (row + 0.5) * cell.height };
			const place = hold?.(middle, cell);
			cells.push(place ? [place, middle] : [middle]);
		}
	let places: FramePoint[] = [];
	for (const reachPx of moverReachesPx) {
		const isFree = createFreeTest(document, reachPx);
		places = cells.flatMap((tried) => tried.find(isFree) ?? []);
		if (places.length >= cells.length / 2) break;
	}
	return places.map(mapping.toImage);
}

type Hold = (
	middle: FramePoint,
	cell: { readonly width: number; readonly height: number },
) => FramePoint | null;

/** The strongest corner within a quarter of a cell from its middle; null where the picture is plain. */
function createHold(
	picture: LumaPicture,
	toImage: (place: FramePoint) => ImagePoint,
	toFrame: (place: ImagePoint) => FramePoint,
	image: { readonly width: number },
): Hold {
	const strength = cornerStrength(picture);
	const scale = picture.width / image.width;
	return ({ x, y }, { width, height }) => {
		const from = toImage({ x: x - width / 4, y: y - height / 4 });
		const to = toImage({ x: x + width / 4, y: y + height / 4 });
		let best = 1;
		let place: FramePoint | null = null;
		for (let row = Math.ceil(from.y * scale); row <= to.y * scale; row++)
			for (let column = Math.ceil(from.x * scale); column <= to.x * scale; column++) {
				const value = strength[row * picture.width + column] ?? 0;
				if (value <= best) continue;
				best = value;
				place = toFrame({ x: (column + 0.5) / scale, y: (row + 0.5) / scale });
			}
		return place;
	};
}
