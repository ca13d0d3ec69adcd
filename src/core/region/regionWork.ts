import type { ColourPicture } from './colourCells.ts';
import type { FoundRegion, RegionRequest } from './findRegion.ts';

/** What a worker that selects is told: first the picture, then questions, answered in order. */
export type RegionQuestion =
	| { readonly type: 'picture'; readonly picture: ColourPicture; readonly imageWidth: number }
	| { readonly type: 'find'; readonly id: number; readonly request: RegionRequest };

export interface RegionAnswer {
	readonly id: number;
	readonly found: FoundRegion;
}
