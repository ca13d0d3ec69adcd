import type { Pixels } from '#media/node/pictures.ts';
import { fillHoles } from './fillHoles.ts';
import type { NodeTrack } from './parseNodeTracks.ts';
import { sampleOfFrame } from './sampleOfFrame.ts';

/** A clip whose frames are drawn when asked for. */
export interface Clip {
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	/** Pixels of a frame; the array is reused by the next call. */
	readonly frame: (index: number) => Uint8ClampedArray;
}

/**
 * The stand-in's idea of a guided video: the disc round each track's first sample is carried along
 * its samples, over a filled background. Frame 0 is the start picture itself.
 * Where a sample is invisible or no number, the disc lies where it was. A first sample that is no number
 * spoils every later frame: they are black, as the real latents become NaN.
 */
export function moveDiscs(start: Pixels, tracks: readonly NodeTrack[], length: number): Clip {
	const { width, height } = start;
	const radius = discRadius(width, height);
	const discs = tracks.map((track) => sourceOf(track, width, height));
	const spoilt = tracks.some((t) => !Number.isFinite(t.xy[0]) || !Number.isFinite(t.xy[1]));
	const covered = new Uint8Array(width * height);
	for (const disc of discs) {
		eachPixel(disc, radius, width, height, (at) => {
			covered[at] = 1;
		});
	}
	const behind = tracks.length > 0 ? fillHoles(start, covered) : start;
	const samples = tracks.length > 0 ? sampleOfFrame(length) : [];
	const canvas = new Uint8ClampedArray(width * height * 4);

	const frame = (index: number): Uint8ClampedArray => {
		if (spoilt && index > 0) {
			for (let i = 0; i < canvas.length; i++) canvas[i] = i % 4 === 3 ? 255 : 0;
			return canvas;
		}
		canvas.set(start.rgba);
		if (index === 0) return canvas;
		const sample = samples[index] ?? 0;
		const moves = tracks.map((track) => moveAt(track, sample, width, height));
		for (const [i, disc] of discs.entries()) {
			const move = moves[i];
			if (move && (move.dx !== 0 || move.dy !== 0)) erase(canvas, behind, disc, radius);
		}
		for (const [i, disc] of discs.entries()) {
			const move = moves[i];
			if (move) paint(canvas, start, disc, move, radius);
		}
		return canvas;
	};
	return { width, height, frameCount: length, frame };
}

/** 40 px at 480 px of short side, in proportion elsewhere. */
export const discRadius = (width: number, height: number): number =>
	(40 * Math.min(width, height)) / 480;

interface Point {
	readonly x: number;
	readonly y: number;
}

/** Only the lookup of the first sample is clamped to the frame; the path itself never is. */
function sourceOf(track: NodeTrack, width: number, height: number): Point {
	const clamp = (value: number, max: number): number => Math.min(Math.max(value || 0, 0), max);
	return { x: clamp(track.xy[0] ?? 0, width - 1), y: clamp(track.xy[1] ?? 0, height - 1) };
}

function moveAt(
	track: NodeTrack,
	sample: number,
	width: number,
	height: number,
): { dx: number; dy: number } | undefined {
	const [x, y] = [track.xy[2 * sample] as number, track.xy[2 * sample + 1] as number];
	if (!track.visible[sample] || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
	const source = sourceOf(track, width, height);
	return { dx: x - source.x, dy: y - source.y };
}

function erase(canvas: Uint8ClampedArray, behind: Pixels, disc: Point, radius: number): void {
	eachPixel(disc, radius, behind.width, behind.height, (at, distance) => {
		blend(canvas, 4 * at, behind.rgba, 4 * at, feather(distance, radius));
	});
}

/** Copies the disc of the start picture to where the track is now, between pixels bilinearly. */
function paint(
	canvas: Uint8ClampedArray,
	start: Pixels,
	disc: Point,
	move: { dx: number; dy: number },
	radius: number,
): void {
	const { width, height, rgba } = start;
	const target = { x: disc.x + move.dx, y: disc.y + move.dy };
	const colour = new Uint8ClampedArray(4);
	eachPixel(target, radius, width, height, (at, distance) => {
		const sx = (at % width) - move.dx;
		const sy = Math.floor(at / width) - move.dy;
		if (sx < 0 || sy < 0 || sx > width - 1 || sy > height - 1) return;
		const [x, y] = [Math.floor(sx), Math.floor(sy)];
		const [u, v] = [sx - x, sy - y];
		const right = x + 1 < width ? 4 : 0;
		const down = y + 1 < height ? 4 * width : 0;
		const from = 4 * (y * width + x);
		for (let c = 0; c < 3; c++) {
			const a = rgba[from + c] as number;
			const b = rgba[from + right + c] as number;
			const d = rgba[from + down + c] as number;
			const e = rgba[from + down + right + c] as number;
			colour[c] = (a + (b - a) * u) * (1 - v) + (d + (e - d) * u) * v;
		}
		blend(canvas, 4 * at, colour, 0, feather(distance, radius));
	});
}

/** 1 inside, falling smoothly to 0 over the outer quarter. */
function feather(distance: number, radius: number): number {
	const t = Math.min(1, Math.max(0, (radius - distance) / (radius / 4)));
	return t * t * (3 - 2 * t);
}

function blend(
	canvas: Uint8ClampedArray,
	at: number,
	source: Uint8ClampedArray,
	from: number,
	alpha: number,
): void {
	for (let c = 0; c < 3; c++) {
		const old = canvas[at + c] as number;
		canvas[at + c] = old + ((source[from + c] as number) - old) * alpha;
	}
}

function eachPixel(
	centre: Point,
	radius: number,
	width: number,
	height: number,
	visit: (index: number, distance: number) => void,
): void {
	const top = Math.max(0, Math.ceil(centre.y - radius));
	const bottom = Math.min(height - 1, Math.floor(centre.y + radius));
	const left = Math.max(0, Math.ceil(centre.x - radius));
	const right = Math.min(width - 1, Math.floor(centre.x + radius));
	for (let y = top; y <= bottom; y++) {
		for (let x = left; x <= right; x++) {
			const distance = Math.hypot(x - centre.x, y - centre.y);
			if (distance <= radius) visit(y * width + x, distance);
		}
	}
}
