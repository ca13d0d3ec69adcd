import { expect, test } from 'vitest';
import { framePositions } from '../framePositions.ts';
import { prepareDraft } from '../prepareDraft.ts';
import { renderDraftFrame } from '../renderDraftFrame.ts';
import { samplesOf, squarePicture } from '../testing/testPictures.ts';
import { renderDots, renderKnown, renderMoverMask, renderUnknownMask } from './guideFrames.ts';

const width = 160;
const height = 96;
const picture = squarePicture(width, height, { x: 40, y: 50, side: 30 });
const path = samplesOf((u) => [40 + 80 * u, 50]);
const rings = [Float64Array.of(25, 35, 55, 35, 55, 65, 25, 65)];
const regions = [{ tracks: [0], rings, feather: 0 }];
const frameCount = 9;
const scene = prepareDraft(picture, [path], { frameCount, regions });
const last = frameCount - 1;

const drawn = (draw: (out: Uint8ClampedArray) => void) => {
	const out = new Uint8ClampedArray(width * height * 4);
	draw(out);
	return (x: number, y: number) =>
		Array.from(out.subarray((y * width + x) * 4, (y * width + x) * 4 + 4));
};
const white = [255, 255, 255, 255];
const black = [0, 0, 0, 255];

test('the mask of what moves is white on the piece wherever it is', () => {
	const first = drawn((out) => renderMoverMask(scene, 0, out));
	expect([first(40, 50), first(120, 50), first(5, 5)]).toEqual([white, black, black]);
	const end = drawn((out) => renderMoverMask(scene, last, out));
	expect([end(40, 50), end(120, 50)]).toEqual([black, white]);
});

test('what a piece left is unknown: white in the mask, grey in the guide', () => {
	const mask = drawn((out) => renderUnknownMask(scene, last, out));
	expect([mask(40, 50), mask(120, 50), mask(5, 5)]).toEqual([white, black, black]);
	const guide = drawn((out) => renderKnown(scene, last, out));
	const draft = drawn((out) => renderDraftFrame(scene, last, out));
	expect(guide(40, 50)).toEqual([128, 128, 128, 255]);
	expect(guide(120, 50)).toEqual(draft(120, 50));
	expect(guide(5, 5)).toEqual(draft(5, 5));
});

test('the first frame is known whole', () => {
	const mask = drawn((out) => renderUnknownMask(scene, 0, out));
	expect([mask(40, 50), mask(5, 5)]).toEqual([black, black]);
	const guide = drawn((out) => renderKnown(scene, 0, out));
	expect(guide(40, 50)).toEqual(drawn((out) => out.set(picture.rgba))(40, 50));
});

test('what the camera brings into view is unknown too, and the ground it shows is followed', () => {
	const camera = new Float64Array(frameCount * 6);
	for (let k = 0; k < frameCount; k++) camera.set([1, 0, 0, 1, 5 * k, 0], 6 * k);
	const panned = prepareDraft(picture, [], { frameCount, camera });
	const unknown = drawn((out) => renderUnknownMask(panned, last, out));
	expect([unknown(20, 50), unknown(90, 50)]).toEqual([white, black]);
	const followed = drawn((out) => renderMoverMask(panned, last, out));
	expect([followed(20, 50), followed(90, 50)]).toEqual([black, white]);
});

test('dots are white discs on black where the tracks are', () => {
	const paths = [framePositions(path, frameCount)];
	const at = drawn((out) => renderDots(scene, paths, last, out));
	expect([at(120, 50), at(40, 50)]).toEqual([white, black]);
	expect(at(122, 50)).toEqual(white);
	expect(at(127, 50)).toEqual(black);
});
