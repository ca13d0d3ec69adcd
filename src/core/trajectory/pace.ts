import type { ControlPoint } from '../document/document.ts';

export type PaceSide = 'in' | 'out';

/** The pace at which a point is reached and left; alike unless the pair was broken. */
export const paceAt = (point: ControlPoint, side: PaceSide): number =>
	(side === 'in' ? point.paceIn : undefined) ?? point.pace ?? 1;

/** A point with another pace (held to 0..10), on both sides or on one, which breaks the pair. Paces of 1 are not kept. */
export function withPace(point: ControlPoint, pace: number, side?: PaceSide): ControlPoint {
	const held = Math.min(10, Math.max(0, pace));
	const reached = side === 'out' ? paceAt(point, 'in') : held;
	const left = side === 'in' ? paceAt(point, 'out') : held;
	const { pace: _pace, paceIn: _paceIn, ...rest } = point;
	return {
		...rest,
		...(left === 1 ? {} : { pace: left }),
		...(reached === left ? {} : { paceIn: reached }),
	};
}
