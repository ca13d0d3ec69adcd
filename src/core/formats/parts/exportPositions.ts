import { SAMPLE_COUNT } from '../../document/document.ts';
import { createFrameMapping } from '../../frame/frameMapping.ts';
import { serializeAtiTracks } from '../atiTracks.ts';
import type { TimeBase } from '../formats.ts';
import { type Pair, twoDecimals } from './bezierOf.ts';
import type { ExportSource, ExportTrack } from './exportTypes.ts';
import { positionsAt } from './positionsAt.ts';

/* What most writers make of a track: its positions at even times, in some space, in some shape. */

/** Positions that a time base asks for. */
export const countOf = ({ frame }: ExportSource, time: TimeBase): number =>
	time === 'frames' ? frame.length : SAMPLE_COUNT;

/** ATI JSON at `count` even times; a released track has fewer points. */
export function atiText(tracks: readonly ExportTrack[], count: number): string {
	const told = tracks.map((track) => {
		const own = positionsAt(track, count);
		return own.positions.slice(0, Math.max(2, own.told) * 2);
	});
	return serializeAtiTracks(
		told,
		told.map((samples) => samples.length / 2),
	);
}

/** `{x, y}` at `count` even times, frame px. @param isWhole Also after a release, where it stays. */
export function pointList(
	track: ExportTrack,
	count: number,
	isWhole = false,
): { x: number; y: number }[] {
	const { positions, told } = positionsAt(track, count);
	return Array.from({ length: isWhole ? count : told }, (_, i) => ({
		x: twoDecimals(positions[2 * i]!),
		y: twoDecimals(positions[2 * i + 1]!),
	}));
}

/** `[x, y]` in whole numbers. */
export const wholePairs = (
	positions: Float64Array,
	map: (x: number, y: number) => Pair,
): readonly Pair[] =>
	Array.from({ length: positions.length / 2 }, (_, i) => {
		const [x, y] = map(positions[2 * i]!, positions[2 * i + 1]!);
		return [Math.round(x) + 0, Math.round(y) + 0] as const;
	});

/** Positions in image px, and how many of them the track is told of. */
export function inImage(
	{ frame, image }: ExportSource,
	track: ExportTrack,
	count: number,
): { readonly positions: Float64Array; readonly told: number } {
	const { rect } = createFrameMapping(image, frame);
	const { positions, told } = positionsAt(track, count);
	const sx = rect.width / frame.width;
	const sy = rect.height / frame.height;
	return {
		told,
		positions: positions.map((v, i) => (i % 2 === 0 ? rect.x + v * sx : rect.y + v * sy)),
	};
}

/** From where the track's points are (image px, or frame px for mere samples) to frame px. */
export function toFrame({ frame, image }: ExportSource, { track }: ExportTrack) {
	const mapping = createFrameMapping(image, frame);
	return (x: number, y: number): Pair => {
		if (!track) return [x, y];
		const at = mapping.toFrame({ x, y });
		return [at.x, at.y];
	};
}

/** The same to image px. */
export function toImage({ frame, image }: ExportSource, { track }: ExportTrack) {
	const mapping = createFrameMapping(image, frame);
	return (x: number, y: number): Pair => {
		if (track) return [x, y];
		const at = mapping.toImage({ x, y });
		return [at.x, at.y];
	};
}
