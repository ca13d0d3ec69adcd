import type { ImagePoint } from '../geometry/point.ts';
import { toLumaPicture } from '../pins/lumaPicture.ts';
import type { ColourPicture } from './colourCells.ts';
import { fillPoints } from './fillPoints.ts';
import { floodColour } from './floodColour.ts';
import { maskRings } from './maskRings.ts';
import { areaOfMask, joinMasks, maskOfBrush, maskOfRings } from './masks.ts';
import { selectAt } from './selectAt.ts';
import { selectInside } from './selectInside.ts';

/** One gesture of selecting; places and lengths in image pixels. */
export type RegionStroke = {
	readonly id: string;
	readonly how: 'add' | 'subtract';
} & (
	| {
			readonly kind: 'area';
			/** A lasso, or the corners of a box; 3 places or more. */
			readonly ring: readonly ImagePoint[];
			/** The thing in it; else all of it. */
			readonly findsEdges: boolean;
	  }
	/** The thing there. */
	| { readonly kind: 'thing'; readonly at: ImagePoint }
	/** The same colour, connected. */
	| { readonly kind: 'wand'; readonly at: ImagePoint; readonly tolerance: number }
	| { readonly kind: 'brush'; readonly line: readonly ImagePoint[]; readonly radius: number }
);

export interface RegionRequest {
	readonly strokes: readonly RegionStroke[];
	/** Tracks to hang on it, 1..8. */
	readonly points: number;
	/** Least distance between two of them, image pixels. */
	readonly spacing: number;
}

/** What is selected, image pixels. */
export interface FoundRegion {
	readonly rings: readonly (readonly ImagePoint[])[];
	readonly points: readonly ImagePoint[];
	/** Share of the picture, 0..1. */
	readonly area: number;
}

/**
 * Selects in one picture; remembers what each stroke gave, so that another one costs itself alone.
 * @param picture The start image, usually reduced (`lumaSize`). @param imageWidth Pixels of the image itself.
 */
export function createRegionFinder(
	picture: ColourPicture,
	imageWidth: number,
): (request: RegionRequest) => FoundRegion {
	const scale = picture.width / imageWidth;
	const luma = toLumaPicture(picture.rgba, picture.width, picture.height);
	const known = new Map<string, Uint8Array>();
	const toImage = ({ x, y }: ImagePoint): ImagePoint => ({ x: x / scale, y: y / scale });
	return ({ strokes, points, spacing }) => {
		let mask: Uint8Array = new Uint8Array(picture.width * picture.height);
		for (const stroke of strokes) {
			const own = known.get(stroke.id) ?? strokeMask(picture, stroke, scale);
			known.set(stroke.id, own);
			mask = joinMasks(mask, own, stroke.how);
		}
		for (const id of known.keys()) if (strokes.every((s) => s.id !== id)) known.delete(id);
		return {
			rings: maskRings(mask, picture).map((ring) => ring.map(toImage)),
			points: fillPoints(luma, mask, points, spacing * scale).map(toImage),
			area: areaOfMask(mask) / mask.length,
		};
	};
}

function strokeMask(picture: ColourPicture, stroke: RegionStroke, scale: number): Uint8Array {
	const toPicture = ({ x, y }: ImagePoint): ImagePoint => ({ x: x * scale, y: y * scale });
	switch (stroke.kind) {
		case 'area': {
			const area = maskOfRings([stroke.ring.map(toPicture)], picture);
			return stroke.findsEdges ? selectInside(picture, area) : area;
		}
		case 'thing':
			return selectAt(picture, toPicture(stroke.at));
		case 'wand':
			return floodColour(picture, toPicture(stroke.at), stroke.tolerance);
		case 'brush':
			return maskOfBrush(stroke.line.map(toPicture), stroke.radius * scale, picture);
	}
}
