/** What a picture's header says, read without decoding. */
export interface PictureHeader {
	/** Stored pixels, before orientation; undefined when the header does not say. */
	readonly size?: { readonly width: number; readonly height: number };
	/** Why the file cannot be whole: it ends too soon, or its parts contradict each other. */
	readonly damage?: string;
}

export const endsTooSoon = 'the file ends too soon';
