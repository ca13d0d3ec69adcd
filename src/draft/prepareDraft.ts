import { completeGround } from './background/completeGround.ts';
import { holeOf } from './background/holeOf.ts';
import type { DraftPlan } from './draftRequest.ts';
import type { DraftLayer, DraftPicture, DraftScene } from './draftScene.ts';
import { framePositions } from './framePositions.ts';
import { createMotion } from './layers/createMotion.ts';
import { cutLayer } from './layers/cutLayer.ts';
import { groupTracks, movesAlike, staysOnGround } from './layers/groupTracks.ts';
import type { LayerMotion } from './layers/layerMotion.ts';
import { shadowLayer } from './layers/shadowLayer.ts';
import { type Matte, matteArea, subtractMatte } from './matte/matte.ts';
import { type ObjectMatte, objectMatte } from './matte/objectMatte.ts';
import { regionMatte } from './matte/regionMatte.ts';
import { groupMatte, type KnownTracks, regionOfTracks, startOf, touches } from './pieceMattes.ts';

export interface DraftOptions extends Omit<DraftPlan, 'samples'> {
	/** Frames in the clip. */
	readonly frameCount: number;
	/** Looks for the object under each track without a region; false: always a feathered disc. Default true. */
	readonly findObjects?: boolean;
}

/** Beyond so many moving tracks objects are no longer searched (about 40 ms each): discs serve. */
const mostSearches = 60;

/**
 * Cuts the picture into pieces that move along the tracks, over a ground completed where they were. A group's piece is the
 * region that was given to it, else the object found under its tracks, else a feathered disc. Pieces lie on each other in the
 * order of the tracks; a track that stays on the ground is part of it, unless it has a region or moves something with others.
 * @param samples One entry a track: x, y pairs in frame pixels, spread evenly over the clip.
 * @returns Buffers of its own; the picture is not kept.
 */
export function prepareDraft(
	picture: DraftPicture,
	samples: readonly Float64Array[],
	options: DraftOptions,
): DraftScene {
	const { frameCount, camera } = options;
	const { width, height } = picture;
	const source = Uint8ClampedArray.from(picture.rgba);
	const paths = samples.map((track) => framePositions(track, frameCount));
	const known = knowTracks(picture, paths, options);
	const groups = groupTracks(
		paths,
		(a, b) => touches(known.regions[a] ?? known.objects[a]?.matte, startOf(paths[b]!)),
		namesOf(paths.length, options),
	).filter((group) => group.some((i) => !known.isGround[i] || known.regions[i]));
	const pieces = groups.map((group) => ({ group, matte: groupMatte(known, group) }));
	leaveInnerRegions(pieces, known);
	const moving = pieces.filter(({ group }) => group.some((i) => !known.isGround[i]));
	const hole = holeOf(
		width,
		height,
		moving.map((piece) => piece.matte),
	);
	const background =
		moving.length === 0 ? source.slice() : completeGround(source, width, height, hole);
	const beneath = Uint8ClampedArray.from(background);
	const layers = pieces.flatMap(({ group, matte }): DraftLayer[] => {
		const piece = cutLayer(source, beneath, width, matte);
		const motion = motionOf(piece, group, paths, options);
		const layer = { ...piece, motion, tracks: group };
		return options.shadow && moving.some((other) => other.group === group)
			? [shadowLayer(layer), layer]
			: [layer];
	});
	const ground = camera ? { camera } : {};
	const madeUp = Uint8ClampedArray.from(hole, (share) => share * 255);
	return { width, height, frameCount, source, background, madeUp, layers, ...ground };
}

/**
 * The same pieces along other tracks: for a preview, while a track is drawn. What was cut out stays as it was.
 * @param samples As many as the scene was prepared with, in the same order.
 * Cost: O(tracks x frames); with new starts also the grids of pieces that several tracks bend.
 */
export function moveDraft(
	scene: DraftScene,
	samples: readonly Float64Array[],
	plan: Pick<DraftPlan, 'camera' | 'onScreen'>,
): DraftScene {
	const paths = samples.map((track) => framePositions(track, scene.frameCount));
	const { camera: _, ...still } = scene;
	return {
		...still,
		...(plan.camera ? { camera: plan.camera } : {}),
		layers: scene.layers.map((layer) => ({
			...layer,
			motion: motionOf(layer, layer.tracks, paths, plan, layer.motion),
		})),
	};
}

function motionOf(
	box: Pick<DraftLayer, 'x' | 'y' | 'width' | 'height'>,
	group: readonly number[],
	paths: readonly Float64Array[],
	{ camera, onScreen = [] }: Pick<DraftPlan, 'camera' | 'onScreen'>,
	before?: LayerMotion,
): LayerMotion {
	const carried = group.every((i) => !onScreen.includes(i)) ? camera : undefined;
	const handles = group.map((i) => paths[i] as Float64Array);
	return createMotion(box, handles, carried, before);
}

function knowTracks(
	picture: DraftPicture,
	paths: readonly Float64Array[],
	{ camera, regions = [], findObjects = true }: DraftOptions,
): KnownTracks {
	const { width, height } = picture;
	const isGround = paths.map((path) => staysOnGround(path, camera));
	const mattes = regions.map(({ rings, feather }) => regionMatte(picture, rings, feather));
	const given = regionOfTracks(paths.length, regions, mattes);
	const search = findObjects && isGround.filter((still) => !still).length <= mostSearches;
	const objects = paths.map((path, i): ObjectMatte | undefined =>
		search && !isGround[i] && !given[i]
			? objectMatte(picture, startOf(path), rivalsOf(paths, i))
			: undefined,
	);
	return { width, height, paths, isGround, objects, regions: given };
}

/** Starts of all that does not move with track i. */
const rivalsOf = (paths: readonly Float64Array[], i: number) =>
	paths.filter((path, j) => j !== i && !movesAlike(path, paths[i]!)).map(startOf);

/** Tracks of one region, or of one group, have one name. */
function namesOf(
	count: number,
	{ groups = [], regions = [] }: DraftOptions,
): (string | undefined)[] {
	const names = Array.from({ length: count }, (_, i) => groups[i] && `group ${groups[i]}`);
	regions.forEach(({ tracks }, r) => {
		const known = tracks.flatMap((i) => names[i] ?? []);
		const name = known[0] ?? `region ${r}`;
		for (const i of tracks) names[i] ??= name;
		names.forEach((other, i) => {
			if (other !== undefined && known.includes(other)) names[i] = name;
		});
	});
	return names;
}

/** Of two pieces that share ground the larger leaves it to a smaller region: a rider on a horse, an eye in a face. */
function leaveInnerRegions(
	pieces: readonly { readonly group: readonly number[]; readonly matte: Matte }[],
	{ regions }: KnownTracks,
): void {
	const areas = pieces.map(({ matte }) => matteArea(matte));
	pieces.forEach((inner, i) => {
		if (!inner.group.some((track) => regions[track])) return;
		pieces.forEach((outer, j) => {
			if (areas[j]! > areas[i]!) subtractMatte(outer.matte, inner.matte);
		});
	});
}
