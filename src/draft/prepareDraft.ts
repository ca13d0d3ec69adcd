import { fillHoles } from './background/fillHoles.ts';
import type { DraftLayer, DraftPicture, DraftScene } from './draftScene.ts';
import { framePositions } from './framePositions.ts';
import { createBendGrid } from './layers/bendGrid.ts';
import { cutLayer } from './layers/cutLayer.ts';
import { groupTracks, isStill, movesAlike } from './layers/groupTracks.ts';
import type { LayerMotion } from './layers/layerMotion.ts';
import { discMatte } from './matte/discMatte.ts';
import { type Matte, matteAt, uniteMattes } from './matte/matte.ts';
import { type ObjectMatte, objectMatte } from './matte/objectMatte.ts';

export interface DraftOptions {
	/** Frames in the clip. */
	readonly frameCount: number;
	/** Looks for the object under each track; false: always a feathered disc. Default true. */
	readonly findObjects?: boolean;
}

/** Beyond so many moving tracks objects are no longer searched (about 40 ms each): discs serve. */
const mostSearches = 60;
/** Always carried round a start, px: what a tracker needs to see. */
const coreRadius = 16;
const coreFeather = 6;
/** A pin keeps a disc of this radius, as a share of the short edge. */
const pinShare = 0.05;
/** Without an object: solid radius and feather as shares of the short edge. */
const discShare = 0.07;
const discFeatherShare = 0.05;
const bendCell = 12;

/**
 * Cuts the picture into pieces that move rigidly along the tracks, over a background filled where they were.
 * Tracks on one object that keep their distance move it together; pins keep a disc still, in the tracks' order.
 * @param samples One entry a track: x, y pairs in frame pixels, spread evenly over the clip.
 * @returns Buffers of its own; the picture is not kept.
 */
export function prepareDraft(
	picture: DraftPicture,
	samples: readonly Float64Array[],
	{ frameCount, findObjects = true }: DraftOptions,
): DraftScene {
	const { width, height } = picture;
	const source = Uint8ClampedArray.from(picture.rgba);
	const paths = samples.map((track) => framePositions(track, frameCount));
	const search = findObjects && paths.filter((path) => !isStill(path)).length <= mostSearches;
	const objects = paths.map((path, i) =>
		search && !isStill(path) ? objectMatte(picture, startOf(path), rivalsOf(paths, i)) : undefined,
	);
	const groups = groupTracks(paths, (a, b) => touches(objects[a]?.matte, startOf(paths[b]!)));
	const pieces = groups.map((group) => ({
		group,
		matte: groupMatte(picture, group, paths, objects),
	}));
	const moving = pieces.filter(({ group }) => group.some((i) => !isStill(paths[i]!)));
	const background = fillHoles(
		source,
		width,
		height,
		holesOf(
			width,
			height,
			moving.map((piece) => piece.matte),
		),
	);
	const beneath = Uint8ClampedArray.from(background);
	const layers = pieces.map(({ group, matte }): DraftLayer => {
		const piece = cutLayer(source, beneath, width, matte);
		return { ...piece, motion: motionOf(group, paths, piece) };
	});
	return { width, height, frameCount, source, background, layers };
}

/** Whether a matte reaches what a start carries along. */
function touches(matte: Matte | undefined, { x, y }: Readonly<{ x: number; y: number }>): boolean {
	if (matte === undefined) return false;
	for (const dx of [0, coreRadius, -coreRadius])
		for (const dy of [0, coreRadius, -coreRadius])
			if (matteAt(matte, x + dx, y + dy) > 0.5) return true;
	return false;
}

const startOf = (path: Float64Array) => ({ x: path[0]!, y: path[1]! });

/** Starts of all that does not move with track i. */
const rivalsOf = (paths: readonly Float64Array[], i: number) =>
	paths.filter((path, j) => j !== i && !movesAlike(path, paths[i]!)).map(startOf);

function groupMatte(
	frame: DraftPicture,
	group: readonly number[],
	paths: readonly Float64Array[],
	objects: readonly (ObjectMatte | undefined)[],
): Matte {
	const shortEdge = Math.min(frame.width, frame.height);
	let best: ObjectMatte | undefined;
	for (const i of group) {
		const object = objects[i];
		if (object !== undefined && (best === undefined || object.score > best.score)) best = object;
	}
	let matte = best?.matte;
	for (const i of group) {
		const start = startOf(paths[i]!);
		const disc = isStill(paths[i]!)
			? discMatte(frame, start, pinShare * shortEdge, coreFeather)
			: best
				? discMatte(frame, start, coreRadius, coreFeather)
				: discMatte(frame, start, ...freeDisc(shortEdge, start, paths, i));
		matte = matte ? uniteMattes(matte, disc) : disc;
	}
	const united = matte as Matte;
	paths.forEach((path, i) => {
		if (!group.includes(i)) carve(frame, united, startOf(path));
	});
	return united;
}

/** Leaves another track's start to that track. */
function carve(frame: DraftPicture, matte: Matte, start: Readonly<{ x: number; y: number }>): void {
	if (!touches(matte, start)) return;
	const disc = discMatte(frame, start, coreRadius, coreFeather);
	for (let row = 0; row < matte.height; row++)
		for (let column = 0; column < matte.width; column++) {
			const at = row * matte.width + column;
			matte.alpha[at] = matte.alpha[at]! * (1 - matteAt(disc, matte.x + column, matte.y + row));
		}
}

/** A disc that leaves room for the neighbours. */
function freeDisc(
	shortEdge: number,
	start: Readonly<{ x: number; y: number }>,
	paths: readonly Float64Array[],
	i: number,
): [solidRadius: number, feather: number] {
	const reach = 2 * (discShare + discFeatherShare) * shortEdge;
	let room = Number.POSITIVE_INFINITY;
	paths.forEach((path, j) => {
		const distance = Math.hypot(path[0]! - start.x, path[1]! - start.y);
		if (j !== i && distance < Math.min(room, reach) && !movesAlike(path, paths[i]!))
			room = distance;
	});
	const solid = Math.max(coreRadius, Math.min(discShare * shortEdge, 0.5 * room));
	return [solid, Math.max(coreFeather, Math.min(discFeatherShare * shortEdge, 0.3 * room))];
}

function holesOf(width: number, height: number, mattes: readonly Matte[]): Float32Array {
	const hole = new Float32Array(width * height);
	for (const matte of mattes)
		for (let row = 0; row < matte.height; row++)
			for (let column = 0; column < matte.width; column++) {
				const at = (matte.y + row) * width + matte.x + column;
				// Full well before the piece is: its rim must not stay behind.
				const share = Math.min(1, matte.alpha[row * matte.width + column]! * 3);
				if (share > hole[at]!) hole[at] = share;
			}
	return hole;
}

function motionOf(
	group: readonly number[],
	paths: readonly Float64Array[],
	box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): LayerMotion {
	const first = paths[group[0]!]!;
	const handles = group.map((i) => paths[i]!);
	const together = handles.every((path) =>
		path.every((v, k) => near(v - path[k % 2]!, first[k]! - first[k % 2]!)),
	);
	if (together) return { kind: 'shift', offsets: first.map((value, k) => value - first[k % 2]!) };
	return { kind: 'bend', grid: createBendGrid(box, handles.map(startOf), bendCell), handles };
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.02;
