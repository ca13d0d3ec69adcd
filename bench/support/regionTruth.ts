import type { ImagePoint, Rect } from '../../src/core/geometry/point.ts';
import { depthInside } from '../../src/core/region/depthInside.ts';
import { maskOfBrush, maskOfRings } from '../../src/core/region/masks.ts';

/* Gestures as a person would make them round a thing whose mask is known. */

interface Size {
	readonly width: number;
	readonly height: number;
}

/** How much wider than the thing a box or lasso is drawn, on each side, as a share of the thing. */
const loose = 0.06;

export function boxMask({ x, y, width, height }: Rect, size: Size): Uint8Array {
	const dx = width * loose;
	const dy = height * loose;
	const [left, top, right, bottom] = [x - dx, y - dy, x + width + dx, y + height + dy];
	return maskOfRings(
		[
			[
				{ x: left, y: top },
				{ x: right, y: top },
				{ x: right, y: bottom },
				{ x: left, y: bottom },
			],
		],
		size,
	);
}

/** The convex hull, wider by a share of the bounds' short side. */
export function lassoMask(mask: Uint8Array, bounds: Rect, size: Size): Uint8Array {
	const hull = hullOf(mask, size.width);
	const inside = maskOfRings([hull], size);
	const radius = loose * Math.min(bounds.width, bounds.height);
	const rim = maskOfBrush([...hull, hull[0]!], radius, size);
	return inside.map((value, i) => value | rim[i]!);
}

/** Monotone chain. */
function hullOf(mask: Uint8Array, width: number): ImagePoint[] {
	const places: ImagePoint[] = [];
	mask.forEach((value, i) => {
		if (value !== 1) return;
		const x = i % width;
		const y = (i - x) / width;
		if (mask[i - 1] !== 1) places.push({ x, y }, { x, y: y + 1 });
		if (mask[i + 1] !== 1) places.push({ x: x + 1, y }, { x: x + 1, y: y + 1 });
	});
	places.sort((a, b) => a.x - b.x || a.y - b.y);
	const half = (list: readonly ImagePoint[]) => {
		const chain: ImagePoint[] = [];
		for (const p of list) {
			while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
			chain.push(p);
		}
		return chain.slice(0, -1);
	};
	return [...half(places), ...half(places.toReversed())];
}

const turn = (o: ImagePoint, a: ImagePoint, b: ImagePoint): number =>
	(a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The middle of its thickest part. */
export function clickPlace(mask: Uint8Array, { width, height }: Size): ImagePoint {
	const depth = depthInside(mask, width, height);
	const at = depth.reduce((best, value, i) => (value > depth[best]! ? i : best), 0);
	return { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 };
}

/** Intersection over union. */
export function likeness(a: Uint8Array, b: Uint8Array): number {
	let [both, any] = [0, 0];
	for (let i = 0; i < a.length; i++) {
		both += a[i]! & b[i]!;
		any += a[i]! | b[i]!;
	}
	return any > 0 ? both / any : 0;
}
