import { alley } from './alley.ts';
import { beachBall } from './beachBall.ts';
import { beeScene } from './bee.ts';
import { canyon } from './canyon.ts';
import { clock } from './clock.ts';
import { ducks } from './ducks.ts';
import { firstSix } from './firstSix.ts';
import { frogScene } from './frog.ts';
import { gondolaScene } from './gondola.ts';
import type { Scene } from './kit/scene.ts';
import { kiteScene } from './kite.ts';
import { lanternScene } from './lanterns.ts';
import { moonScene } from './moon.ts';
import { penguinScene } from './penguin.ts';
import { robot } from './robot.ts';
import { windmill } from './windmill.ts';

/** Every starter shot. */
export const scenes: readonly Scene[] = [
	...firstSix,
	windmill,
	lanternScene,
	beachBall,
	frogScene,
	clock,
	beeScene,
	penguinScene,
	ducks,
	gondolaScene,
	kiteScene,
	moonScene,
	canyon,
	alley,
	robot,
];
