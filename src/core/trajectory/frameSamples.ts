import { isCameraStill } from '../camera/cameraPoseAt.ts';
import { SAMPLE_COUNT, stillCamera, type Track, type WanDocument } from '../document/document.ts';
import { createFrameMapping, type FrameMapping } from '../frame/frameMapping.ts';
import { exactSampleTimes, retimeSamples } from '../guidance/exactSampleTimes.ts';
import { isLegalLength } from '../guidance/legalLength.ts';
import { releasedAt } from './releasedAt.ts';
import { sampleDocumentTrack } from './sampleDocumentTrack.ts';

export interface FrameSamples {
	readonly track: Track;
	/**
	 * `releasedAt` x 2 values, frame pixels, 2 decimals: the very numbers that are exported. Sample i is at i/120 of the clip
	 * in a shorter one too: ComfyUI takes what is missing as invisible. Shared: do not write to it.
	 */
	readonly samples: Float64Array;
	/** 121, or 2..120 for a track that is released early. */
	readonly releasedAt: number;
}

interface Known {
	readonly key: string;
	readonly own: Float64Array;
	readonly entry: FrameSamples;
}

const byDocument = new WeakMap<WanDocument, readonly FrameSamples[]>();
const withoutCamera = new WeakMap<WanDocument, WanDocument>();
const newMemory = () => ({
	plain: new WeakMap<Track, Known>(),
	exact: new WeakMap<Track, Known>(),
});
/** Memories with the camera's motion and without, plain and exact: what asks for both does not make each forget the other. */
const byTrack = { moved: newMemory(), still: newMemory() };

/**
 * What the model is told: the samples of each visible track in frame pixels, in the order of the tracks.
 * With the camera's motion. Empty without an image. Remembered by document, and by track while image, frame and camera stay,
 * so that moving one track of a hundred costs one, and those that follow it.
 */
export function frameSamples(document: WanDocument): readonly FrameSamples[] {
	const found = byDocument.get(document);
	if (found) return found;
	const entries = computeEntries(document);
	byDocument.set(document, entries);
	return entries;
}

/** The same for a camera that stands: what of the motion is the tracks' own, for what is about the picture's content. */
export function ownFrameSamples(document: WanDocument): readonly FrameSamples[] {
	if (isCameraStill(document.camera)) return frameSamples(document);
	const found = withoutCamera.get(document) ?? { ...document, camera: stillCamera };
	withoutCamera.set(document, found);
	return frameSamples(found);
}

function computeEntries(document: WanDocument): readonly FrameSamples[] {
	const { image, frame, shot } = document;
	if (!image) return [];
	const isExact = shot.exactSamples === true && isLegalLength(frame.length);
	const times = isExact ? exactSampleTimes(frame.length) : null;
	const mapping = createFrameMapping(image, frame);
	const { rect } = mapping;
	const place = [rect.x, rect.y, rect.width, rect.height, frame.width, frame.height];
	const key = [...place, isExact ? frame.length : ''].join(' ');
	const memories = isCameraStill(document.camera) ? byTrack.still : byTrack.moved;
	const memory = isExact ? memories.exact : memories.plain;
	return document.tracks
		.filter((track) => track.visible)
		.map((track) => {
			const known = memory.get(track);
			const own = sampleDocumentTrack(document, track);
			if (known?.key === key && known.own === own) return known.entry;
			const plain = toFrameSamples(own, mapping);
			const whole = times ? retimeSamples(plain, times) : plain;
			const count = releasedAt(track);
			const samples = count < SAMPLE_COUNT ? whole.slice(0, count * 2) : whole;
			const entry: FrameSamples = { track, samples, releasedAt: count };
			memory.set(track, { key, own, entry });
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
