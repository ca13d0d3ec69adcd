/** A start image as the person gave it, after checks: bytes untouched, size after orientation. */
export interface StartImage {
	readonly bytes: Uint8Array;
	/** Lower-case hex of the bytes. */
	readonly sha256: string;
	readonly name: string;
	readonly mediaType: string;
	/** Pixels after EXIF orientation. */
	readonly width: number;
	readonly height: number;
}

/** The crop of the start image, resampled to exactly the output frame: what the model and the draft see. */
export interface StartFrame {
	readonly width: number;
	readonly height: number;
	/** width x height x 4, straight alpha, always opaque, sRGB. */
	readonly rgba: Uint8ClampedArray;
	/** The same pixels as a PNG without metadata: what is uploaded. */
	readonly png: Uint8Array;
}

export interface EncodedVideo {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	/** Without the dot: `mp4`, `webm`. */
	readonly extension: string;
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	readonly fps: number;
}

/** Why a file is no start image; `what` names what the bytes look like: `PDF`, `HEIC picture`, `text`. */
export type ImageError =
	| { readonly kind: 'empty'; readonly name: string }
	| { readonly kind: 'notAPicture'; readonly name: string; readonly what: string }
	| { readonly kind: 'unsupportedPicture'; readonly name: string; readonly what: string }
	| { readonly kind: 'damaged'; readonly name: string; readonly what: string }
	| {
			readonly kind: 'tooLarge';
			readonly name: string;
			readonly width: number;
			readonly height: number;
			readonly limitMegapixels: number;
	  }
	| { readonly kind: 'tooManyBytes'; readonly name: string; readonly bytes: number };
