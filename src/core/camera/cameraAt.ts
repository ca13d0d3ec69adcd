import { stillCamera, type WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import type { Affine } from '../geometry/affine.ts';
import { clipSeconds } from '../trajectory/time.ts';
import { cameraPoseAt } from './cameraPoseAt.ts';
import { createHandheld } from './createHandheld.ts';

/** What the camera's effect depends on. */
export type CameraScene = Pick<WanDocument, 'camera' | 'frame' | 'image'>;

/** How far the hand's turn moves a place half a short edge from the centre, as a share of how far it strays. */
const turnShare = 1 / 3;

/**
 * Where a moment of the camera shows what the first frame shows: a thing at p of frame 0 is at `mapPoint(cameraAt(...), p)`.
 * Frame pixels to frame pixels; the identity at share 0 and without keys.
 *
 *     p' = c + pan + zoom R(roll) (p + (orbit depth, 0) - c)
 *
 * with c the frame's centre (width / 2, height / 2), the middle of the plane in which WanTrackToVideo reads positions
 * ((x - W/2) 2 / min(W, H), ComfyUI nodes_wan.py `process_tracks`); R clockwise on the screen. Pan and orbit are stored in
 * image pixels, as all places are, and scaled with the crop. The hand adds to pan and roll.
 * @param share Moment of the clip, 0..1. For a video frame of the model's clock: its sample / 120 (`sampleIndexOfFrame`).
 * @param depth 1 for the background; a track's own `depth` else.
 * Source: planar parallax, the displacement of a layer by a sideways camera (Disney's multiplane, Adelson's layered motion);
 * a plane's turn out of itself has no counterpart in points and is left out.
 */
export const cameraAt = (scene: CameraScene, share: number, depth = 1): Affine =>
	createLens(scene)(share, depth);

/** `cameraAt` for many moments. */
export function createLens({
	camera = stillCamera,
	frame,
	image,
}: CameraScene): (share: number, depth: number) => Affine {
	const { rect } = createFrameMapping(image ?? frame, frame);
	const scale = { x: frame.width / rect.width, y: frame.height / rect.height };
	const center = { x: frame.width / 2, y: frame.height / 2 };
	const seconds = clipSeconds(frame);
	const hand = createHandheld(camera.seed, frame.fps);
	const turnPerPx = (turnShare * scale.x) / Math.min(center.x, center.y);
	return (share, depth) => {
		const pose = cameraPoseAt(camera, share);
		const shake = pose.handheld > 0 ? hand(share * seconds) : noShake;
		const angle = (pose.roll * Math.PI) / 180 + pose.handheld * shake.turn * turnPerPx;
		const cos = pose.zoom * Math.cos(angle);
		const sin = pose.zoom * Math.sin(angle);
		const panX = (pose.x + pose.handheld * shake.x) * scale.x;
		const panY = (pose.y + pose.handheld * shake.y) * scale.y;
		const fromX = pose.orbit * depth * scale.x - center.x;
		return [
			cos,
			sin,
			-sin,
			cos,
			center.x + panX + cos * fromX + sin * center.y,
			center.y + panY + sin * fromX - cos * center.y,
		];
	};
}

const noShake = { x: 0, y: 0, turn: 0 };
