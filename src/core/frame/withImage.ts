import type { Camera, ImageRef, Region, Track, WanDocument } from '../document/document.ts';
import { type Affine, mapControlPoint, mapPoint, scaling } from '../geometry/affine.ts';

/**
 * The document with another picture under the same tracks: tracks, regions and the camera's ways keep their shares of the
 * picture's sides. Without a picture before, or with one of the same size, they stay as they are to the identity.
 */
export function withImage(document: WanDocument, image: ImageRef): WanDocument {
	const before = document.image;
	if (!before || (before.width === image.width && before.height === image.height))
		return { ...document, image };
	const sx = image.width / before.width;
	const sy = image.height / before.height;
	const map = scaling(sx, sy, { x: 0, y: 0 });
	return {
		...document,
		image,
		tracks: document.tracks.map((track) => mapTrack(map, track)),
		camera: scaledCamera(document.camera, sx, sy),
		regions: document.regions.map((region) => mapRegion(map, region)),
	};
}

export const mapTrack = (map: Affine, track: Track): Track => ({
	...track,
	points: track.points.map((point) => mapControlPoint(map, point)),
});

/** Its outline and the width of its edge. */
export const mapRegion = (map: Affine, region: Region): Region => ({
	...region,
	rings: region.rings.map((ring) => ring.map((place) => mapPoint(map, place))),
	feather: region.feather * Math.sqrt(Math.abs(map[0] * map[3])),
});

/** A camera whose ways are so many times as long in image pixels. */
export const scaledCamera = (camera: Camera, sx: number, sy: number): Camera => ({
	...camera,
	keys: camera.keys.map((key) => ({
		...key,
		x: key.x * sx,
		y: key.y * sy,
		orbit: key.orbit * sx,
		handheld: key.handheld * Math.sqrt(sx * sy),
	})),
});
