import { endsTooSoon, type PictureHeader } from './pictureHeader.ts';
import { at32, name4 } from './readBytes.ts';

/**
 * Reads the largest `ispe` (image extent) of an AVIF, which is the picture's or, for a grid, the whole grid's,
 * and checks that every top-level box lies inside the file.
 */
export function inspectAvif(bytes: Uint8Array): PictureHeader {
	let size: PictureHeader['size'];
	let damage: string | undefined;
	for (const box of boxes(bytes, 0, bytes.length)) {
		if (box.end > bytes.length) damage = endsTooSoon;
		if (box.name !== 'meta') continue;
		for (const iprp of boxes(bytes, box.body + 4, box.end))
			if (iprp.name === 'iprp')
				for (const ipco of boxes(bytes, iprp.body, iprp.end))
					if (ipco.name === 'ipco')
						for (const ispe of boxes(bytes, ipco.body, ipco.end))
							if (ispe.name === 'ispe') {
								const width = at32(bytes, ispe.body + 4);
								const height = at32(bytes, ispe.body + 8);
								if (size === undefined || width * height > size.width * size.height)
									size = { width, height };
							}
	}
	return { ...(size && { size }), ...(damage !== undefined && { damage }) };
}

interface Box {
	readonly name: string;
	readonly body: number;
	readonly end: number;
}

function* boxes(bytes: Uint8Array, from: number, to: number): Generator<Box> {
	for (let at = from; at + 8 <= Math.min(to, bytes.length); ) {
		let length = at32(bytes, at);
		let head = 8;
		if (length === 1) {
			length = at32(bytes, at + 8) * 2 ** 32 + at32(bytes, at + 12);
			head = 16;
		} else if (length === 0) length = to - at;
		if (length < head) return;
		yield { name: name4(bytes, at + 4), body: at + head, end: at + length };
		at += length;
	}
}
