import type { OutputFrame, WanDocument } from '#core/document/document.ts';
import type { ImagePoint, Rect, ScreenPoint } from '#core/geometry/point.ts';
import { imageToScreen, type Viewport } from '#render/scene/viewport.ts';
import { frameRectOf, imageSizeOf } from '../../../store/imageSpace.ts';

export type CropHandle = 'nw' | 'ne' | 'se' | 'sw' | 'move';
type Crop = OutputFrame['crop'];

/** Screen px: the brackets stand 6 outside the frame. */
const bracketReach = 12;
const bracketGap = 6;
const edgeReach = 5;
/** Share of the picture within which the crop's middle is drawn to 1/3, 1/2, 2/3. */
const snapShare = 0.012;

/** A bracket of the output frame, or its edge, under a place of the screen. */
export function hitCrop(
	document: WanDocument,
	viewport: Viewport,
	screen: ScreenPoint,
	isCoarse: boolean,
): CropHandle | null {
	if (!document.image) return null;
	const rect = frameRectOf(document);
	const a = imageToScreen(viewport, rect);
	const b = imageToScreen(viewport, { x: rect.x + rect.width, y: rect.y + rect.height });
	const left = a.x - bracketGap;
	const top = a.y - bracketGap;
	const right = b.x + bracketGap;
	const bottom = b.y + bracketGap;
	const reach = isCoarse ? 22 : bracketReach;
	const near = (x: number, y: number) =>
		Math.abs(screen.x - x) <= reach && Math.abs(screen.y - y) <= reach;
	if (near(left, top)) return 'nw';
	if (near(right, top)) return 'ne';
	if (near(right, bottom)) return 'se';
	if (near(left, bottom)) return 'sw';
	const inX = screen.x > left && screen.x < right;
	const inY = screen.y > top && screen.y < bottom;
	const onX = Math.min(Math.abs(screen.x - left), Math.abs(screen.x - right)) <= edgeReach;
	const onY = Math.min(Math.abs(screen.y - top), Math.abs(screen.y - bottom)) <= edgeReach;
	return (onX && inY) || (onY && inX) ? 'move' : null;
}

/**
 * The crop after a drag: a corner changes the zoom about the opposite one, an edge moves the frame over the picture.
 * The middle is drawn to the picture's middle and thirds, and the frame stays inside it.
 */
export function cropDrag(
	document: WanDocument,
	handle: CropHandle,
	from: ImagePoint,
	to: ImagePoint,
	isFree: boolean,
): Crop {
	const image = imageSizeOf(document);
	const rect = frameRectOf(document);
	const { zoom } = document.frame.crop;
	if (handle === 'move')
		return held(
			{
				x: (rect.x + rect.width / 2 + to.x - from.x) / image.width,
				y: (rect.y + rect.height / 2 + to.y - from.y) / image.height,
				zoom,
			},
			rect,
			image,
			isFree,
		);
	const isLeft = handle.includes('w');
	const isTop = handle.includes('n');
	const growX = (isLeft ? -1 : 1) * (to.x - from.x);
	const growY = (isTop ? -1 : 1) * (to.y - from.y);
	const anchorX = isLeft ? rect.x + rect.width : rect.x;
	const anchorY = isTop ? rect.y + rect.height : rect.y;
	// The frame keeps its shape: the direction moved along most decides, and no side leaves the picture.
	const wanted = 1 + (Math.abs(growX) > Math.abs(growY) ? growX / rect.width : growY / rect.height);
	const roomX = (isLeft ? anchorX : image.width - anchorX) / rect.width;
	const roomY = (isTop ? anchorY : image.height - anchorY) / rect.height;
	const factor = Math.max(zoom / 50, Math.min(wanted, roomX, roomY, zoom));
	const width = rect.width * factor;
	const height = rect.height * factor;
	return {
		x: share((anchorX + ((isLeft ? -1 : 1) * width) / 2) / image.width),
		y: share((anchorY + ((isTop ? -1 : 1) * height) / 2) / image.height),
		zoom: Math.min(50, Math.max(1, zoom / factor)),
	};
}

function held(
	crop: Crop,
	rect: Rect,
	image: { readonly width: number; readonly height: number },
	isFree: boolean,
): Crop {
	const inside = (value: number, half: number) =>
		half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, isFree ? value : drawn(value)));
	return {
		x: inside(crop.x, rect.width / image.width / 2),
		y: inside(crop.y, rect.height / image.height / 2),
		zoom: crop.zoom,
	};
}

const drawn = (value: number): number =>
	[1 / 3, 1 / 2, 2 / 3].find((place) => Math.abs(place - value) < snapShare) ?? value;

const share = (value: number): number => Math.min(1, Math.max(0, value));
