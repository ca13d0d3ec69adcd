import type { ClipTrack } from './clipTrack.ts';

/* What the page and the worker that reads a clip say to each other. */

/** A clip as it was read: perhaps smaller, thinned or cut. */
export interface Clip {
	/** Working size, pixels: what places in it are counted in. */
	readonly width: number;
	readonly height: number;
	/** Pixels as the file shows them. */
	readonly fileWidth: number;
	readonly fileHeight: number;
	/** Seconds of each frame that was read, rising; two or more. */
	readonly times: readonly number[];
	/** Seconds of the whole file. */
	readonly fileSeconds: number;
	/** Frames were left out because there are more than 30 a second. */
	readonly isThinned: boolean;
	/** It was not read to its end. */
	readonly isCut: boolean;
}

/** Why a file is no clip. */
export type ClipProblem =
	| { readonly kind: 'empty' }
	/** `what` names what the bytes look like: `PDF`, `text`. */
	| { readonly kind: 'noVideo'; readonly what: string }
	/** One frame. */
	| { readonly kind: 'still' }
	/** This browser does not decode it. */
	| { readonly kind: 'codec'; readonly codec: string }
	/** The browser decodes no video here at all: a plain-http page, or an old one. */
	| { readonly kind: 'noVideos' }
	/** The same for GIF and WebP. */
	| { readonly kind: 'noAnimations' }
	| { readonly kind: 'damaged'; readonly detail: string }
	| { readonly kind: 'tooLarge'; readonly megabytes: number; readonly limit: number };

export interface ClipPoint {
	/** Clip pixels. */
	readonly x: number;
	readonly y: number;
}

/** What is to be followed from a frame both ways: given points, or so many of the strongest corners that move. */
export type Wanted = { readonly points: readonly ClipPoint[] } | { readonly pick: number };

export type VideoTracksWork =
	/** @param from Seconds: where reading begins. */
	| {
			readonly type: 'open';
			readonly id: number;
			readonly bytes: Uint8Array;
			readonly from: number;
	  }
	| { readonly type: 'show'; readonly id: number; readonly frame: number }
	| {
			readonly type: 'follow';
			readonly id: number;
			readonly frame: number;
			readonly wanted: Wanted;
	  }
	/** Ends what was asked under this id; no answer comes. */
	| { readonly type: 'cancel'; readonly id: number };

export type VideoTracksReply<Bitmap> =
	/** @param share 0..1. */
	| { readonly type: 'progress'; readonly id: number; readonly share: number }
	| { readonly type: 'opened'; readonly id: number; readonly clip: Clip }
	| { readonly type: 'unread'; readonly id: number; readonly problem: ClipProblem }
	| { readonly type: 'shown'; readonly id: number; readonly bitmap: Bitmap }
	| { readonly type: 'followed'; readonly id: number; readonly tracks: readonly ClipTrack[] };

/** What a clip is read with. */
export const clipLimits = {
	/** Pixels of its long and its short side. */
	longSide: 854,
	shortSide: 480,
	frames: 241,
	framesPerSecond: 30,
	/** Tracks: ATI was trained with so many at most. */
	tracks: 20,
	/** Of the file, which is held whole while it is read. */
	megabytes: 512,
} as const;

/** The size that a clip is read in: both sides in their limits, never larger than it is. */
export function workingSize(file: { readonly width: number; readonly height: number }): {
	width: number;
	height: number;
} {
	const scale = Math.min(
		1,
		clipLimits.longSide / Math.max(file.width, file.height),
		clipLimits.shortSide / Math.min(file.width, file.height),
	);
	return {
		width: Math.max(1, Math.round(file.width * scale)),
		height: Math.max(1, Math.round(file.height * scale)),
	};
}
