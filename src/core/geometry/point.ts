/** Pixels of the start image after its orientation is baked in; origin top left, x right, y down. */
export type ImagePoint = Readonly<{ x: number; y: number }> & { readonly __space?: 'image' };

/** Pixels of the output frame (width x height); origin top left, x right, y down. What ComfyUI reads. */
export type FramePoint = Readonly<{ x: number; y: number }> & { readonly __space?: 'frame' };

/** CSS pixels inside the canvas element; origin top left. */
export type ScreenPoint = Readonly<{ x: number; y: number }> & { readonly __space?: 'screen' };

/** An axis-aligned rectangle; width and height are 0 or more. */
export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
