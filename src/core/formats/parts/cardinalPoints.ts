import type { ControlPoint } from '../../document/document.ts';
import type { XY } from './fields.ts';

/**
 * Bezier points of a cardinal spline: at each point the handles lie along the chord of its neighbours, `reach` times as long; the
 * ends use themselves in place of the neighbour they lack. Two points make a straight line, reach 0 makes corners.
 */
export function cardinalPoints(points: readonly XY[], reach: number): ControlPoint[] {
	if (points.length < 3 || reach === 0) return cornerPoints(points);
	return points.map(({ x, y }, i) => {
		const before = points[Math.max(0, i - 1)]!;
		const after = points[Math.min(points.length - 1, i + 1)]!;
		const dx = (after.x - before.x) * reach;
		const dy = (after.y - before.y) * reach;
		return { x, y, mode: 'bezier', handleIn: { x: -dx, y: -dy }, handleOut: { x: dx, y: dy } };
	});
}

/** Straight lines from point to point. */
export const cornerPoints = (points: readonly XY[]): ControlPoint[] =>
	points.map(({ x, y }) => ({ x, y, mode: 'corner' }));
