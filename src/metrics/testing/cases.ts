import { sampleIndexOfFrame } from '#core/guidance/sampleIndexOfFrame.ts';
import type { Mover, Pose, Scene } from './movingScene.ts';

/** A video of known motion and the plan it is measured against. */
export interface Case {
	readonly scene: Scene;
	/** 121 x 2 values a track. */
	readonly samples: readonly Float64Array[];
}

export const caseSize = { width: 208, height: 120 };
export const caseLength = 41;

export type Path = (share: number) => readonly [dx: number, dy: number];

export const still: Path = () => [0, 0];
export const right: Path = (share) => [80 * share, 0];
export const bow: Path = (share) => [70 * share, -30 * Math.sin(Math.PI * share)];

const indices = sampleIndexOfFrame(caseLength);

/** Share of the clip that a frame shows, as the node reads it. */
const shareOf = (frame: number): number => indices[frame]! / 120;

export const samplesOf = (x: number, y: number, path: Path, count = 121): Float64Array => {
	const samples = new Float64Array(2 * count);
	for (let i = 0; i < count; i++) {
		const [dx, dy] = path(i / 120);
		samples.set([x + dx, y + dy], 2 * i);
	}
	return samples;
};

export interface Thing {
	readonly x: number;
	readonly y: number;
	readonly half?: number;
	/** Where it is to go. */
	readonly plan: Path;
	/** Where it goes; default as planned. */
	readonly real?: Path;
	readonly pose?: (share: number) => Omit<Pose, 'dx' | 'dy'>;
	readonly flat?: number;
}

/** A case of squares over a still ground. */
export function caseOf(things: readonly Thing[], more: Partial<Scene> = {}): Case {
	const movers = things.map(
		({ x, y, half = 22, plan, real = plan, pose, flat }): Mover => ({
			...{ x, y, half },
			...(flat === undefined ? {} : { flat }),
			pose: (frame) => {
				const [dx, dy] = real(shareOf(frame));
				return { dx, dy, ...pose?.(shareOf(frame)) };
			},
		}),
	);
	return {
		scene: { ...caseSize, frameCount: caseLength, movers, ...more },
		samples: things.map(({ x, y, plan }) => samplesOf(x, y, plan)),
	};
}
