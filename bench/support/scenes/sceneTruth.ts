import { pixelsPerUnit, type Scene } from '../../../scripts/scenes/kit/scene.ts';
import { type DrawnScene, drawScene } from '../../../scripts/scenes/render/drawScene.ts';
import { withScenePage } from '../../../scripts/scenes/render/withScenePage.ts';
import { scenes } from '../../../scripts/scenes/scenes.ts';

/** Ids of all starter shots that have something that moves: those of a camera alone have no mask to judge by. */
export const sceneIds: readonly string[] = scenes.map(({ id }) => id);

/**
 * Draws starter shots anew with what they are made of: the picture, the ground without movers, a mask of each mover.
 * @param ids Default: all.
 * @param size `frame`: as the draft and the model see it (832 x 480, 480 x 832, 624 x 624); `picture`: 1.5 times as large,
 * as in public/examples.
 * Cost: starts a Chromium; about a second a scene.
 */
export async function* sceneTruth(
	ids: readonly string[] = sceneIds,
	size: 'frame' | 'picture' = 'frame',
): AsyncGenerator<DrawnScene, void, void> {
	const chosen = scenes.filter(({ id }) => ids.includes(id));
	const drawn = await withScenePage(
		async (page) => {
			const done: DrawnScene[] = [];
			for (const scene of chosen) done.push(await drawScene(page, scene as Scene));
			return done;
		},
		size === 'frame' ? 1 : pixelsPerUnit,
	);
	yield* drawn;
}
