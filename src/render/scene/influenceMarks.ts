import type { Track, WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { footprintRadius } from '#core/guidance/footprint.ts';
import type { Span } from '#core/lint/rules.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { isStill } from '#core/trajectory/resolveTracks.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import type { Theme } from '../palette.ts';
import type { Mark } from './mark.ts';
import { screenLine } from './screenLine.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/**
 * A dashed circle round the playhead's place on each visible track that moves, where its weight is one half, at its true size in the picture.
 * @param tracks Resolved ones (`resolveTracks`).
 * @param positionAt Where a track's samples are now, image px.
 */
export function footprintMarks(
	document: WanDocument,
	tracks: readonly Track[],
	positionAt: (samples: Float64Array) => ImagePoint,
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const { image, frame, shot } = document;
	if (!image) return [];
	const { rect } = createFrameMapping(image, frame);
	const radius =
		footprintRadius(frame, shot.temperature) * (rect.width / frame.width) * viewport.scale;
	const centers = tracks.flatMap((track) => {
		if (!track.visible || isStill(track)) return [];
		const { x, y } = imageToScreen(viewport, positionAt(sampleTrack(track)));
		return [x, y];
	});
	if (centers.length === 0) return [];
	return [
		{ type: 'discs', centers, radius, stroke: theme.casing, lineWidth: 3 },
		{ type: 'discs', centers, radius, stroke: theme.halo, lineWidth: 1, dash: [3, 3] },
	];
}

/** Screen px between a path and the mark of its bad stretch. */
const aside = 6;

/** A red dash beside each stretch of a track that a check is about. */
export function spanMarks(
	document: WanDocument,
	spans: readonly Span[],
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const { image, frame } = document;
	if (!image || spans.length === 0) return [];
	const mapping = createFrameMapping(image, frame);
	const entries = frameSamples(document);
	const subpaths = spans.flatMap(({ trackId, fromSample, toSample }) => {
		const entry = entries.find(({ track }) => track.id === trackId);
		if (!entry) return [];
		const places: number[] = [];
		const last = Math.min(toSample, entry.samples.length / 2 - 1);
		for (let i = fromSample; i <= last; i++) {
			const at = mapping.toImage({ x: entry.samples[i * 2]!, y: entry.samples[i * 2 + 1]! });
			places.push(at.x, at.y);
		}
		const line = beside(screenLine(places, viewport, 2));
		return line.length >= 4 ? [line] : [];
	});
	if (subpaths.length === 0) return [];
	return [
		{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 4 },
		{ type: 'path', subpaths, stroke: theme.danger, lineWidth: 2, dash: [6, 4] },
	];
}

/** The line moved to its left, each point square to the direction there. */
function beside(line: Float32Array): Float32Array {
	const out = new Float32Array(line.length);
	const end = line.length - 2;
	for (let i = 0; i <= end; i += 2) {
		const a = Math.max(0, i - 2);
		const b = Math.min(end, i + 2);
		const dx = line[b]! - line[a]!;
		const dy = line[b + 1]! - line[a + 1]!;
		const length = Math.hypot(dx, dy) || 1;
		out[i] = line[i]! + (dy / length) * aside;
		out[i + 1] = line[i + 1]! - (dx / length) * aside;
	}
	return out;
}
