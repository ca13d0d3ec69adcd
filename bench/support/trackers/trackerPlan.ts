import type { Scene } from '../../../src/metrics/testing/movingScene.ts';

const moved = (k: number) => ({ dx: 3 * k, dy: 30 * Math.sin(k / 12) });

export const trackerScene = {
	width: 832,
	height: 480,
	frameCount: 81,
	movers: [{ x: 260, y: 240, half: 150, pose: moved }],
	ground: (k: number) => ({ dx: k / 4, dy: 0 }),
} satisfies Scene;

/** 50 points on what moves. */
export const trackerStarts = Array.from({ length: 50 }, (_, i) => ({
	x: 145 + (i % 10) * 25,
	y: 140 + Math.floor(i / 10) * 48,
}));

/** The plan that the scene follows: 121 places a track. */
export const trackerSamples = trackerStarts.map(({ x, y }) =>
	Float64Array.from({ length: 242 }, (_, at) => {
		const { dx, dy } = moved((at >> 1) / 1.5);
		return at % 2 === 0 ? x + dx : y + dy;
	}),
);

/** Mean distance from the truth, px. @param places x, y a frame and point. */
export function meanMissPx(places: ArrayLike<number>): number {
	let sum = 0;
	for (let k = 0, at = 0; k < trackerScene.frameCount; k++)
		for (const { x, y } of trackerStarts) {
			const { dx, dy } = moved(k);
			sum += Math.hypot(places[at++]! - x - dx, places[at++]! - y - dy);
		}
	return sum / (trackerScene.frameCount * trackerStarts.length);
}
