import { boundsOfMask } from '../../src/core/region/masks.ts';
import { grown } from '../../src/core/region/selectInside.ts';
import { encodePicture, type Pixels } from '../../src/media/node/pictures.ts';

const tile = { width: 240, height: 180 } as const;
const columns = 6;

/** A contact sheet of masks, a tile each: what is right is lit, what is too much red, what is missing cyan. Names go to the console. */
export function createSheet() {
	const tiles: Uint8ClampedArray[] = [];
	const names: string[] = [];
	return {
		add(picture: Pixels, truth: Uint8Array, mask: Uint8Array, name: string): void {
			tiles.push(drawTile(picture, truth, mask));
			names.push(name);
		},
		async encode(): Promise<Uint8Array> {
			const rows = Math.ceil(tiles.length / columns);
			const width = columns * tile.width;
			const rgba = new Uint8ClampedArray(width * rows * tile.height * 4);
			tiles.forEach((pixels, n) => {
				for (let y = 0; y < tile.height; y++) {
					const row = Math.floor(n / columns) * tile.height + y;
					const at = (row * width + (n % columns) * tile.width) * 4;
					rgba.set(pixels.subarray(y * tile.width * 4, (y + 1) * tile.width * 4), at);
				}
			});
			console.log(`  sheet, by rows of ${columns}: ${names.join(', ')}`);
			const bytes = await encodePicture({ width, height: rows * tile.height, rgba }, 'png');
			if (!bytes.ok) throw new Error(bytes.error);
			return bytes.value;
		},
	};
}

function drawTile(
	{ width, height, rgba }: Pixels,
	truth: Uint8Array,
	mask: Uint8Array,
): Uint8ClampedArray {
	const view = grown(boundsOfMask(truth, width)!, 0.2);
	const scale = Math.max(view.width / tile.width, view.height / tile.height);
	const out = new Uint8ClampedArray(tile.width * tile.height * 4);
	for (let i = 0; i < tile.width * tile.height; i++) {
		const x = Math.floor(view.x + (i % tile.width) * scale);
		const y = Math.floor(view.y + Math.floor(i / tile.width) * scale);
		out[i * 4 + 3] = 255;
		if (x < 0 || y < 0 || x >= width || y >= height) continue;
		const at = y * width + x;
		const colour = [rgba[at * 4]!, rgba[at * 4 + 1]!, rgba[at * 4 + 2]!];
		const isWrong = mask[at] !== truth[at];
		const tint = mask[at] === 1 ? [255, 0, 0] : [0, 255, 255];
		const dim = mask[at] === 1 ? 1 : 0.45;
		out.set(isWrong ? tint : colour.map((value) => value * dim), i * 4);
	}
	return out;
}
