/**
 * Whether bytes are a whole video: what is wrong in words, or undefined when all is well. An mp4 must begin with `ftyp`,
 * hold a `moov`, and have no box that goes past its end (a file fetched while it was written); a WebM or Matroska file is
 * known by its EBML mark; an animated WebP must be as long as it says. Cost: one step a top-level box.
 * Source: ISO/IEC 14496-12 (boxes), RFC 8794 (EBML), RFC 9649 (WebP).
 */
export function checkVideo(bytes: Uint8Array): string | undefined {
	if (bytes.length === 0) return 'the file is empty';
	if (bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3)
		return undefined;
	if (boxType(bytes, 4) === 'WEBP') return checkWebp(bytes);
	if (boxType(bytes, 0) !== 'ftyp') return 'the file is no mp4 or WebM video';
	const types = new Set<string>();
	let at = 0;
	while (at < bytes.length) {
		const type = boxType(bytes, at);
		const size = boxSize(bytes, at);
		if (type === undefined || size === undefined || at + size > bytes.length)
			return 'the video is cut short';
		types.add(type);
		at += size;
	}
	return types.has('moov') ? undefined : 'the video has no index (moov)';
}

function checkWebp(bytes: Uint8Array): string | undefined {
	const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
	if (8 + size > bytes.length) return 'the animation is cut short';
	// A head of its own, of which the second flag says that it moves.
	const isAnimated = boxType(bytes, 8) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;
	return isAnimated ? undefined : 'the WebP picture does not move';
}

function boxType(bytes: Uint8Array, at: number): string | undefined {
	if (at + 8 > bytes.length) return undefined;
	return String.fromCharCode(...bytes.subarray(at + 4, at + 8));
}

function boxSize(bytes: Uint8Array, at: number): number | undefined {
	if (at + 8 > bytes.length) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
	const size = view.getUint32(0);
	if (size === 0) return bytes.length - at;
	if (size !== 1) return size < 8 ? undefined : size;
	if (view.byteLength < 16) return undefined;
	const large = Number(view.getBigUint64(8));
	return large < 16 ? undefined : large;
}
