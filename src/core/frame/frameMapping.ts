import type { OutputFrame } from '../document/document.ts';
import type { FramePoint, ImagePoint, Rect } from '../geometry/point.ts';
import { roundHalfEven } from './roundHalfEven.ts';

/** How the output frame lies on the start image. */
export interface FrameMapping {
	/** What the frame shows, image pixels; always inside the image. */
	readonly rect: Rect;
	toFrame(point: ImagePoint): FramePoint;
	toImage(point: FramePoint): ImagePoint;
}

/**
 * Image space to frame space and back, both linear and each other's inverse; outside points are allowed.
 * With the crop (0.5, 0.5, zoom 1) exactly ComfyUI's cover and centre crop (`common_upscale`, crop "center"):
 * a share is cut from both sides, rounded to whole source pixels (halves to even), the rest scaled to the frame.
 * Another crop is the same rectangle divided by zoom, its centre at (crop.x, crop.y) of the image, held inside it.
 * Where ComfyUI would keep no pixel at all (an image thinner than the frame's ratio can show), one is kept.
 */
export function createFrameMapping(
	image: { readonly width: number; readonly height: number },
	frame: Pick<OutputFrame, 'width' | 'height' | 'crop'>,
): FrameMapping {
	const rect = shownRect(image, frame);
	const scaleX = frame.width / rect.width;
	const scaleY = frame.height / rect.height;
	return {
		rect,
		toFrame: (p) => ({ x: (p.x - rect.x) * scaleX, y: (p.y - rect.y) * scaleY }),
		toImage: (p) => ({ x: rect.x + p.x / scaleX, y: rect.y + p.y / scaleY }),
	};
}

function shownRect(
	image: { readonly width: number; readonly height: number },
	frame: Pick<OutputFrame, 'width' | 'height' | 'crop'>,
): Rect {
	const cover = coverSize(image, frame);
	const { crop } = frame;
	const width = cover.width / crop.zoom;
	const height = cover.height / crop.zoom;
	return {
		x: held(crop.x * image.width - width / 2, image.width - width),
		y: held(crop.y * image.height - height / 2, image.height - height),
		width,
		height,
	};
}

/** Source pixels that ComfyUI keeps. The order of operations is Python's, so that halves round alike. */
function coverSize(
	image: { readonly width: number; readonly height: number },
	frame: { readonly width: number; readonly height: number },
): { width: number; height: number } {
	const { width: w, height: h } = image;
	const oldAspect = w / h;
	const newAspect = frame.width / frame.height;
	if (oldAspect > newAspect) {
		const x = roundHalfEven((w - w * (newAspect / oldAspect)) / 2);
		return { width: Math.max(1, w - 2 * x), height: h };
	}
	if (oldAspect < newAspect) {
		const y = roundHalfEven((h - h * (oldAspect / newAspect)) / 2);
		return { width: w, height: Math.max(1, h - 2 * y) };
	}
	return { width: w, height: h };
}

const held = (value: number, max: number): number => Math.max(0, Math.min(max, value));
