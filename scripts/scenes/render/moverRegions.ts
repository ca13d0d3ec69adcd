import type { Region, Track } from '../../../src/core/document/document.ts';
import type { Scene } from '../kit/scene.ts';
import type { DrawnMover } from './drawScene.ts';

/** Image px: how far a ring may leave the outline, how soft its edge is, and the least area that a ring holds. */
const tolerance = 0.6;
const feather = 2;
const leastArea = 40;
/** Smaller movers, image px, are left to the draft's own search, which takes some ground along: trackers need to see it. */
const leastMover = 6000;
/** A glow has no outline; the draft's search takes it along. */
const glowing: ReadonlySet<string> = new Set(['moon']);

type Place = { readonly x: number; readonly y: number };

/** What moves, as a person would cut it out: a region for each mover that has tracks on it, along its true outline. */
export function moverRegions(
	scene: Pick<Scene, 'tracks'>,
	tracks: readonly Track[],
	movers: readonly DrawnMover[],
	size: { readonly width: number; readonly height: number },
): Region[] {
	return movers.flatMap(({ name, mask }) => {
		const trackIds = scene.tracks.flatMap(({ on, kind }, i) =>
			on === name && kind !== 'pin' ? [tracks[i]!.id] : [],
		);
		const isPlain = !glowing.has(name) && mask.filter((share) => share >= 128).length >= leastMover;
		const rings = trackIds.length > 0 && isPlain ? maskRings(mask, size.width, size.height) : [];
		return rings.length > 0
			? [{ id: `region-${name}`, name, trackIds, rings: rings.map((ring) => [...ring]), feather }]
			: [];
	});
}

/** Outlines of what is at least half there, holes too: along the pixels' edges, smoothed, in as few places as will do. */
function maskRings(mask: Uint8Array, width: number, height: number): Place[][] {
	const inside = (x: number, y: number) =>
		x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x]! >= 128;
	/** From each corner of the pixel grid to the next ones, what is inside on the right. */
	const next = new Map<number, number[]>();
	const corner = (x: number, y: number) => y * (width + 1) + x;
	const edge = (x0: number, y0: number, x1: number, y1: number) => {
		const from = corner(x0, y0);
		const known = next.get(from);
		if (known) known.push(corner(x1, y1));
		else next.set(from, [corner(x1, y1)]);
	};
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			if (!inside(x, y)) continue;
			if (!inside(x, y - 1)) edge(x, y, x + 1, y);
			if (!inside(x + 1, y)) edge(x + 1, y, x + 1, y + 1);
			if (!inside(x, y + 1)) edge(x + 1, y + 1, x, y + 1);
			if (!inside(x - 1, y)) edge(x, y + 1, x, y);
		}
	const rings: Place[][] = [];
	for (;;) {
		const first = next.keys().next();
		if (first.done) break;
		const ring: Place[] = [];
		let at: number | undefined = first.value;
		while (at !== undefined) {
			const ways = next.get(at);
			if (!ways) break;
			ring.push({ x: at % (width + 1), y: Math.floor(at / (width + 1)) });
			const to = ways.pop();
			if (ways.length === 0) next.delete(at);
			at = to;
		}
		if (Math.abs(areaOf(ring)) >= leastArea) rings.push(simplified(smoothed(ring)).map(rounded));
	}
	return rings;
}

const rounded = ({ x, y }: Place): Place => ({
	x: Math.round(x * 10) / 10,
	y: Math.round(y * 10) / 10,
});

function areaOf(ring: readonly Place[]): number {
	return (
		ring.reduce((sum, a, i) => {
			const b = ring[(i + 1) % ring.length]!;
			return sum + a.x * b.y - b.x * a.y;
		}, 0) / 2
	);
}

/** Means of five neighbours: no stairs of pixels. */
const smoothed = (ring: readonly Place[]): Place[] =>
	ring.map((_, i) => {
		const near = [-2, -1, 0, 1, 2].map((d) => ring[(i + d + ring.length) % ring.length]!);
		return {
			x: near.reduce((sum, { x }) => sum + x, 0) / 5,
			y: near.reduce((sum, { y }) => sum + y, 0) / 5,
		};
	});

/** Ramer, Douglas and Peucker, from the two places farthest apart in the list. */
function simplified(ring: readonly Place[]): Place[] {
	const half = ring.length >> 1;
	return [...line(ring.slice(0, half + 1)), ...line([...ring.slice(half), ring[0]!])];
}

/** Without its last place. */
function line(places: readonly Place[]): Place[] {
	const a = places[0]!;
	const b = places.at(-1)!;
	const length = Math.hypot(b.x - a.x, b.y - a.y);
	let [worst, at] = [0, 0];
	for (let i = 1; i < places.length - 1; i++) {
		const p = places[i]!;
		const distance =
			length > 0
				? Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length
				: Math.hypot(p.x - a.x, p.y - a.y);
		if (distance > worst) [worst, at] = [distance, i];
	}
	if (worst <= tolerance) return [a];
	return [...line(places.slice(0, at + 1)), ...line(places.slice(at))];
}
