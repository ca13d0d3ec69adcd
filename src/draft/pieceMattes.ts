import type { DraftRegion } from './draftRequest.ts';
import { movesAlike } from './layers/groupTracks.ts';
import { discMatte } from './matte/discMatte.ts';
import { type Matte, matteAt, subtractMatte, uniteMattes } from './matte/matte.ts';
import type { ObjectMatte } from './matte/objectMatte.ts';

/** Always carried round a start, px: what a tracker needs to see. */
const coreRadius = 16;
const coreFeather = 6;
/** A track that stands keeps a disc of this radius, as a share of the short edge. */
const stillShare = 0.05;
/** Without an object: solid radius and feather as shares of the short edge. */
const discShare = 0.07;
const discFeatherShare = 0.05;

type Point = Readonly<{ x: number; y: number }>;

/** What is known of the tracks before pieces are cut. All lists have one entry a track. */
export interface KnownTracks {
	readonly width: number;
	readonly height: number;
	readonly paths: readonly Float64Array[];
	readonly isGround: readonly boolean[];
	/** The object found under it. */
	readonly objects: readonly (ObjectMatte | undefined)[];
	/** The region that the person gave it. */
	readonly regions: readonly (Matte | undefined)[];
}

export const startOf = (path: Float64Array): Point => ({ x: path[0]!, y: path[1]! });

/** One matte a region of the plan; several of one track are one. */
export function regionOfTracks(
	count: number,
	regions: readonly DraftRegion[],
	mattes: readonly (Matte | undefined)[],
): (Matte | undefined)[] {
	const found: (Matte | undefined)[] = new Array(count).fill(undefined);
	regions.forEach(({ tracks }, r) => {
		const matte = mattes[r];
		if (!matte) return;
		for (const track of tracks) {
			const other = found[track];
			found[track] = other ? uniteMattes(other, matte) : matte;
		}
	});
	return found;
}

/** Whether a matte reaches what a start carries along. */
export function touches(matte: Matte | undefined, { x, y }: Point): boolean {
	if (matte === undefined) return false;
	for (const dx of [0, coreRadius, -coreRadius])
		for (const dy of [0, coreRadius, -coreRadius])
			if (matteAt(matte, x + dx, y + dy) > 0.5) return true;
	return false;
}

/** What a group of tracks carries: its regions, else the clearest object under its tracks, else discs. */
export function groupMatte(known: KnownTracks, group: readonly number[]): Matte {
	const given = givenMatte(known, group);
	if (given) return given;
	const { paths, objects, isGround } = known;
	const shortEdge = Math.min(known.width, known.height);
	let best: ObjectMatte | undefined;
	for (const i of group) {
		const object = objects[i];
		if (object !== undefined && (best === undefined || object.score > best.score)) best = object;
	}
	let matte = best?.matte;
	for (const i of group) {
		const start = startOf(paths[i]!);
		const disc = isGround[i]
			? discMatte(known, start, stillShare * shortEdge, coreFeather)
			: best
				? discMatte(known, start, coreRadius, coreFeather)
				: discMatte(known, start, ...freeDisc(shortEdge, start, paths, i));
		matte = matte ? uniteMattes(matte, disc) : disc;
	}
	const united = matte as Matte;
	paths.forEach((path, i) => {
		if (group.includes(i) || !touches(united, startOf(path))) return;
		// Another track's start is left to that track.
		subtractMatte(united, discMatte(known, startOf(path), coreRadius, coreFeather));
	});
	return united;
}

/** The regions of a group, and what lies about a start outside them. A new matte. */
function givenMatte(
	{ regions, paths, ...frame }: KnownTracks,
	group: readonly number[],
): Matte | undefined {
	let matte: Matte | undefined;
	const seen = new Set<Matte>();
	for (const i of group) {
		const region = regions[i];
		if (!region || seen.has(region)) continue;
		seen.add(region);
		matte = uniteMattes(region, matte ?? region);
	}
	if (!matte) return undefined;
	for (const i of group) {
		const start = startOf(paths[i]!);
		if (matteAt(matte, start.x, start.y) < 0.5)
			matte = uniteMattes(matte, discMatte(frame, start, coreRadius, coreFeather));
	}
	return matte;
}

/** A disc that leaves room for the neighbours. */
function freeDisc(
	shortEdge: number,
	start: Point,
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
