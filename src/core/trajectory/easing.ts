import { type Easing, smoothEasings, type Timing } from '../document/document.ts';
import { cubicBezier } from './cubicBezier.ts';

/** Control of the easing `bezier` when a track has none of its own: CSS `ease-in-out`. */
export const defaultCurve = [0.42, 0, 0.58, 1] as const;
export const defaultSteps = 4;

/**
 * Progress for a share 0..1 of the moving time; 0 gives 0, and 1 gives 1.
 * The smooth ones are quadratic: constant acceleration, as a thing that is pushed or braked; they never fall and stay in 0..1.
 * `back` and `elastic` go beyond 1 before they settle, `bounce` falls back from 1, `steps` and `hold` jump.
 * Source: Penner's easing equations (2001) in the form of easings.net; `bezier` as CSS `cubic-bezier`.
 */
export function ease(timing: Pick<Timing, 'easing' | 'curve' | 'steps'>, p: number): number {
	switch (timing.easing) {
		case 'linear':
			return p;
		case 'easeIn':
			return p * p;
		case 'easeOut':
			return p * (2 - p);
		case 'easeInOut':
			return p < 0.5 ? 2 * p * p : 1 - 2 * (1 - p) * (1 - p);
		case 'back':
			return 1 + 2.70158 * (p - 1) ** 3 + 1.70158 * (p - 1) ** 2;
		case 'bounce':
			return bounce(p);
		case 'elastic':
			if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
			return 2 ** (-10 * p) * Math.sin(((p * 10 - 0.75) * 2 * Math.PI) / 3) + 1;
		case 'steps': {
			const steps = timing.steps ?? defaultSteps;
			// Sums of binary fractions fall a hair short of the step that they mean.
			return Math.min(steps, Math.floor(p * steps + 1e-9)) / steps;
		}
		case 'hold':
			return p < 1 ? 0 : 1;
		case 'bezier': {
			const [x1, y1, x2, y2] = timing.curve ?? defaultCurve;
			return cubicBezier(x1, y1, x2, y2, p);
		}
	}
}

/** Whether the easing runs over the whole motion; the others run anew between each two time keys. */
export const isSmooth = (easing: Easing): boolean =>
	(smoothEasings as readonly Easing[]).includes(easing);

function bounce(p: number): number {
	const n = 7.5625;
	const d = 2.75;
	if (p < 1 / d) return n * p * p;
	if (p < 2 / d) return n * (p - 1.5 / d) ** 2 + 0.75;
	if (p < 2.5 / d) return n * (p - 2.25 / d) ** 2 + 0.9375;
	return n * (p - 2.625 / d) ** 2 + 0.984375;
}
