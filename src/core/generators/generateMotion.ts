import type { ControlPoint, Timing } from '../document/document.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { type GeneratorId, type GeneratorOptions, type Motion, motions } from './motions.ts';

/**
 * Control points with time keys that move like something of the world: ordinary points, to be edited like drawn ones.
 * @param start The first point, image pixels. @param seconds How long the motion lasts.
 * @param timing Its start and end; the keys lie between. @returns 2 points or more, at most 400; the first is `start`.
 */
export function generateMotion(
	id: GeneratorId,
	start: ImagePoint,
	options: GeneratorOptions,
	seconds: number,
	timing: Pick<Timing, 'start' | 'end'>,
): readonly ControlPoint[] {
	const { at, keys }: Motion = motions[id](options, seconds);
	const origin = at(0);
	return keys.map(({ t, isTurn }, i): ControlPoint => {
		const { x, y } = at(t);
		const isInner = i > 0 && i < keys.length - 1;
		return {
			x: start.x + (x - origin.x),
			y: start.y + (y - origin.y),
			mode: isTurn ? 'corner' : 'smooth',
			...(isInner ? { time: timing.start + t * (timing.end - timing.start) } : {}),
		};
	});
}
