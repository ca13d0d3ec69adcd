import { expect, test } from 'vitest';
import { restPose } from '#core/camera/cameraPoseAt.ts';
import { type CameraKey, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { defaultTheme } from '../palette.ts';
import { cameraScene } from './cameraScene.ts';
import type { PathMark, TextMark } from './mark.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a',
	mediaType: 'image/png',
};
const shot = (pose: Partial<CameraKey>): WanDocument => ({
	...emptyDocument,
	image,
	camera: { seed: 1, keys: [{ ...restPose, time: 1, easing: 'linear', ...pose }] },
});
const viewport = { scale: 2, x: 10, y: 20 };

/** The corners of the finder at a moment, screen px, and what is written at it. */
function finderOf(document: WanDocument, share: number) {
	const marks = cameraScene(document, share, viewport, defaultTheme);
	const finder = marks.find((mark): mark is PathMark => mark.type === 'path' && !!mark.dash)!;
	const label = marks.find((mark): mark is TextMark => mark.type === 'text')!;
	return {
		corners: Array.from(finder.subpaths[0]!, (value) => Math.round(value * 100) / 100 + 0),
		words: label.text,
	};
}

test('at the start the finder is the frame', () => {
	const { corners, words } = finderOf(shot({ x: 100, zoom: 2 }), 0);
	expect(corners).toEqual([10, 20, 1674, 20, 1674, 980, 10, 980]);
	expect(words).toBe('100 %');
});

test('a picture that moves right is seen through a finder that goes left', () => {
	const { corners } = finderOf(shot({ x: 100 }), 0.5);
	expect(corners.slice(0, 2)).toEqual([10 - 50 * 2, 20]);
});

test('pushed in twice it is half as large, about the middle; a roll is written too', () => {
	const { corners, words } = finderOf(shot({ zoom: 2 }), 1);
	expect(corners.slice(0, 2)).toEqual([10 + 208 * 2, 20 + 120 * 2]);
	expect(words).toBe('200 %');
	expect(finderOf(shot({ zoom: 2, roll: 10 }), 1).words).toBe('200 %  10.0°');
});
