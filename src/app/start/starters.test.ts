import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { lintDocument } from '#core/lint/lintDocument.ts';
import { cornerStrength } from '#core/pins/cornerStrength.ts';
import { type LumaPicture, toLumaPicture } from '#core/pins/lumaPicture.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { renderStartFrame } from '#media/node/renderStartFrame.ts';
import { starters as english } from '#text/en/starters.ts';
import { starters as french } from '#text/fr/starters.ts';
import { starterParts } from './starterParts.ts';
import { starterIds } from './starters.ts';

const folder = 'public/examples';
const read = (id: string) =>
	documentSchema.parse(JSON.parse(readFileSync(`${folder}/${id}.json`, 'utf8')));

/** Smaller eigenvalue of the gradients' structure tensor, the grain smoothed away; skies of these pictures have up to 65. */
const leastStrength = 90;
/** As far as a tracker looks round a start, px. */
const around = 4;

test('there are 20, each with its files and no others', () => {
	expect(starterIds).toHaveLength(20);
	const files = starterIds.flatMap((id) => [
		`${id}-parts.webp`,
		`${id}-thumb.webp`,
		`${id}.json`,
		`${id}.webp`,
	]);
	expect(readdirSync(folder).sort()).toEqual([...files, 'LICENSES.md'].sort());
});

test('each teaches one idea, told in both languages', () => {
	for (const { shots } of [english, french]) {
		expect(Object.keys(shots).sort()).toEqual([...starterIds].sort());
		expect(new Set(Object.values(shots).map(({ title }) => title)).size).toBe(starterIds.length);
	}
});

describe.each(starterIds)('%s', (id) => {
	const document = read(id);
	const bytes = readFileSync(`${folder}/${id}.webp`);
	const luma = lumaOf(bytes, document);

	test('names its own picture, of less than 250 kB', () => {
		expect(document.image?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
		expect(bytes.length).toBeLessThan(250_000);
	});

	test('is a legal shot that the checks have nothing to say about', async () => {
		expect(lintDocument(document, await luma)).toEqual([]);
	});

	test('has every start where a tracker can take hold', async () => {
		const strength = cornerStrength(smoothed(await luma));
		const { width } = document.frame;
		for (const { track, samples } of frameSamples(document)) {
			let best = 0;
			for (let y = Math.round(samples[1]!) - around; y <= samples[1]! + around; y++)
				for (let x = Math.round(samples[0]!) - around; x <= samples[0]! + around; x++)
					best = Math.max(best, strength[y * width + x] ?? 0);
			expect({ track: track.name, best: best >= leastStrength ? 'enough' : best }).toEqual({
				track: track.name,
				best: 'enough',
			});
		}
	});

	test('moves in the gallery by tracks that it has', () => {
		const ids = document.tracks.map((track) => track.id);
		for (const { tracks } of starterParts[id].parts)
			expect(ids).toEqual(expect.arrayContaining([...tracks]));
		expect(starterParts[id].parts.length > 0 || document.camera.keys.length > 0).toBe(true);
		expect(existsSync(`${folder}/${id}-thumb.webp`)).toBe(true);
	});
});

async function lumaOf(bytes: Uint8Array, { frame, image }: ReturnType<typeof read>) {
	const { width, height } = frame;
	const whole = { x: 0, y: 0, width: image!.width, height: image!.height };
	return toLumaPicture((await renderStartFrame(bytes, whole, width, height)).rgba, width, height);
}

/** A box of 3 x 3. */
function smoothed({ width, height, data }: LumaPicture): LumaPicture {
	const out = new Uint8Array(data.length);
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			let sum = 0;
			for (let row = y - 1; row <= y + 1; row++)
				for (let column = x - 1; column <= x + 1; column++) sum += data[row * width + column]!;
			out[y * width + x] = sum / 9;
		}
	return { width, height, data: out };
}
