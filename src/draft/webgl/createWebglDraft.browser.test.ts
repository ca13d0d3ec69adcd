import { afterEach, expect, test } from 'vitest';
import type { DraftPicture, DraftScene } from '../draftScene.ts';
import { prepareDraft } from '../prepareDraft.ts';
import { renderDraftFrame } from '../renderDraftFrame.ts';
import { createDraftPainter, type DraftPainter } from './createDraftPainter.ts';
import { createWebglDraft } from './createWebglDraft.ts';
import { drawDraftVideo } from './drawDraftVideo.ts';

const width = 160;
const height = 96;
const software = { allowSoftware: true };

test('WebGL draws what the CPU draws, to 2/255 on average', () => {
	const scene = twoKindsOfMotion();
	expect(scene.layers.map((layer) => layer.motion.kind)).toEqual(['bend', 'shift']);
	expectSamePictures(scene);
});

test('so it does while the camera zooms, turns and pans', () => {
	const frameCount = 9;
	const camera = new Float64Array(frameCount * 6);
	for (let k = 0; k < frameCount; k++) {
		const zoom = 1 + k / 20;
		const [cos, sin] = [zoom * Math.cos(k / 40), zoom * Math.sin(k / 40)];
		camera.set([cos, sin, -sin, cos, -3 * k, k], 6 * k);
	}
	const scene = prepareDraft(calm(), [line(60, 40, 90, 60)], { frameCount, camera });
	expect(scene.layers.map((layer) => layer.motion.kind)).toEqual(['affine']);
	expectSamePictures(scene);
});

function expectSamePictures(scene: DraftScene): void {
	const canvas = new OffscreenCanvas(1, 1);
	const draft = createWebglDraft(canvas, scene, software)!;
	const cpu = new Uint8ClampedArray(width * height * 4);
	const gpu = new Uint8ClampedArray(width * height * 4);
	for (let frame = 0; frame < scene.frameCount; frame++) {
		renderDraftFrame(scene, frame, cpu);
		expect(draft.draw(frame)).toBe(true);
		expect(draft.read(gpu)).toBe(true);
		let difference = 0;
		for (let i = 0; i < cpu.length; i++) difference += Math.abs(cpu[i]! - gpu[i]!);
		expect(difference / cpu.length).toBeLessThan(2);
	}
	draft.dispose();
}

let painter: DraftPainter | undefined;
afterEach(() => painter?.dispose());

test('goes on with the CPU when the context is lost', () => {
	const scene = twoKindsOfMotion();
	painter = createDraftPainter(scene, software);
	const first = painter.paint(3);
	expect(painter.way).toBe('webgl');
	(first as OffscreenCanvas)
		.getContext('webgl2')!
		.getExtension('WEBGL_lose_context')!
		.loseContext();
	const second = painter.paint(4);
	expect(painter.way).toBe('cpu');
	const expected = new Uint8ClampedArray(width * height * 4);
	renderDraftFrame(scene, 4, expected);
	expect((second as { rgba: Uint8ClampedArray }).rgba).toEqual(expected);
});

test('paints each frame that the encoder asks for, in its order', async () => {
	const request = { picture: noise(), samples: [line(40, 40, 60, 50)], frameCount: 5, fps: 16 };
	const seen: number[] = [];
	const spec = await drawDraftVideo(request, async (spec, drawFrame) => {
		for (const frame of [0, 3, 4]) {
			drawFrame(frame);
			seen.push(frame);
		}
		return spec;
	});
	expect(spec).toEqual({ width, height, fps: 16, frameCount: 5 });
	expect(seen).toEqual([0, 3, 4]);
});

function twoKindsOfMotion(): DraftScene {
	const samples = [line(50, 50, 70, 40), line(90, 50, 108, 62), line(146, 12, 110, 70)];
	const picture = noise();
	for (let y = 38; y < 62; y++)
		for (let x = 34; x < 106; x++) {
			const at = (y * width + x) * 4;
			picture.rgba[at] = 180 + (picture.rgba[at]! >> 3);
			picture.rgba[at + 1] = picture.rgba[at + 1]! >> 3;
		}
	return prepareDraft(picture, samples, { frameCount: 9 });
}

function calm(): DraftPicture {
	const picture = noise();
	for (let at = 0; at < picture.rgba.length; at += 4) {
		const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
		picture.rgba[at] = 120 + 80 * Math.sin(x / 9);
		picture.rgba[at + 1] = 120 + 80 * Math.cos(y / 7);
		picture.rgba[at + 2] = x + y;
	}
	return picture;
}

function noise(): DraftPicture {
	let state = 7;
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let i = 0; i < rgba.length; i++) {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		rgba[i] = i % 4 === 3 ? 255 : 60 + (state >>> 26);
	}
	return { width, height, rgba };
}

function line(x0: number, y0: number, x1: number, y1: number): Float64Array {
	const out = new Float64Array(242);
	for (let i = 0; i < 121; i++) {
		out[2 * i] = x0 + ((x1 - x0) * i) / 120;
		out[2 * i + 1] = y0 + ((y1 - y0) * i) / 120;
	}
	return out;
}
