import type { ControlPoint } from '../document/document.ts';
import { fitBezier } from './strokeBezier.ts';
import { findCorners } from './strokeCorners.ts';
import { fitSection } from './strokeSection.ts';
import { cleanStroke, type Stroke, smoothStroke } from './strokeShape.ts';

export interface StrokePoint {
	readonly x: number;
	readonly y: number;
	readonly timeMs?: number;
}

/**
 * Control points of a path along a freehand stroke: smooth ones, and corners where the hand turned sharply;
 * Bezier ones throughout where tight loops would take more than a smooth point per 20 tolerances.
 * Every point of the stroke lies within the tolerance of the path and the path within it of the stroke.
 * @param stroke Pointer positions, image pixels; doubled and not finite ones are dropped.
 * @param toleranceImagePx Above 0. For 2 screen px at a zoom of z screen px per image px: 2 / z.
 * @returns Few points: about one per 40 px of path for a hand's strokes at 2 px. A stroke that never leaves the
 * tolerance round its first point (a tap) is one point; an empty one is none. The ends are the stroke's own.
 * Cost: O(points x points per segment); a stroke of 2000 points takes some tens of milliseconds.
 */
export function fitStroke(
	stroke: readonly StrokePoint[],
	toleranceImagePx: number,
): ControlPoint[] {
	if (!(toleranceImagePx > 0)) throw new RangeError(`Tolerance ${toleranceImagePx} is not above 0`);
	const raw = cleanStroke(stroke, toleranceImagePx);
	if (raw.count === 0) return [];
	if (isTap(raw, toleranceImagePx)) return [{ x: raw.xs[0]!, y: raw.ys[0]!, mode: 'smooth' }];

	const smooth = smoothStroke(raw, toleranceImagePx);
	const breaks = [0, ...findCorners(raw, toleranceImagePx), raw.count - 1];
	const points = fitSmooth(raw, smooth, breaks, toleranceImagePx);
	const budget = 1 + smooth.lengths[smooth.count - 1]! / (20 * toleranceImagePx);
	if (points && points.length <= budget) return points;
	const bezier = fitBezier(raw, smooth, breaks, toleranceImagePx);
	return points && points.length <= bezier.length ? points : bezier;
}

function fitSmooth(
	raw: Stroke,
	smooth: Stroke,
	breaks: readonly number[],
	tolerance: number,
): ControlPoint[] | undefined {
	const points: ControlPoint[] = [];
	for (let i = 0; i + 1 < breaks.length; i++) {
		const section = fitSection(raw, smooth, breaks[i]!, breaks[i + 1]!, tolerance);
		if (!section) return undefined;
		points.push(...(i === 0 ? section : section.slice(1)));
		const isCorner = i + 2 < breaks.length;
		if (isCorner) points.push({ ...points.pop()!, mode: 'corner' });
	}
	return points;
}

function isTap({ xs, ys, count }: Stroke, tolerance: number): boolean {
	for (let i = 1; i < count; i++)
		if (Math.hypot(xs[i]! - xs[0]!, ys[i]! - ys[0]!) > tolerance) return false;
	return true;
}
