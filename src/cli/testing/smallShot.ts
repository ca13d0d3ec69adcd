import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePicture } from '#media/node/pictures.ts';

/** Bare tracks: one going right, one that stays; 121 samples each, whole numbers. */
export const smallTracks = (): { x: number; y: number }[][] => [
	Array.from({ length: 121 }, (_, i) => ({ x: 20 + i, y: 40 })),
	Array.from({ length: 121 }, () => ({ x: 120, y: 70 })),
];

/** Writes `picture.png` (160 x 96) and `tracks.json`. @returns why pictures cannot be made here, else undefined. */
export async function writeSmallShot(folder: string): Promise<string | undefined> {
	writeFileSync(join(folder, 'tracks.json'), JSON.stringify(smallTracks()));
	const [width, height] = [160, 96];
	const rgba = new Uint8ClampedArray(width * height * 4).map((_, i) =>
		i % 4 === 3 ? 255 : i % 251,
	);
	const png = await encodePicture({ width, height, rgba }, 'png');
	if (!png.ok) return png.error;
	writeFileSync(join(folder, 'picture.png'), png.value);
	return undefined;
}

/** Small and quick: 9 frames, 4 steps. */
export const smallFlags = [
	...['--image', 'picture.png', '--tracks', 'tracks.json'],
	...['--width', '160', '--height', '96', '--length', '9', '--steps', '4'],
];
