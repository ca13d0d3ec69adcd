import type { WanDocument } from '#core/document/document.ts';
import { isCarried, resolveTracks } from '#core/trajectory/resolveTracks.ts';
import type { Theme } from '../palette.ts';
import { followScene } from './followScene.ts';
import { headsScene } from './headsScene.ts';
import { inactiveScene } from './inactiveScene.ts';
import type { Mark } from './mark.ts';
import { numberTracks } from './trackView.ts';
import type { Viewport } from './viewport.ts';

/**
 * The tracks of a document as planned, for a picture or a video of it: as drawn, where a leader or the camera carries them the
 * way that they make, and where all are at a moment. @param share Moment of the clip, 0..1; null: no moment.
 */
export function plannedScene(
	document: WanDocument,
	share: number | null,
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const tracks = resolveTracks(document);
	return [
		...inactiveScene(numberTracks(document), viewport, theme),
		...followScene(tracks.filter(isCarried), viewport, theme),
		...(share === null ? [] : headsScene(tracks, share, [], viewport, theme)),
	];
}
