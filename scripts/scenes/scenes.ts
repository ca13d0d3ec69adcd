import { firstSix } from './firstSix.ts';
import type { Scene } from './kit/scene.ts';

/** Every starter shot. */
export const scenes: readonly Scene[] = [...firstSix];
