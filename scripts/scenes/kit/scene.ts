import { readFileSync } from 'node:fs';
import {
	type CameraKey,
	type ControlPoint,
	type Timing,
	type Track,
	wholeClip,
} from '../../../src/core/document/document.ts';
import { filters } from './filters.ts';
import type { Place } from './shapes.ts';
import { group } from './svg.ts';

/** A part of a picture that is drawn apart: a thing that moves, or what lies behind or before the things. */
export interface Layer {
	/** `ground` (also what lies before the movers: `ground-front`) or `mover-NAME`. */
	readonly name: `ground${string}` | `mover-${string}`;
	readonly svg: string;
}

/** A starter shot as it is drawn: the picture in layers and the tracks over it, in scene units (frame pixels). */
export interface Scene {
	readonly id: string;
	/** Of the output frame, multiples of 16; the picture has 1.5 times as many pixels. */
	readonly width: number;
	readonly height: number;
	/** The whole picture, every layer a group named by `data-layer`, bottom up. */
	readonly svg: string;
	/** The shot's name. */
	readonly name: string;
	readonly prompt: string;
	readonly tracks: readonly SceneTrack[];
	/** Where the camera goes; pan in scene units. None: it stands. */
	readonly camera?: readonly Partial<CameraKey>[];
}

export interface SceneTrack {
	readonly name: string;
	readonly kind: 'path' | 'pin';
	/** Scene units. The first lies near the place meant: the picture's best corner within `snap` units is taken. */
	readonly points: readonly ControlPoint[];
	/** Default 9; 0 leaves it where it is. */
	readonly snap?: number;
	/** The mover layer it starts on, without `mover-`; none: on the ground. */
	readonly on?: string;
	readonly more?: Partial<Pick<Track, 'timing' | 'closed' | 'groupId' | 'follow'>>;
}

export const pixelsPerUnit = 1.5;

/** A picture of its layers, bottom up. @param defs Gradients and the like. */
export const layered = (
	width: number,
	height: number,
	defs: string,
	layers: readonly Layer[],
): Pick<Scene, 'width' | 'height' | 'svg'> => ({
	width,
	height,
	svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${filters}${defs}</defs>${layers.map(({ name, svg }) => group({ 'data-layer': name }, svg)).join('\n')}</svg>`,
});

/** A picture kept as an SVG file beside the scenes. */
export const drawnIn = (file: string): Pick<Scene, 'width' | 'height' | 'svg'> => ({
	width: 832,
	height: 480,
	svg: readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'),
});

type Knot = Place | readonly [x: number, y: number, more: Partial<ControlPoint>];

/** A path that starts on a mover. */
export const moves = (
	on: string | undefined,
	name: string,
	knots: readonly Knot[],
	more: SceneTrack['more'] & { readonly snap?: number } = {},
): SceneTrack => {
	const { snap, ...rest } = more;
	return {
		name,
		kind: 'path',
		points: knots.map(([x, y, extra]) => ({ x, y, mode: 'smooth', ...extra })),
		...(on === undefined ? {} : { on }),
		...(snap === undefined ? {} : { snap }),
		more: rest,
	};
};

/** Still points on the ground, named Pin 1, Pin 2 ... */
export const pins = (...places: readonly Place[]): SceneTrack[] =>
	places.map(([x, y], i) => ({
		name: `Pin ${i + 1}`,
		kind: 'pin',
		points: [{ x, y, mode: 'smooth' }],
	}));

/** Timing for the whole clip but for what is told. */
export const timed = (patch: Partial<Timing>): { readonly timing: Timing } => ({
	timing: { ...wholeClip, ...patch },
});
