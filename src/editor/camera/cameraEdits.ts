import { cameraField } from '#core/camera/cameraField.ts';
import { type CameraPose, cameraPoseAt, restPose } from '#core/camera/cameraPoseAt.ts';
import { type CameraPreset, poseCommands, presetCommands } from '#core/camera/cameraPresets.ts';
import { leastKeyGap } from '#core/document/cameraCommands.ts';
import type { CameraKey, WanDocument } from '#core/document/document.ts';
import type { LumaPicture } from '#core/pins/lumaPicture.ts';
import { pinTracks } from '#core/pins/pinTracks.ts';
import { frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { CameraMessages } from '#text/en/camera.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { chosenKey, openCamera } from './cameraFocus.ts';

type Steps = CameraMessages['steps'];

/** A preset on the key that is worked on, or on a new one at the clip's end. */
export function applyPreset(store: EditorStore, preset: CameraPreset, steps: Steps): void {
	const index = chosenKey(store.getState());
	store.dispatch(steps.camera, presetCommands(store.getDocument(), index, preset));
	openCamera(store, Math.max(0, chosenKey(store.getState())));
}

/** Another pose for the key that is worked on. */
export const setPose = (store: EditorStore, pose: Partial<CameraPose>, steps: Steps): void =>
	store.dispatch(steps.key, poseCommands(store.getDocument(), chosenKey(store.getState()), pose));

/** A new key at the playhead where the camera is then, so that nothing moves until it is changed. */
export function addKey(store: EditorStore, steps: Steps): void {
	const { playhead } = store.getState();
	const document = store.getDocument();
	const { keys } = document.camera;
	const time = keys.length === 0 && isAtStart(document, playhead) ? 1 : playhead;
	if (isAtStart(document, time)) return;
	const easing = keys.find((key) => key.time > time)?.easing ?? 'easeInOut';
	const pose = keys.length === 0 ? restPose : cameraPoseAt(document.camera, time);
	store.dispatch(steps.key, [{ type: 'camera/putKey', key: { ...poseOf(pose), time, easing } }]);
	const next = store.getDocument().camera.keys;
	openCamera(
		store,
		next.findIndex((key) => Math.abs(key.time - time) < leastKeyGap / 2),
	);
}

/** Before the first frame after the start there is no room for a key. */
export const isAtStart = ({ frame }: Pick<WanDocument, 'frame'>, share: number): boolean =>
	shareToFrame(share, frame.length) < 1;

const poseOf = ({ x, y, zoom, roll, orbit, handheld }: CameraPose): CameraPose => ({
	x: rounded(x, 1),
	y: rounded(y, 1),
	zoom: rounded(zoom, 3),
	roll: rounded(roll, 1),
	orbit: rounded(orbit, 1),
	handheld: rounded(handheld, 1),
});

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export function removeKey(store: EditorStore, index: number, steps: Steps): void {
	store.dispatch(steps.removeKey, [{ type: 'camera/removeKeys', indices: [index] }]);
}

/** A key by so many frames later, on a frame. */
export function stepKey(store: EditorStore, index: number, frames: number, steps: Steps): void {
	const { camera, frame } = store.getDocument();
	const key = camera.keys[index];
	if (!key) return;
	const time = frameToShare(shareToFrame(key.time, frame.length) + frames, frame.length);
	setKey(store, index, { time }, steps);
}

export const setKey = (
	store: EditorStore,
	index: number,
	patch: Partial<CameraKey>,
	steps: Steps,
): void => store.dispatch(steps.key, [{ type: 'camera/setKey', index, patch }]);

/** Pins that move with the camera all over the picture: one undo step. @returns How many. */
export function addField(
	store: EditorStore,
	picture: LumaPicture | undefined,
	steps: Steps,
): number {
	const document = store.getDocument();
	const tracks = pinTracks(document, cameraField(document, picture), store.createId);
	if (tracks.length > 0)
		store.dispatch(
			steps.field,
			tracks.map((track) => ({ type: 'track/add', track })),
		);
	return tracks.length;
}
