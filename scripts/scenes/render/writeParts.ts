import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas';
import type { StarterThumb } from '../../../src/app/start/movingStarter.ts';
import { starterParts } from '../../../src/app/start/starterParts.ts';
import type { WanDocument } from '../../../src/core/document/document.ts';
import type { Pixels } from '../../../src/media/node/pictures.ts';
import type { Scene } from '../kit/scene.ts';
import type { DrawnMover, DrawnScene } from './drawScene.ts';
import { thumbSize } from './thumbSize.ts';

/** Space round a part, so that its smooth edge takes nothing of its neighbour. */
const gap = 2;
const file = join(import.meta.dirname, '../../../src/app/start/starterParts.ts');

interface ThumbPart {
	readonly tracks: readonly string[];
	readonly from: readonly [number, number, number, number];
	readonly at: readonly [number, number];
}

/**
 * Writes ID-parts.webp, the thumb's ground with its movers below it.
 * @returns Where they lie in it. Movers without a track belong to the ground.
 */
export async function writeParts(
	folder: string,
	scene: Scene,
	{ ground, movers }: DrawnScene,
	document: WanDocument,
): Promise<StarterThumb> {
	const { width, height } = thumbSize(scene);
	const scale = width / ground.width;
	const tracksOf = ({ name }: DrawnMover): string[] =>
		scene.tracks.flatMap(({ on }, i) => (on === name ? [document.tracks[i]!.id] : []));
	const moving = movers.filter((mover) => tracksOf(mover).length > 0);
	const boxes = moving.map(({ mask }) => boxOf(mask, ground.width, scale));
	const parts: ThumbPart[] = [];
	let x = gap;
	let y = height + gap;
	let row = 0;
	for (const [i, box] of boxes.entries()) {
		if (x + box.width + gap > width) {
			x = gap;
			y += row + gap;
			row = 0;
		}
		parts.push({
			tracks: tracksOf(moving[i]!),
			from: [x, y, box.width, box.height],
			at: [box.x, box.y],
		});
		x += box.width + gap;
		row = Math.max(row, box.height);
	}
	const sheet = createCanvas(width, y + row + gap);
	const context = sheet.getContext('2d');
	context.imageSmoothingQuality = 'high';
	drawScaled(context, ground, 0, 0, scale);
	for (const mover of movers.filter((m) => tracksOf(m).length === 0))
		drawScaled(context, mover.alone, 0, 0, scale);
	for (const [i, { from, at }] of parts.entries()) {
		const [px, py, w, h] = from;
		context.save();
		context.beginPath();
		context.rect(px, py, w, h);
		context.clip();
		drawScaled(context, visible(moving[i]!), px - at[0], py - at[1], scale);
		context.restore();
	}
	writeFileSync(join(folder, `${scene.id}-parts.webp`), await sheet.encode('webp', 80));
	return { width, height, parts };
}

function drawScaled(
	context: SKRSContext2D,
	{ width, height, rgba }: Pixels,
	x: number,
	y: number,
	scale: number,
): void {
	const whole = createCanvas(width, height);
	whole
		.getContext('2d')
		.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
	// Halved first: one step of a third loses fine lines.
	const half = createCanvas(Math.ceil(width / 2), Math.ceil(height / 2));
	half.getContext('2d').drawImage(whole, 0, 0, width / 2, height / 2);
	context.drawImage(half, x, y, half.width * 2 * scale, half.height * 2 * scale);
}

/** The mover's own pixels where nothing lies before it. */
function visible({ alone, mask }: DrawnMover): Pixels {
	const rgba = new Uint8ClampedArray(alone.rgba);
	mask.forEach((share, i) => {
		rgba[i * 4 + 3] = share;
	});
	return { ...alone, rgba };
}

/** Where a mask has anything, thumb pixels. */
function boxOf(mask: Uint8Array, across: number, scale: number) {
	let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
	mask.forEach((share, i) => {
		if (share < 8) return;
		const x = i % across;
		const y = Math.floor(i / across);
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	});
	const x = Math.floor(left * scale) - 1;
	const y = Math.floor(top * scale) - 1;
	return {
		x,
		y,
		width: Math.ceil(right * scale) + 2 - x,
		height: Math.ceil(bottom * scale) + 2 - y,
	};
}

/** Tells the gallery of the parts that were written; what is known of others stays. */
export function writePartsList(written: Readonly<Record<string, StarterThumb>>): void {
	const source = `import type { StarterThumb } from './movingStarter.ts';
import type { StarterId } from './starters.ts';

/** Written by scripts/renderScenes.ts: what the moving thumbs are made of. */
export const starterParts: Readonly<Record<StarterId, StarterThumb>> = ${JSON.stringify({ ...starterParts, ...written })};
`;
	writeFileSync(file, source);
	execFileSync('npx', ['biome', 'format', '--write', file], { stdio: 'ignore' });
}
