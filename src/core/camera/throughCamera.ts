import { type Camera, SAMPLE_COUNT, type Track } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { type CameraScene, createLens } from './cameraAt.ts';
import { isCameraStill } from './cameraPoseAt.ts';

/** 8 values a sample: the affine map of image pixels at depth 0 (a b c d e f), and what a depth of 1 adds to e and f. */
export type CameraPath = Float64Array & { readonly __of?: 'camera' };

const stride = 8;

interface KnownPath {
	readonly key: string;
	readonly path: CameraPath;
}

interface KnownSamples {
	readonly still: Float64Array;
	readonly path: CameraPath;
	readonly moved: Float64Array;
}

const paths = new WeakMap<Camera, KnownPath>();
const known = new WeakMap<Track, KnownSamples>();

/**
 * Positions of a track with the camera's motion added to each: sample i at i/120 of the clip; see `cameraAt`.
 * The same array for a camera at rest and for a track that stays on the screen.
 * @param samples 121 x 2 values, image pixels: where the track would be for a camera that stands.
 * @returns 121 x 2 values, image pixels; shared, do not write to it. The same array while track, samples, camera, picture and
 * frame stay. Cost: O(121), then nothing.
 */
export function throughCamera(
	scene: CameraScene,
	track: Track,
	samples: Float64Array,
): Float64Array {
	if (track.staysOnScreen) return samples;
	const path = cameraPath(scene);
	if (!path) return samples;
	const found = known.get(track);
	if (found?.still === samples && found.path === path) return found.moved;
	const moved = move(samples, path, track.depth ?? 1);
	known.set(track, { still: samples, path, moved });
	return moved;
}

/** The camera at the 121 samples, or null when it is at rest for the whole clip; the same one while nothing of it changes. */
export function cameraPath(scene: CameraScene): CameraPath | null {
	const { camera, frame, image } = scene;
	if (isCameraStill(camera)) return null;
	const { rect } = createFrameMapping(image ?? frame, frame);
	const place = [rect.x, rect.y, rect.width, rect.height];
	const key = [...place, frame.width, frame.height, frame.length, frame.fps].join(' ');
	const found = paths.get(camera);
	if (found?.key === key) return found.path;
	const path = computePath(scene, rect);
	paths.set(camera, { key, path });
	return path;
}

/** The frame's maps, brought to image pixels: to the frame, through the lens, and back. */
function computePath(
	scene: CameraScene,
	rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): CameraPath {
	const sx = scene.frame.width / rect.width;
	const sy = scene.frame.height / rect.height;
	const lens = createLens(scene);
	const path: CameraPath = new Float64Array(SAMPLE_COUNT * stride);
	for (let i = 0; i < SAMPLE_COUNT; i++) {
		const share = i / (SAMPLE_COUNT - 1);
		const [a, b, c, d, e, f] = lens(share, 0);
		const [, , , , farE, farF] = lens(share, 1);
		const skewX = (c * sy) / sx;
		const skewY = (b * sx) / sy;
		path.set(
			[
				a,
				skewY,
				skewX,
				d,
				rect.x + e / sx - a * rect.x - skewX * rect.y,
				rect.y + f / sy - skewY * rect.x - d * rect.y,
				(farE - e) / sx,
				(farF - f) / sy,
			],
			i * stride,
		);
	}
	return path;
}

function move(samples: Float64Array, path: CameraPath, depth: number): Float64Array {
	const moved = new Float64Array(samples.length);
	for (let i = 0, at = 0; i < samples.length; i += 2, at += stride) {
		const x = samples[i]!;
		const y = samples[i + 1]!;
		moved[i] = path[at]! * x + path[at + 2]! * y + path[at + 4]! + depth * path[at + 6]!;
		moved[i + 1] = path[at + 1]! * x + path[at + 3]! * y + path[at + 5]! + depth * path[at + 7]!;
	}
	return moved;
}
