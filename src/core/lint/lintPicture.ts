import type { Command } from '../document/commands.ts';
import { createTrack, type Track, type WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { footprintRadius } from '../guidance/footprint.ts';
import type { LumaPicture } from '../pins/lumaPicture.ts';
import { pinSpacingPx, scaleOf } from '../pins/pinSpacing.ts';
import { type Region, regionAt } from '../pins/regionAt.ts';
import type { FrameSamples } from '../trajectory/frameSamples.ts';
import { type Finding, type Fix, perRule, rules } from './rules.ts';
import type { Steps } from './steps.ts';
import { isMoving, trackFacts } from './trackFacts.ts';

/** Below this spread of brightness (standard deviation, of 255) there is nothing to take hold of. */
const flatSpread = 3;
/** A thing is not covered when it is as large as this many footprints for each track on it. */
const footprintsPerTrack = 20;
/** Larger connected parts are sky, wall or ground rather than the thing that moves. */
const largestShare = 0.2;
/** So many tracks hold a thing of any size. */
const enoughTracks = 4;

/**
 * What the picture says about where tracks start: nothing there to hold, or far more of it than they hold.
 * @param entries Without the camera's motion: what moves with it alone is the ground, and needs no more tracks.
 */
export function* lintPicture(
	document: WanDocument,
	entries: readonly FrameSamples[],
	picture: LumaPicture,
): Steps<Finding[]> {
	const { image, frame, shot } = document;
	if (!image) return [];
	const mapping = createFrameMapping(image, frame);
	const scale = picture.width / image.width;
	const perFramePx = (mapping.rect.width / frame.width) * scale;
	const radius = footprintRadius(frame, shot.temperature) * perFramePx;
	const startOf = ({ samples }: FrameSamples): ImagePoint => {
		const at = mapping.toImage({ x: samples[0]!, y: samples[1]! });
		return { x: at.x * scale, y: at.y * scale };
	};
	const isInside = ({ samples: s }: FrameSamples) =>
		s[0]! >= 0 && s[1]! >= 0 && s[0]! <= frame.width && s[1]! <= frame.height;
	const starts = entries.map(startOf);
	const framePixels = mapping.rect.width * mapping.rect.height * scale * scale;

	let uncovered = 0;
	const lintStart = (entry: FrameSamples, n: number): Finding[] => {
		const { track } = entry;
		if (!isMoving(trackFacts(entry, frame)) || !isInside(entry)) return [];
		const start = starts[n]!;
		const ground = groundAt(picture, start, radius);
		if (ground.spread < flatSpread)
			return [
				{
					rule: 'flat-start',
					severity: rules['flat-start'],
					trackId: track.id,
					values: { track: track.name },
					fixes: [],
				},
			];
		// What is cut away at the end is not worked out: a region costs up to the picture's pixels.
		if (uncovered >= perRule || ground.size > largestShare * framePixels) return [];
		const footprint = Math.PI * radius * radius;
		const wanted = Math.min(
			enoughTracks,
			Math.ceil(ground.size / (footprintsPerTrack * footprint)),
		);
		if (wanted <= 1) return [];
		const region = regionAt(picture, start.x, start.y);
		const held = starts.filter(({ x, y }) => isIn(region, picture, x, y)).length;
		const missing = wanted - Math.max(1, held);
		if (missing <= 0) return [];
		uncovered++;
		const percent = Math.max(1, Math.round((100 * held * footprint) / region.size));
		return [
			{
				rule: 'uncovered-region',
				severity: rules['uncovered-region'],
				trackId: track.id,
				values: { track: track.name, percent },
				fixes: addTracks(document, track, missing, region, picture, starts, perFramePx),
			},
		];
	};
	const findings: Finding[] = [];
	for (const [n, entry] of entries.entries()) {
		findings.push(...lintStart(entry, n));
		yield;
	}
	return findings;
}

interface Ground {
	/** Standard deviation of the brightness round the place. */
	readonly spread: number;
	/** Pixels of what it belongs to. */
	readonly size: number;
}

const grounds = new WeakMap<LumaPicture, Map<string, Ground>>();
/** Forgotten all together beyond this: a few MB. */
const mostGrounds = 20_000;

/** What a picture is round a place, remembered: after an edit only the starts that moved are looked at again. */
function groundAt(picture: LumaPicture, { x, y }: ImagePoint, radius: number): Ground {
	const known = grounds.get(picture) ?? new Map<string, Ground>();
	grounds.set(picture, known);
	const key = `${x} ${y} ${radius}`;
	const found = known.get(key);
	if (found) return found;
	if (known.size >= mostGrounds) known.clear();
	const ground = {
		spread: spreadRound(picture, { x, y }, radius),
		size: regionAt(picture, x, y).size,
	};
	known.set(key, ground);
	return ground;
}

const isIn = ({ mask }: Region, { width, height }: LumaPicture, x: number, y: number): boolean =>
	x >= 0 && y >= 0 && x < width && y < height && mask[Math.floor(y) * width + Math.floor(x)] === 1;

/** Standard deviation of the brightness within a radius, pixels of the picture. */
function spreadRound(
	{ width, height, data }: LumaPicture,
	{ x, y }: ImagePoint,
	radius: number,
): number {
	let count = 0;
	let sum = 0;
	let squares = 0;
	for (let row = Math.ceil(y - radius); row <= y + radius; row++)
		for (let column = Math.ceil(x - radius); column <= x + radius; column++) {
			if (row < 0 || column < 0 || row >= height || column >= width) continue;
			if (Math.hypot(column - x, row - y) > radius) continue;
			const value = data[row * width + column]!;
			count++;
			sum += value;
			squares += value * value;
		}
	return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

/** The same track again from other places of the thing, as far from all starts as can be. */
function addTracks(
	document: WanDocument,
	track: Track,
	most: number,
	{ mask }: Region,
	{ width, height }: LumaPicture,
	starts: readonly ImagePoint[],
	perFramePx: number,
): Fix[] {
	const gap = 2 * pinSpacingPx * scaleOf(document) * perFramePx;
	const step = Math.max(1, Math.round(4 * perFramePx));
	const first = track.points[0];
	if (track.follow || !first || !document.image) return [];
	const taken = [...starts];
	const places: ImagePoint[] = [];
	while (places.length < most) {
		let best: ImagePoint | undefined;
		let farthest = gap;
		for (let y = step; y < height; y += step)
			for (let x = step; x < width; x += step) {
				if (mask[y * width + x] !== 1) continue;
				const nearest = Math.min(...taken.map((other) => Math.hypot(other.x - x, other.y - y)));
				if (nearest < farthest) continue;
				farthest = nearest;
				best = { x, y };
			}
		if (!best) break;
		places.push(best);
		taken.push(best);
	}
	if (places.length === 0) return [];
	const toImage = document.image.width / width;
	let known = document;
	const commands = places.map((place, n): Command => {
		const dx = place.x * toImage - first.x;
		const dy = place.y * toImage - first.y;
		const points = track.points.map((p) => ({ ...p, x: p.x + dx, y: p.y + dy }));
		const id = freshId(known, `${track.id.slice(0, 48)}-${n + 2}`);
		const created = createTrack(known, id, 'path', points);
		const added = { ...created, closed: track.closed, timing: track.timing };
		known = { ...known, tracks: [...known.tracks, added] };
		return { type: 'track/add', track: added };
	});
	return [{ id: 'addTracks', kind: 'addTracks', values: { count: commands.length }, commands }];
}

function freshId({ tracks }: WanDocument, wanted: string): string {
	let id = wanted;
	for (let n = 1; tracks.some((track) => track.id === id); n++) id = `${wanted}-${n}`;
	return id;
}
