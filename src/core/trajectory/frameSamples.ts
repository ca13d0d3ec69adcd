import type { Track, WanDocument } from '../document/document.ts';
import { createFrameMapping, type FrameMapping } from '../frame/frameMapping.ts';
import { sampleTrack } from './sampleTrack.ts';

export interface FrameSamples {
	readonly track: Track;
	/** 121 x 2 values, frame pixels, 2 decimals: the very numbers that are exported. Shared: do not write to it. */
	readonly samples: Float64Array;
}

const byDocument = new WeakMap<WanDocument, readonly FrameSamples[]>();
const byTrack = new WeakMap<Track, { readonly key: string; readonly entry: FrameSamples }>();

/**
 * What the model is told: the samples of each visible track in frame pixels, in the order of the tracks.
 * Empty without an image. Remembered by document, and by track while image and frame stay, so that
 * moving one track of a hundred costs one.
 */
export function frameSamples(document: WanDocument): readonly FrameSamples[] {
	const found = byDocument.get(document);
	if (found) return found;
	const entries = computeEntries(document);
	byDocument.set(document, entries);
	return entries;
}

function computeEntries(document: WanDocument): readonly FrameSamples[] {
	const { image, frame } = document;
	if (!image) return [];
	const mapping = createFrameMapping(image, frame);
	const { rect } = mapping;
	const key = [rect.x, rect.y, rect.width, rect.height, frame.width, frame.height].join(' ');
	return document.tracks
		.filter((track) => track.visible)
		.map((track) => {
			const known = byTrack.get(track);
			if (known?.key === key) return known.entry;
			const entry = { track, samples: toFrameSamples(sampleTrack(track), mapping) };
			byTrack.set(track, { key, entry });
			return entry;
		});
}

/** Image-space samples in frame pixels, rounded to 2 decimals. */
export function toFrameSamples(samples: Float64Array, mapping: FrameMapping): Float64Array {
	const { rect } = mapping;
	const { x: scaleX, y: scaleY } = mapping.toFrame({ x: rect.x + 1, y: rect.y + 1 });
	const out = new Float64Array(samples.length);
	for (let i = 0; i < samples.length; i += 2) {
		out[i] = twoDecimals((samples[i]! - rect.x) * scaleX);
		out[i + 1] = twoDecimals((samples[i + 1]! - rect.y) * scaleY);
	}
	return out;
}

/** `+ 0` turns -0 into 0. */
const twoDecimals = (value: number): number => Math.round(value * 100) / 100 + 0;
