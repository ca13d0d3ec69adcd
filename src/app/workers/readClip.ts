import { fail, ok, type Result } from '#core/result.ts';
import {
	type Clip,
	type ClipProblem,
	clipLimits,
	workingSize,
} from '#core/retarget/videoTracksWork.ts';
import { animationFrames, decodesAnimations } from '#media/browser/animationFrames.ts';
import { probeVideo } from '#media/browser/probeVideo.ts';
import { decodeFrames } from '#media/browser/videoFrames.ts';
import { mediaTypes, sniffFile } from '#media/picture/sniffFile.ts';
import { type StoredFrame, storeFrame } from './storedFrame.ts';

export interface ReadClip {
	readonly clip: Clip;
	/** One a time of the clip. */
	readonly frames: readonly StoredFrame[];
}

export interface ReadHooks {
	readonly signal: AbortSignal;
	/** 0..1. */
	onProgress(share: number): void;
}

/** A frame as it comes out of whatever decodes it. */
interface SourceFrame {
	readonly timestamp: number;
	/** Of the whole file, as far as it is known. */
	readonly fileSeconds: number;
	readonly width: number;
	readonly height: number;
	draw(context: OffscreenCanvasRenderingContext2D, width: number, height: number): void;
}

interface Source {
	readonly frames: AsyncIterable<SourceFrame>;
	/** It says of itself that it has more than one frame. */
	readonly hasMore: boolean;
}

/** A little less than the least time between two frames: those of 30 a second are rounded. */
const leastSeconds = 0.96 / clipLimits.framesPerSecond;

/**
 * Reads a clip small enough to be kept: at most 241 frames, 30 a second, 480 px on the short side; about 0.6 MB a frame.
 * @param from Seconds: where to begin.
 * @throws The signal's reason when aborted.
 */
export async function readClip(
	bytes: Uint8Array,
	from: number,
	hooks: ReadHooks,
): Promise<Result<ReadClip, ClipProblem>> {
	const source = await openSource(bytes, from, hooks.signal);
	if (!source.ok) return source;
	const { frames, hasMore } = source.value;
	try {
		const read = await collect(frames, from, hooks);
		if (read) return ok(read);
		return fail(hasMore ? { kind: 'damaged', detail: '' } : { kind: 'still' });
	} catch (error) {
		hooks.signal.throwIfAborted();
		const detail = error instanceof Error ? error.message : String(error);
		return fail({ kind: 'damaged', detail });
	}
}

async function openSource(
	bytes: Uint8Array,
	from: number,
	signal: AbortSignal,
): Promise<Result<Source, ClipProblem>> {
	const file = sniffFile(bytes);
	if (file.kind === 'empty') return fail({ kind: 'empty' });
	if (file.kind === 'picture') {
		if (file.format === 'jpeg') return fail({ kind: 'still' });
		if (!decodesAnimations()) return fail({ kind: 'noAnimations' });
		const frames = animation(bytes, mediaTypes[file.format], from, signal);
		return ok({ frames, hasMore: false });
	}
	if (file.kind === 'otherPicture' || file.what !== 'video')
		return fail({ kind: 'noVideo', what: file.what });
	if (typeof VideoDecoder === 'undefined') return fail({ kind: 'noVideos' });
	const facts = await probeVideo(bytes);
	if (!facts.ok) return fail({ kind: 'damaged', detail: facts.error });
	const { fps, frameCount, codec, playable } = facts.value;
	if (!playable) return fail({ kind: 'codec', codec });
	return ok({ frames: video(bytes, frameCount / fps, from, signal), hasMore: frameCount > 1 });
}

async function* video(
	bytes: Uint8Array,
	fileSeconds: number,
	from: number,
	signal: AbortSignal,
): AsyncGenerator<SourceFrame, void, void> {
	const options = from > 0 ? { signal, startSeconds: from } : { signal };
	for await (const frame of decodeFrames(bytes, options)) yield { ...frame, fileSeconds };
}

async function* animation(
	bytes: Uint8Array,
	mediaType: string,
	from: number,
	signal: AbortSignal,
): AsyncGenerator<SourceFrame, void, void> {
	for await (const shown of animationFrames(bytes, mediaType, { signal })) {
		const { index, frameCount, timestamp, width, height, frame } = shown;
		const end = timestamp + shown.seconds;
		if (end <= from) continue;
		const draw: SourceFrame['draw'] = (context, w, h) => context.drawImage(frame, 0, 0, w, h);
		yield { timestamp, fileSeconds: (end / (index + 1)) * frameCount, width, height, draw };
	}
}

/** @returns undefined for less than two frames. */
async function collect(
	source: AsyncIterable<SourceFrame>,
	from: number,
	{ signal, onProgress }: ReadHooks,
): Promise<ReadClip | undefined> {
	const frames: StoredFrame[] = [];
	const times: number[] = [];
	let isThinned = false;
	let isCut = false;
	let last: SourceFrame | undefined;
	let store: ((picture: SourceFrame) => StoredFrame) | undefined;
	for await (const picture of source) {
		signal.throwIfAborted();
		isCut = frames.length >= clipLimits.frames;
		if (isCut) break;
		last = picture;
		if (picture.timestamp - (times.at(-1) ?? Number.NEGATIVE_INFINITY) < leastSeconds) {
			isThinned = true;
			continue;
		}
		store ??= createShrinker(picture);
		frames.push(store(picture));
		times.push(picture.timestamp);
		const expected = (picture.fileSeconds - from) * clipLimits.framesPerSecond;
		onProgress(Math.min(1, frames.length / Math.min(clipLimits.frames, Math.max(2, expected))));
	}
	const [first] = frames;
	if (!last || !first || frames.length < 2) return undefined;
	const clip: Clip = {
		width: first.width,
		height: first.height,
		fileWidth: last.width,
		fileHeight: last.height,
		times,
		fileSeconds: last.fileSeconds,
		isThinned,
		isCut,
	};
	return { clip, frames };
}

function createShrinker(first: SourceFrame): (picture: SourceFrame) => StoredFrame {
	const { width, height } = workingSize(first);
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	context.imageSmoothingQuality = 'high';
	return (picture) => {
		// What is clear in an animation must not show the frame before.
		context.fillRect(0, 0, width, height);
		picture.draw(context, width, height);
		return storeFrame(context.getImageData(0, 0, width, height).data, width, height);
	};
}
