import type { Command } from './commands.ts';
import { type Camera, type CameraKey, SAMPLE_COUNT, type WanDocument } from './document.ts';

/** Between two keys, and between the start and the first: one sample, as nothing faster is told. */
export const leastKeyGap = 1 / (SAMPLE_COUNT - 1);

type CameraCommand = Extract<Command, { readonly type: `camera/${string}` }>;

/** The part of `applyCommand` for the camera. */
export function applyCameraCommand(document: WanDocument, command: CameraCommand): WanDocument {
	const { camera } = document;
	const next = changed(camera, command);
	return next === camera ? document : { ...document, camera: next };
}

function changed(camera: Camera, command: CameraCommand): Camera {
	const { keys } = camera;
	switch (command.type) {
		case 'camera/set':
			return { ...camera, ...command.patch };
		case 'camera/putKey': {
			const time = Math.min(1, Math.max(leastKeyGap, command.key.time));
			const others = keys.filter((key) => Math.abs(key.time - time) >= leastKeyGap / 2);
			const after = others.findIndex((key) => key.time > time);
			const at = after < 0 ? others.length : after;
			return {
				...camera,
				keys: [...others.slice(0, at), { ...command.key, time }, ...others.slice(at)],
			};
		}
		case 'camera/setKey': {
			const key = keys[command.index];
			if (!key) return camera;
			const next = { ...key, ...command.patch };
			const time = heldBetween(keys, command.index, next.time);
			return { ...camera, keys: keys.with(command.index, { ...next, time }) };
		}
		case 'camera/removeKeys': {
			const left = keys.filter((_, i) => !command.indices.includes(i));
			return left.length === keys.length ? camera : { ...camera, keys: left };
		}
	}
}

function heldBetween(keys: readonly CameraKey[], index: number, time: number): number {
	const low = (keys[index - 1]?.time ?? 0) + leastKeyGap;
	const after = keys[index + 1]?.time;
	const high = after === undefined ? 1 : after - leastKeyGap;
	// Keys of a file may lie nearer than that: then the key stays between the two.
	return high < low ? (low + high) / 2 : Math.min(high, Math.max(low, time));
}
