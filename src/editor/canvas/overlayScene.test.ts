import { expect, test } from 'vitest';
import { defaultTheme } from '#render/palette.ts';
import { en } from '#text/messages.ts';
import { createDriver, documentWith, pathOf } from '../testing/createDriver.ts';
import { hoverPlace } from './hoverPlace.ts';
import { overlayMarks } from './overlayScene.ts';

const line = pathOf('line', [
	[100, 100],
	[500, 100],
]);
const start = () => {
	const driver = createDriver(documentWith([line]));
	driver.store.setCanvasSize({ width: 832, height: 480 });
	driver.store.setViewport({ scale: 1, x: 0, y: 0 });
	return driver;
};
const texts = (driver: ReturnType<typeof start>) =>
	overlayMarks('active', driver.store.getState(), defaultTheme, en.editor).flatMap((mark) =>
		mark.type === 'text' ? [mark.text] : [],
	);

test('a path under the pointer says when it is there, which frame and sample, where and how fast', () => {
	const driver = start();
	driver.store.setPointer({ x: 300, y: 103 });
	driver.store.setHover({
		type: 'path',
		trackId: 'line',
		segmentIndex: 0,
		t: 0.5,
		point: { x: 300, y: 100 },
	});
	expect(texts(driver)).toEqual(['2.50 s   f 41   #60   300.0, 100.0 px   80 px/s']);
});

test('a place of the path at rest is told as its first moment', () => {
	const late = { ...line, timing: { ...line.timing, start: 0.5 } };
	expect(hoverPlace(late, { x: 100, y: 100 }, 5)).toMatchObject({ share: 0, speed: 0 });
	expect(hoverPlace(late, { x: 300, y: 100 }, 5).share).toBeCloseTo(0.75, 6);
});

test('pixels are framed from 800 % on, only those in view', () => {
	const driver = start();
	const count = () =>
		overlayMarks('image', driver.store.getState(), defaultTheme, en.editor).length;
	driver.store.setViewport({ scale: 7.9, x: 0, y: 0 });
	expect(count()).toBe(0);
	driver.store.setViewport({ scale: 8, x: 0, y: 0 });
	const [mark] = overlayMarks('image', driver.store.getState(), defaultTheme, en.editor);
	expect(mark?.type === 'path' && mark.subpaths.length).toBe(104 + 1 + 60 + 1);
});

test('ghosts stand on both sides of the playhead, none outside the clip', () => {
	const driver = start();
	driver.store.setView({ onionSkin: 3 });
	const ghosts = () =>
		overlayMarks('heads', driver.store.getState(), defaultTheme, en.editor).length / 2;
	expect(ghosts()).toBe(3);
	driver.store.setPlayhead(0.5);
	expect(ghosts()).toBe(6);
});

test('a trail ends at the head and fades backwards', () => {
	const driver = start();
	driver.store.setView({ trails: true });
	driver.store.setPlayhead(0.5);
	const marks = overlayMarks('heads', driver.store.getState(), defaultTheme, en.editor);
	const last = marks.at(-1);
	expect(last?.type === 'path' && Array.from(last.subpaths[0]!).slice(-2)).toEqual([300, 100]);
	expect(marks.map((m) => (m.type === 'path' ? (m.alpha ?? 1) : 1))[1]).toBeLessThan(
		(last?.type === 'path' && last.alpha) || 0,
	);
});

test('the box is drawn round a selection at rest, and not while it is dragged', () => {
	const driver = start().click(300, 100);
	driver.store.setOptions({ box: true });
	const boxes = () =>
		overlayMarks('active', driver.store.getState(), defaultTheme, en.editor).filter(
			(m) => m.type === 'box',
		);
	expect(boxes().length).toBeGreaterThan(0);
	driver.pointerDown(250, 100).pointerMove(260, 120);
	expect(boxes()).toEqual([]);
	driver.pointerUp();
});
