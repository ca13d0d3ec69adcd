import type { Command } from '../document/commands.ts';
import type { WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import { type CameraPose, restPose } from './cameraPoseAt.ts';

export const cameraPresets = [
	'panLeft',
	'panRight',
	'panUp',
	'panDown',
	'pushIn',
	'pullOut',
	'roll',
	'orbit',
	'handheld',
] as const;

export type CameraPreset = (typeof cameraPresets)[number];

/** Share of the frame's side that a pan goes. */
const panShare = 0.2;

/**
 * What a preset sets; the rest of the pose stays. Named for the camera: one that pans left shows more of the left, so the
 * picture moves right. Image pixels, sized to the part of the picture that the frame shows.
 */
function presetPose(document: WanDocument, preset: CameraPreset): Partial<CameraPose> {
	const { image, frame } = document;
	const { width, height } = createFrameMapping(image ?? frame, frame).rect;
	switch (preset) {
		case 'panLeft':
			return { x: Math.round(width * panShare) };
		case 'panRight':
			return { x: -Math.round(width * panShare) };
		case 'panUp':
			return { y: Math.round(height * panShare) };
		case 'panDown':
			return { y: -Math.round(height * panShare) };
		case 'pushIn':
			return { zoom: 1.4 };
		case 'pullOut':
			return { zoom: 0.7 };
		case 'roll':
			return { roll: 10 };
		case 'orbit':
			return { orbit: Math.round(width * 0.12) };
		case 'handheld':
			return { handheld: Math.round(width * 0.01) };
	}
}

/**
 * Gives a pose to the camera: to the key with that index, to the last one where there is none of it, to a new one at the clip's
 * end where there is no key at all.
 */
export function poseCommands(
	{ camera: { keys } }: Pick<WanDocument, 'camera'>,
	index: number,
	pose: Partial<CameraPose>,
): Command[] {
	if (keys.length === 0)
		return [{ type: 'camera/putKey', key: { ...restPose, ...pose, time: 1, easing: 'easeInOut' } }];
	const at = index in keys ? index : keys.length - 1;
	return [{ type: 'camera/setKey', index: at, patch: pose }];
}

/** A preset for the key with that index, as `poseCommands`; the handheld one for every key, as a hand holds the whole clip. */
export function presetCommands(
	document: WanDocument,
	index: number,
	preset: CameraPreset,
): Command[] {
	const pose = presetPose(document, preset);
	const { keys } = document.camera;
	return preset === 'handheld' && keys.length > 0
		? keys.map((_, each) => ({ type: 'camera/setKey', index: each, patch: pose }))
		: poseCommands(document, index, pose);
}
