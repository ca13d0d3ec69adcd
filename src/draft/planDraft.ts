import { createLens } from '#core/camera/cameraAt.ts';
import { isCameraStill } from '#core/camera/cameraPoseAt.ts';
import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { holdLast } from '#core/trajectory/releasedAt.ts';
import type { DraftPlan, DraftRegion } from './draftRequest.ts';

/**
 * What the draft of a shot is told: its tracks with their groups, regions and camera, in frame pixels.
 * The model decides what a released track does next; the draft leaves it where it was let go.
 * @param samples Those of the document's visible tracks, as `frameSamples` gives them.
 */
export function planDraft(document: WanDocument, samples: readonly Float64Array[]): DraftPlan {
	const tracks = document.tracks.filter((track) => track.visible);
	return {
		samples: samples.map(holdLast),
		groups: tracks.map((track) => track.groupId),
		regions: regionsOf(document, new Map(tracks.map((track, i) => [track.id, i]))),
		...(isCameraStill(document.camera)
			? {}
			: {
					camera: groundPath(document),
					onScreen: tracks.flatMap((track, i) => (track.staysOnScreen ? [i] : [])),
				}),
	};
}

function regionsOf(
	{ regions = [], image, frame }: WanDocument,
	indices: ReadonlyMap<string, number>,
): DraftRegion[] {
	if (!image) return [];
	const { rect, toFrame } = createFrameMapping(image, frame);
	return regions.flatMap(({ trackIds, rings, feather }) => {
		const tracks = trackIds.flatMap((id) => indices.get(id) ?? []);
		if (tracks.length === 0) return [];
		const placed = rings.map((ring) =>
			Float64Array.from(
				ring.flatMap((point) => {
					const { x, y } = toFrame(point);
					return [x, y];
				}),
			),
		);
		return [{ tracks, rings: placed, feather: (feather * frame.width) / rect.width }];
	});
}

/** Where each frame shows the ground of the first. */
function groundPath(document: WanDocument): Float64Array {
	const { length } = document.frame;
	const lens = createLens(document);
	const out = new Float64Array(length * 6);
	for (let frame = 0; frame < length; frame++)
		out.set(lens(length > 1 ? frame / (length - 1) : 0, 1), frame * 6);
	return out;
}
