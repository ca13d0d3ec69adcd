import { expect, test } from 'vitest';
import { createTrack, emptyDocument } from '#core/document/document.ts';
import { camera as text } from '#text/en/camera.ts';
import { createEditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';
import {
	addField,
	addKey,
	applyPreset,
	removeKey,
	setKey,
	setPose,
	stepKey,
} from './cameraEdits.ts';
import { chosenKey, isCameraOpen, openCamera } from './cameraFocus.ts';

const { steps } = text;
const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a',
	mediaType: 'image/png',
};
const track = createTrack(emptyDocument, 'a', 'pin', [{ x: 50, y: 50, mode: 'smooth' }]);
const newStore = () =>
	createEditorStore({ document: { ...emptyDocument, image, tracks: [track] } });
const keysOf = (store: ReturnType<typeof newStore>) => store.getDocument().camera.keys;

test('a preset makes one key at the end, works on it, and is one undo step', () => {
	const store = newStore();
	store.select(selectTracks(['a']));
	applyPreset(store, 'panLeft', steps);
	expect(keysOf(store)).toMatchObject([{ time: 1, x: 166 }]);
	expect(isCameraOpen(store.getState())).toBe(true);
	expect(chosenKey(store.getState())).toBe(0);
	expect(store.getState().playhead).toBe(1);
	store.undo();
	expect(keysOf(store)).toEqual([]);
	expect(chosenKey(store.getState())).toBe(-1);
});

test('a key at the playhead has the pose of the moment, and there is none at the start', () => {
	const store = newStore();
	setPose(store, { x: 80 }, steps);
	store.setPlayhead(0.5);
	setKey(store, 0, { easing: 'linear' }, steps);
	addKey(store, steps);
	expect(keysOf(store)).toMatchObject([
		{ time: 0.5, x: 40, easing: 'linear' },
		{ time: 1, x: 80 },
	]);
	expect(chosenKey(store.getState())).toBe(0);
	store.setPlayhead(0);
	addKey(store, steps);
	expect(keysOf(store)).toHaveLength(2);
	stepKey(store, 0, 4, steps);
	expect(keysOf(store)[0]!.time).toBeCloseTo(0.55, 9);
	removeKey(store, 0, steps);
	expect(keysOf(store)).toMatchObject([{ time: 1, x: 80 }]);
});

test('choosing a track leaves the camera', () => {
	const store = newStore();
	openCamera(store);
	expect(isCameraOpen(store.getState())).toBe(true);
	store.select(selectTracks(['a']));
	expect(isCameraOpen(store.getState())).toBe(false);
});

test('a field of tracks is one undo step, within 20 in all', () => {
	const store = newStore();
	const count = addField(store, undefined, steps);
	expect(count).toBeGreaterThan(10);
	expect(store.getDocument().tracks).toHaveLength(count + 1);
	expect(count + 1).toBeLessThanOrEqual(20);
	store.undo();
	expect(store.getDocument().tracks).toEqual([track]);
});
