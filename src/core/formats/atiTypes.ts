/** What was done to read a file that is fine but unusual; the message catalogue has the sentence for each kind. */
export type AtiNote =
	/** One bare track without the outer list. */
	| { readonly kind: 'bareTrack' }
	/** Three levels: only the first batch was read, as ComfyUI does with batch size 1. */
	| { readonly kind: 'batches'; readonly count: number }
	/** Python-style quotes. */
	| { readonly kind: 'singleQuotes' }
	| { readonly kind: 'numericStrings'; readonly count: number }
	/** Keys beside x and y, which ComfyUI ignores too: `visible`, `t`; up to 5 of them. */
	| { readonly kind: 'extraKeys'; readonly keys: readonly string[] }
	/** Tracks of one point became pins: held for the whole clip. In ComfyUI they do nothing. */
	| { readonly kind: 'singlePoints'; readonly tracks: readonly number[] }
	/** Tracks with 2..120 points, spread over the whole clip, held at the end, or released there as ComfyUI does. */
	| {
			readonly kind: 'fewerSamples';
			readonly count: number;
			readonly tracks: readonly number[];
			readonly treatment: 'spread' | 'hold' | 'release';
	  }
	/** Tracks with more than 121 points, cut as ComfyUI does, or spread over the clip. */
	| {
			readonly kind: 'moreSamples';
			readonly count: number;
			readonly tracks: readonly number[];
			readonly treatment: 'cut' | 'spread';
	  };

/** What stands where a number was wanted. */
export type FoundValue =
	| 'null'
	| 'NaN'
	| 'Infinity'
	| 'text'
	| 'boolean'
	| 'number'
	| 'list'
	| 'pair'
	| 'object';

/** Why tracks could not be read. `path` is like `tracks[2][17].y`; indices count from 0. */
export type AtiError =
	| { readonly kind: 'empty' }
	| { readonly kind: 'tooLong'; readonly characters: number; readonly limit: number }
	/** `line` and `column` from 1, where the runtime tells them. */
	| { readonly kind: 'notJson'; readonly line?: number; readonly column?: number }
	| { readonly kind: 'notAList'; readonly path: string; readonly found: FoundValue }
	| { readonly kind: 'noTracks' }
	| { readonly kind: 'emptyTrack'; readonly path: string }
	| { readonly kind: 'notAPoint'; readonly path: string; readonly found: FoundValue }
	| { readonly kind: 'missing'; readonly path: string; readonly key: 'x' | 'y' }
	| { readonly kind: 'badNumber'; readonly path: string; readonly found: FoundValue }
	| {
			readonly kind: 'outOfRange';
			readonly path: string;
			readonly value: number;
			readonly limit: number;
	  }
	| { readonly kind: 'tooManyTracks'; readonly count: number; readonly limit: number }
	| {
			readonly kind: 'tooManyPoints';
			readonly path: string;
			readonly count: number;
			readonly limit: number;
	  };
