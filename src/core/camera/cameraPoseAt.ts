import type { Camera, CameraKey } from '../document/document.ts';
import { ease } from '../trajectory/easing.ts';

/** How the camera is set at one moment: a key without its time and its easing. */
export type CameraPose = Omit<CameraKey, 'time' | 'easing'>;

/** The picture as it is. */
export const restPose: CameraPose = { x: 0, y: 0, zoom: 1, roll: 0, orbit: 0, handheld: 0 };

export const poseFields = Object.keys(restPose) as readonly (keyof CameraPose)[];

export const isRest = (pose: CameraPose): boolean =>
	poseFields.every((field) => pose[field] === restPose[field]);

/** Whether the picture never moves for it. Jobs that were stored before there was a camera have none. */
export const isCameraStill = (camera: Camera | undefined): boolean =>
	camera === undefined || camera.keys.every(isRest);

/**
 * The camera between its keys, each way in the easing of the key that it leads to; the zoom by its logarithm, so that an even
 * zoom looks even. Before the first key it comes from rest, after the last it holds. How far a hand strays is already the first
 * key's from the start on: its shake is 0 there.
 * @param share Moment of the clip, 0..1.
 */
export function cameraPoseAt({ keys }: Pick<Camera, 'keys'>, share: number): CameraPose {
	// A file may hold a key at the very start: even then the first frame is the picture.
	if (share <= 0) return restPose;
	const next = keys.findIndex((key) => key.time > share);
	const to = keys[next < 0 ? keys.length - 1 : next];
	if (!to) return restPose;
	if (next < 0) return to;
	const before = keys[next - 1];
	const from = before ?? { ...restPose, handheld: to.handheld, time: 0 };
	const part = ease(to, (share - from.time) / (to.time - from.time));
	const between = (field: keyof CameraPose) => from[field] + part * (to[field] - from[field]);
	return {
		x: between('x'),
		y: between('y'),
		zoom: from.zoom * (to.zoom / from.zoom) ** part,
		roll: between('roll'),
		orbit: between('orbit'),
		handheld: Math.max(0, between('handheld')),
	};
}
