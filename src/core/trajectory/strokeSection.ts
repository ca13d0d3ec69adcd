import type { ControlPoint } from '../document/document.ts';
import { createCurve } from '../geometry/curve.ts';
import { flattenCurve } from '../geometry/flattenCurve.ts';
import { areNear } from './strokeNearness.ts';
import { type Stroke, strokePart } from './strokeShape.ts';

/**
 * Smooth control points along the part `from`..`to` (indices) of a stroke without corners inside.
 * Evenly spaced points, as few as keep the tolerance, then each one that can go goes.
 * @returns undefined when no choice of the stroke's positions keeps the tolerance.
 */
export function fitSection(
	raw: Stroke,
	smooth: Stroke,
	from: number,
	to: number,
	tolerance: number,
): ControlPoint[] | undefined {
	const fit: SectionFit = { raw, smooth, tolerance };
	let segments = 1;
	let keys = [from, to];
	while (!keepsTolerance(fit, keys, 0, keys.length - 2)) {
		if (keys.length === to - from + 1) return undefined;
		segments = Math.max(segments + 1, Math.ceil(segments * 1.15));
		keys = evenKeys(smooth, from, to, segments);
	}
	for (let i = keys.length - 2; i > 0; i--) {
		const without = keys.toSpliced(i, 1);
		// A point shapes two segments on either side of it.
		if (keepsTolerance(fit, without, i - 2, i + 1)) keys = without;
	}
	return keys.map((key) => pointAt(fit, key, from, to));
}

interface SectionFit {
	readonly raw: Stroke;
	readonly smooth: Stroke;
	readonly tolerance: number;
}

function evenKeys({ lengths }: Stroke, from: number, to: number, segments: number): number[] {
	const keys = [from];
	const total = lengths[to]! - lengths[from]!;
	let at = from;
	for (let n = 1; n < segments; n++) {
		const target = lengths[from]! + (total * n) / segments;
		while (at < to && lengths[at + 1]! <= target) at++;
		const nearest = target - lengths[at]! > lengths[at + 1]! - target ? at + 1 : at;
		if (nearest > keys.at(-1)! && nearest < to) keys.push(nearest);
	}
	keys.push(to);
	// So few positions that keys fell together: take every position.
	return segments > to - from ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : keys;
}

/** Positions without tremor, but the ends of the section as drawn. */
function pointAt(fit: SectionFit, key: number, from: number, to: number): ControlPoint {
	const source = key === from || key === to ? fit.raw : fit.smooth;
	return { x: source.xs[key]!, y: source.ys[key]!, mode: 'smooth' };
}

/** Whether segments `first`..`last` of the curve through the keys lie within the tolerance of the stroke, both ways. */
function keepsTolerance(
	fit: SectionFit,
	keys: readonly number[],
	first: number,
	last: number,
): boolean {
	const start = Math.max(0, first);
	const end = Math.min(keys.length - 2, last);
	// The curve of a segment depends on one key beyond each of its ends.
	const windowStart = Math.max(0, start - 1);
	const windowEnd = Math.min(keys.length - 1, end + 2);
	const window = keys.slice(windowStart, windowEnd + 1);
	const points = window.map((key) => pointAt(fit, key, keys[0]!, keys.at(-1)!));
	const { vertices, segmentStarts } = flattenCurve(createCurve(points, false), fit.tolerance / 40);
	for (let segment = start; segment <= end; segment++) {
		const at = segment - windowStart;
		const line = vertices.subarray(segmentStarts[at]! * 2, segmentStarts[at + 1]! * 2 + 2);
		const drawn = strokePart(fit.raw, keys[segment]!, keys[segment + 1]!);
		if (!areNear(drawn, line, fit.tolerance * 0.98)) return false;
	}
	return true;
}
