import { expect, test } from 'vitest';
import { restPose } from '../camera/cameraPoseAt.ts';
import { applyCommand } from './applyCommand.ts';
import { type CameraKey, createTrack, documentSchema, emptyDocument } from './document.ts';

const key = (time: number, x = 0): CameraKey => ({ ...restPose, time, x, easing: 'linear' });
const track = createTrack(emptyDocument, 'a', 'pin', [{ x: 1, y: 1, mode: 'smooth' }]);
const document = {
	...emptyDocument,
	tracks: [track],
	camera: { keys: [key(0.25, 1), key(0.5, 2), key(1, 3)], seed: 1 },
};
const timesOf = ({ camera }: typeof emptyDocument) => camera.keys.map(({ time }) => time);

test('a document from before there was a camera has one at rest, and no regions', () => {
	const { camera: _camera, regions: _regions, ...old } = emptyDocument;
	expect(documentSchema.parse(old)).toEqual(emptyDocument);
	expect(documentSchema.parse(document)).toEqual(document);
});

test('a key goes to its place in time; one at the same moment gives way', () => {
	const added = applyCommand(document, { type: 'camera/putKey', key: key(0.75, 9) });
	expect(timesOf(added)).toEqual([0.25, 0.5, 0.75, 1]);
	const replaced = applyCommand(document, { type: 'camera/putKey', key: key(0.501, 9) });
	expect(replaced.camera.keys[1]).toMatchObject({ time: 0.501, x: 9 });
	expect(timesOf(replaced)).toHaveLength(3);
	expect(timesOf(applyCommand(document, { type: 'camera/putKey', key: key(0) }))[0]).toBe(1 / 120);
});

test('a moved key stays between its neighbours', () => {
	const move = (index: number, time: number) =>
		timesOf(applyCommand(document, { type: 'camera/setKey', index, patch: { time } }))[index];
	expect(move(1, 0.6)).toBe(0.6);
	expect(move(1, 0)).toBeCloseTo(0.25 + 1 / 120, 12);
	expect(move(1, 2)).toBeCloseTo(1 - 1 / 120, 12);
	expect(move(0, -1)).toBeCloseTo(1 / 120, 12);
	expect(move(2, 5)).toBe(1);
});

test('the camera changes nothing else, and unknown keys change nothing', () => {
	const after = applyCommand(document, { type: 'camera/set', patch: { seed: 7 } });
	expect(after.camera).toEqual({ ...document.camera, seed: 7 });
	expect(after.tracks).toBe(document.tracks);
	expect(applyCommand(document, { type: 'camera/setKey', index: 9, patch: { x: 1 } })).toBe(
		document,
	);
	expect(applyCommand(document, { type: 'camera/removeKeys', indices: [9] })).toBe(document);
	expect(timesOf(applyCommand(document, { type: 'camera/removeKeys', indices: [0, 2] }))).toEqual([
		0.5,
	]);
});

test('a track leaves the camera and comes back', () => {
	const set = (staysOnScreen: boolean, depth: number) =>
		applyCommand(document, {
			type: 'track/set',
			trackIds: ['a'],
			patch: { staysOnScreen, depth },
		}).tracks[0];
	expect(set(true, -1)).toEqual({ ...track, staysOnScreen: true, depth: -1 });
	expect(documentSchema.safeParse({ ...document, tracks: [set(false, 2)] }).success).toBe(false);
});
