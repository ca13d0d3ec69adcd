import { endsTooSoon, type PictureHeader } from './pictureHeader.ts';
import { at16 } from './readBytes.ts';

/** Walks the segments to the frame header and the data; a JPEG without its end mark was cut. */
export function inspectJpeg(bytes: Uint8Array): PictureHeader {
	let size: PictureHeader['size'];
	let at = 2;
	while (at + 4 <= bytes.length) {
		if (bytes[at] !== 0xff) return withSize(size, 'a segment is broken');
		const mark = bytes[at + 1]!;
		if (mark === 0xff) {
			at++;
			continue;
		}
		if (mark === 0xd9) return withSize(size, 'it holds no pixels');
		if (mark === 0x01 || (mark >= 0xd0 && mark <= 0xd8)) {
			at += 2;
			continue;
		}
		const length = at16(bytes, at + 2);
		if (length < 2) return withSize(size, 'a segment is broken');
		if (isFrameHeader(mark)) size = { width: at16(bytes, at + 7), height: at16(bytes, at + 5) };
		if (mark === 0xda) {
			if (size === undefined) return { damage: 'the header is missing' };
			return hasEndMark(bytes, at + 2 + length) ? { size } : { size, damage: endsTooSoon };
		}
		at += 2 + length;
	}
	return withSize(size, endsTooSoon);
}

const withSize = (size: PictureHeader['size'], damage: string): PictureHeader =>
	size ? { size, damage } : { damage };

/** SOF0..SOF15 without DHT, JPG and DAC. */
const isFrameHeader = (mark: number): boolean =>
	mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;

/** From the back: what follows the mark (a maker's data) is mostly short. */
function hasEndMark(bytes: Uint8Array, from: number): boolean {
	for (let at = bytes.length - 2; at >= from; at--)
		if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
	return false;
}
