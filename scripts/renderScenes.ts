/**
 * `npm run scenes [-- ID...]`: draws the starter shots of scripts/scenes and writes public/examples: picture, thumb, shot and
 * the parts that the gallery moves. `--truth DIR` writes instead what the pictures are made of: ID-ground.png and a mask of each mover.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StarterThumb } from '../src/app/start/movingStarter.ts';
import { lintDocument } from '../src/core/lint/lintDocument.ts';
import { toLumaPicture } from '../src/core/pins/lumaPicture.ts';
import { decodePicture, encodePicture, type Pixels } from '../src/media/node/pictures.ts';
import { renderStartFrame } from '../src/media/node/renderStartFrame.ts';
import type { Scene } from './scenes/kit/scene.ts';
import { type DrawnScene, drawScene } from './scenes/render/drawScene.ts';
import { createSnap } from './scenes/render/snapStart.ts';
import { starterDocument } from './scenes/render/starterDocument.ts';
import { thumbSize } from './scenes/render/thumbSize.ts';
import { withScenePage } from './scenes/render/withScenePage.ts';
import { writeParts, writePartsList } from './scenes/render/writeParts.ts';
import { scenes } from './scenes/scenes.ts';

const folder = join(import.meta.dirname, '../public/examples');
/** Bytes a picture may have. */
const mostBytes = 245_000;

const words = process.argv.slice(2);
const truthAt = words.indexOf('--truth');
const truthFolder = truthAt < 0 ? undefined : words[truthAt + 1];
const wanted = words.filter((_, i) => truthAt < 0 || (i !== truthAt && i !== truthAt + 1));
const chosen = scenes.filter(({ id }) => wanted.length === 0 || wanted.includes(id));

const parts: Record<string, StarterThumb> = {};

await withScenePage(async (page) => {
	for (const scene of chosen) {
		const drawn = await drawScene(page, scene);
		if (truthFolder === undefined) await writeStarter(scene, drawn);
		else await writeTruth(truthFolder, drawn);
	}
});
if (truthFolder === undefined) writePartsList(parts);

async function writeStarter(scene: Scene, drawn: DrawnScene): Promise<void> {
	const { bytes, quality } = await smallEnough(drawn.picture);
	const luma = await lumaOf(bytes, scene);
	const document = starterDocument(scene, bytes, createSnap(drawn, luma), drawn.movers);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${scene.id}.webp`), bytes);
	writeFileSync(join(folder, `${scene.id}.json`), `${JSON.stringify(document, null, '\t')}\n`);
	writeFileSync(join(folder, `${scene.id}-thumb.webp`), await thumbOf(bytes, scene));
	parts[scene.id] = await writeParts(folder, scene, drawn, document);
	const findings = lintDocument(document, luma).map(({ rule, severity, trackId = '' }) =>
		`${severity} ${rule} ${trackId}`.trim(),
	);
	console.log(
		`${scene.id}: ${(bytes.length / 1000).toFixed(0)} kB at quality ${quality}; ${findings.join(', ') || 'no finding'}`,
	);
}

async function writeTruth(
	to: string,
	{ id, width, height, ground, movers }: DrawnScene,
): Promise<void> {
	mkdirSync(to, { recursive: true });
	writeFileSync(join(to, `${id}-ground.png`), await encoded(ground, 'png'));
	for (const { name, mask } of movers) {
		const rgba = new Uint8ClampedArray(width * height * 4);
		mask.forEach((value, i) => {
			rgba.fill(value, i * 4, i * 4 + 3);
			rgba[i * 4 + 3] = 255;
		});
		writeFileSync(
			join(to, `${id}-mask-${name}.png`),
			await encoded({ width, height, rgba }, 'png'),
		);
	}
	console.log(`${id}: ground and ${movers.length} masks`);
}

async function encoded(
	pixels: Pixels,
	format: 'png' | 'webp',
	quality?: number,
): Promise<Uint8Array> {
	const bytes = await encodePicture(pixels, format, quality);
	if (!bytes.ok) throw new Error(bytes.error);
	return bytes.value;
}

async function smallEnough(pixels: Pixels): Promise<{ bytes: Uint8Array; quality: number }> {
	for (let quality = 92; quality >= 50; quality -= 3) {
		const bytes = await encoded(pixels, 'webp', quality);
		if (bytes.length <= mostBytes) return { bytes, quality };
	}
	throw new Error('Too rich a picture for its size');
}

async function thumbOf(bytes: Uint8Array, { width, height }: Scene): Promise<Uint8Array> {
	const to = thumbSize({ width, height });
	return encoded(await scaledTo(bytes, to.width, to.height), 'webp', 76);
}

async function lumaOf(bytes: Uint8Array, { width, height }: Scene) {
	const { rgba } = await scaledTo(bytes, width, height);
	return toLumaPicture(rgba, width, height);
}

async function scaledTo(bytes: Uint8Array, width: number, height: number): Promise<Pixels> {
	const picture = await decodePicture(bytes);
	if (!picture.ok) throw new Error(picture.error);
	const whole = { x: 0, y: 0, width: picture.value.width, height: picture.value.height };
	return renderStartFrame(bytes, whole, width, height);
}
