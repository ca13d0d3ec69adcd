import { at24, at32, name4 } from './readBytes.ts';

/** One frame of an animated WebP: a part of the canvas and how it is put there. */
export interface WebpFrame {
	/** Corner on the canvas and size, px. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly ms: number;
	/** Laid over what is there; false: in its place. */
	readonly isBlended: boolean;
	/** Its part is cleared before the next frame. */
	readonly isCleared: boolean;
	/** A WebP file of this part alone, which anything opens. */
	readonly still: Uint8Array;
}

export interface AnimatedWebp extends WebpClip {
	/** Pixels of the canvas. */
	readonly width: number;
	readonly height: number;
	readonly frames: readonly WebpFrame[];
}

/**
 * Takes an animated WebP apart, decoding nothing: each frame comes as a still file, so that whatever opens pictures can
 * show it; ImageDecoder, which plain-http pages and some browsers lack, is not needed.
 * @returns undefined when it is no WebP, does not move, or is cut short.
 * Source: RFC 9649 (WebP container). Cost: one copy of the file.
 */
export function readAnimatedWebp(bytes: Uint8Array): AnimatedWebp | undefined {
	const chunks = name4(bytes, 0) === 'RIFF' ? chunksOf(bytes, 12, bytes.length) : undefined;
	const head = chunks?.[0];
	if (!chunks || name4(bytes, 8) !== 'WEBP' || head?.name !== 'VP8X' || head.data.length < 10)
		return undefined;
	const frames = chunks.flatMap(({ name, data }) => (name === 'ANMF' ? [frameOf(data)] : []));
	const whole = frames.filter((frame) => frame !== undefined);
	if (
		frames.length === 0 ||
		whole.length < frames.length ||
		8 + at32(bytes, 4, true) > bytes.length
	)
		return undefined;
	const size = { width: 1 + at24(head.data, 4), height: 1 + at24(head.data, 7) };
	return { ...size, frames: whole, ...clipOf(whole.map(({ ms }) => ms)) };
}

/** An animation as a clip of one rate. */
export interface WebpClip {
	/** How often each frame is shown: encoders join frames that are alike. */
	readonly repeats: readonly number[];
	readonly frameCount: number;
	readonly fps: number;
}

/** A browser shows what is shorter for a tenth of a second; so do we. */
const leastMs = 11;
const longerMs = 100;
/** A pause longer than that is one frame all the same. */
const mostRepeats = 1000;

/** The rate is that of the shortest frame; 62 ms is 16 a second, because writers cut off what is behind the point. */
export function clipOf(shownMs: readonly number[]): WebpClip {
	const times = shownMs.map((ms) => (ms < leastMs ? longerMs : ms));
	const unit = times.reduce((least, ms) => Math.min(least, ms));
	const repeats = times.map((ms) => Math.min(mostRepeats, Math.max(1, Math.round(ms / unit))));
	const rate = 1000 / unit;
	const whole = Math.round(rate);
	const isWhole = Math.floor(1000 / whole) === unit || Math.round(1000 / whole) === unit;
	return {
		repeats,
		frameCount: repeats.reduce((sum, count) => sum + count, 0),
		fps: isWhole ? whole : Math.round(rate * 1000) / 1000,
	};
}

interface Chunk {
	readonly name: string;
	readonly data: Uint8Array;
	/** With its name and size, padded to an even length. */
	readonly whole: Uint8Array;
}

/** undefined: one goes past the end. */
function chunksOf(bytes: Uint8Array, from: number, to: number): Chunk[] | undefined {
	const chunks: Chunk[] = [];
	for (let at = from; at + 8 <= to; ) {
		const size = at32(bytes, at + 4, true);
		const end = at + 8 + size;
		if (end > to) return undefined;
		const whole = new Uint8Array(8 + size + (size & 1));
		whole.set(bytes.subarray(at, end));
		chunks.push({ name: name4(bytes, at), data: bytes.subarray(at + 8, end), whole });
		at = end + (size & 1);
	}
	return chunks;
}

function frameOf(data: Uint8Array): WebpFrame | undefined {
	if (data.length < 24) return undefined;
	const parts = chunksOf(data, 16, data.length) ?? [];
	const picture = parts.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
	if (!picture) return undefined;
	const alpha = picture.name === 'VP8 ' ? parts.find(({ name }) => name === 'ALPH') : undefined;
	const [width, height] = [1 + at24(data, 6), 1 + at24(data, 9)];
	const flags = data[15]!;
	return {
		...{ x: 2 * at24(data, 0), y: 2 * at24(data, 3), width, height, ms: at24(data, 12) },
		isBlended: (flags & 2) === 0,
		isCleared: (flags & 1) === 1,
		still: alpha
			? riff([extended(width, height), alpha.whole, picture.whole])
			: riff([picture.whole]),
	};
}

/** The head of a file that has its transparency in a chunk of its own. */
function extended(width: number, height: number): Uint8Array {
	const head = new Uint8Array(18);
	head.set([...latin1('VP8X'), 10, 0, 0, 0, 0x10]);
	head.set([...bytes24(width - 1), ...bytes24(height - 1)], 12);
	return head;
}

function riff(chunks: readonly Uint8Array[]): Uint8Array {
	const size = chunks.reduce((sum, chunk) => sum + chunk.length, 4);
	const file = new Uint8Array(8 + size);
	file.set(latin1('RIFF'));
	new DataView(file.buffer).setUint32(4, size, true);
	file.set(latin1('WEBP'), 8);
	let at = 12;
	for (const chunk of chunks) {
		file.set(chunk, at);
		at += chunk.length;
	}
	return file;
}

const latin1 = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const bytes24 = (value: number): number[] => [value & 255, (value >> 8) & 255, value >> 16];
