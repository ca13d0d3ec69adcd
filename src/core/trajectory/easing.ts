import type { Easing } from '../document/document.ts';

/**
 * Progress 0..1 for a share 0..1 of the moving time; 0 and 1 stay where they are, never falling.
 * The eased ones are quadratic: constant acceleration, as a thing that is pushed or braked.
 */
export function ease(easing: Easing, p: number): number {
	switch (easing) {
		case 'linear':
			return p;
		case 'easeIn':
			return p * p;
		case 'easeOut':
			return p * (2 - p);
		case 'easeInOut':
			return p < 0.5 ? 2 * p * p : 1 - 2 * (1 - p) * (1 - p);
	}
}
