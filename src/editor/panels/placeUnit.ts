import type { WanDocument } from '#core/document/document.ts';
import { frameRectOf, imageSizeOf } from '../store/imageSpace.ts';
import type { PlaceUnit } from '../store/viewOptions.ts';

/**
 * How a coordinate is written: `value = (imagePx - origin) * factor`. Image px as they are, frame px from the output frame's
 * corner, percent of the picture's side.
 */
export function placeScale(
	document: WanDocument,
	unit: PlaceUnit,
	axis: 'x' | 'y',
): { readonly origin: number; readonly factor: number } {
	const size = axis === 'x' ? 'width' : 'height';
	switch (unit) {
		case 'image':
			return { origin: 0, factor: 1 };
		case 'frame': {
			const rect = frameRectOf(document);
			return { origin: rect[axis], factor: document.frame[size] / rect[size] };
		}
		case 'percent':
			return { origin: 0, factor: 100 / imageSizeOf(document)[size] };
	}
}
