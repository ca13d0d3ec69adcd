import type { ImageRef, WanDocument } from '../document/document.ts';
import type { Affine } from '../geometry/affine.ts';
import { releasedAt } from '../trajectory/releasedAt.ts';
import { sampleDocumentTrack } from '../trajectory/sampleDocumentTrack.ts';
import { createFrameMapping } from './frameMapping.ts';
import { mapRegion, mapTrack, scaledCamera } from './withImage.ts';

export interface Continued {
	readonly document: WanDocument;
	/** Tracks that had left the picture by the end and are not in it. */
	readonly leftCount: number;
}

/**
 * The shot that goes on where another ended. `image` is its last frame: the whole of what the output frame showed. Each track
 * begins where it was when the clip ended (a released one: when it was released) and goes the same way on from there, so
 * that it sits on the same content; pins stay on theirs. A region goes with the first of its tracks that is left; the camera
 * makes its move once more.
 * @param name Of the new shot.
 */
export function continuedDocument(document: WanDocument, image: ImageRef, name: string): Continued {
	const before = document.image ?? image;
	const { rect } = createFrameMapping(before, document.frame);
	const sx = image.width / rect.width;
	const sy = image.height / rect.height;
	const maps = new Map<string, Affine>();
	for (const track of document.tracks) {
		const samples = sampleDocumentTrack(document, track);
		const last = (releasedAt(track) - 1) * 2;
		const endX = (samples[last]! - rect.x) * sx;
		const endY = (samples[last + 1]! - rect.y) * sy;
		if (endX < 0 || endY < 0 || endX >= image.width || endY >= image.height) continue;
		maps.set(track.id, [sx, 0, 0, sy, endX - samples[0]! * sx, endY - samples[1]! * sy]);
	}
	const tracks = document.tracks.flatMap((track) => {
		const map = maps.get(track.id);
		return map ? mapTrack(map, track) : [];
	});
	const regions = document.regions.flatMap((region) => {
		const trackIds = region.trackIds.filter((id) => maps.has(id));
		const map = maps.get(trackIds[0] ?? '');
		return map ? { ...mapRegion(map, region), trackIds } : [];
	});
	return {
		document: {
			...document,
			name,
			image,
			tracks,
			regions,
			camera: scaledCamera(document.camera, sx, sy),
			frame: { ...document.frame, crop: { x: 0.5, y: 0.5, zoom: 1 } },
		},
		leftCount: document.tracks.length - tracks.length,
	};
}
