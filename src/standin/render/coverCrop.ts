import type { Pixels } from '#media/node/pictures.ts';

/**
 * A picture scaled to cover width x height and cut at the centre, as ComfyUI's `common_upscale(..., "center")`:
 * first the crop, rounded to whole source pixels, then bilinear without smoothing, pixel centres aligned.
 */
export function coverCrop(picture: Pixels, width: number, height: number): Pixels {
	const wanted = width / height;
	const given = picture.width / picture.height;
	const left =
		given > wanted ? roundHalfEven((picture.width - picture.width * (wanted / given)) / 2) : 0;
	const top =
		given < wanted ? roundHalfEven((picture.height - picture.height * (given / wanted)) / 2) : 0;
	return scale(
		picture,
		{ left, top, width: picture.width - 2 * left, height: picture.height - 2 * top },
		width,
		height,
	);
}

function scale(
	picture: Pixels,
	crop: { left: number; top: number; width: number; height: number },
	width: number,
	height: number,
): Pixels {
	const rgba = new Uint8ClampedArray(width * height * 4);
	const columns = taps(width, crop.width, crop.left);
	const rows = taps(height, crop.height, crop.top);
	const source = picture.rgba;
	for (let y = 0, out = 0; y < height; y++) {
		const above = (rows.low[y] as number) * picture.width;
		const below = (rows.high[y] as number) * picture.width;
		const v = rows.share[y] as number;
		for (let x = 0; x < width; x++, out += 4) {
			const near = columns.low[x] as number;
			const far = columns.high[x] as number;
			const u = columns.share[x] as number;
			for (let channel = 0; channel < 3; channel++) {
				const a = source[4 * (above + near) + channel] as number;
				const b = source[4 * (above + far) + channel] as number;
				const c = source[4 * (below + near) + channel] as number;
				const d = source[4 * (below + far) + channel] as number;
				rgba[out + channel] = (a + (b - a) * u) * (1 - v) + (c + (d - c) * u) * v;
			}
			rgba[out + 3] = 255;
		}
	}
	return { width, height, rgba };
}

/** For each output pixel the two source pixels it lies between, and where. */
function taps(size: number, sourceSize: number, offset: number) {
	const low = new Int32Array(size);
	const high = new Int32Array(size);
	const share = new Float64Array(size);
	for (let i = 0; i < size; i++) {
		const at = Math.max(0, ((i + 0.5) * sourceSize) / size - 0.5);
		const first = Math.min(Math.floor(at), sourceSize - 1);
		low[i] = offset + first;
		high[i] = offset + Math.min(first + 1, sourceSize - 1);
		share[i] = at - first;
	}
	return { low, high, share };
}

/** Python's `round`. */
function roundHalfEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	if (rest !== 0.5) return Math.round(value);
	return floor % 2 === 0 ? floor : floor + 1;
}
