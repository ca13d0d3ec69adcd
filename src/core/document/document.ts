import * as z from 'zod/mini';
import { cameraSchema } from './cameraSchema.ts';
import { regionSchema, type rigidMotionSchema } from './regionSchema.ts';

/*
 * The document: everything of a shot that is undoable and saved. Immutable plain values.
 * Points live in image space, so that a new output size or crop keeps them on the content.
 */

const share = z.number().check(z.minimum(0), z.maximum(1));
// zod's number refuses NaN and the infinities; the bound keeps squares and cubes of differences finite.
const finite = z.number().check(z.minimum(-1e9), z.maximum(1e9));

const pointSchema = z.object({ x: finite, y: finite });

/** Through a `smooth` point the curve passes without a kink; at a `corner` it may turn sharply. */
export const pointModes = ['smooth', 'corner', 'bezier'] as const;

const controlPointSchema = z.object({
	/** Image pixels; outside the image is allowed. */
	x: finite,
	y: finite,
	mode: z.enum(pointModes),
	/** Bezier handles relative to the point, image pixels; only read when mode is `bezier`. */
	handleIn: z.optional(pointSchema),
	handleOut: z.optional(pointSchema),
	/** Share of the clip (0..1) at which the track passes here; absent: the point roves. */
	time: z.optional(share),
	/** Speed at a fixed place (an end, or a point with `time`) as a multiple of the automatic one; absent: 1. */
	pace: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
	/** The same for the part before it, where the pair is broken; absent: `pace`. */
	paceIn: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
});

/** Eased over the whole motion; never turning back. */
export const smoothEasings = ['linear', 'easeIn', 'easeOut', 'easeInOut'] as const;

/** `back` and `elastic` shoot beyond the end; `steps` and `hold` jump; `bezier` is the track's own `curve`. */
export const easings = [
	...smoothEasings,
	'back',
	'bounce',
	'elastic',
	'steps',
	'hold',
	'bezier',
] as const;

const timingSchema = z.object({
	/** Share of the clip at which the motion begins (it holds still before) and ends (it holds after). start < end. */
	start: share,
	end: share,
	easing: z.enum(easings),
	/** x1 y1 x2 y2 of the easing `bezier`, as CSS writes it; absent: 0.42 0 0.58 1. */
	curve: z.optional(
		z.tuple([
			share,
			z.number().check(z.minimum(-5), z.maximum(5)),
			share,
			z.number().check(z.minimum(-5), z.maximum(5)),
		]),
	),
	/** Jumps of the easing `steps`; absent: 4. */
	steps: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
	/** start..end is one pass; more follow it without a gap as far as the clip goes, every second one backwards with `pingPong`. */
	repeat: z.optional(
		z.object({ count: z.int().check(z.minimum(1), z.maximum(1000)), pingPong: z.boolean() }),
	),
	/** Share of the clip at which the model is told no more of this track; absent: never. */
	release: z.optional(share),
});

/** Moves a track with another one, see `sampleDocumentTrack`. */
const followSchema = z.object({
	/** The leader; one that is missing, or that follows this track, leads nowhere. */
	trackId: z.string().check(z.minLength(1), z.maxLength(64)),
	/** Share of the clip by which it comes after its leader. */
	delay: share,
	/** Turns round the leader as the leader's direction turns. */
	rotate: z.boolean(),
	/** Share of the leader's motion that it makes: 1 all, 0.5 half (farther away), -1 the mirror image. */
	scale: z.number().check(z.minimum(-10), z.maximum(10)),
});

/** 1..12, an index into the palette of tokens.css (`--track-N`). */
const colorSchema = z.int().check(z.minimum(1), z.maximum(12));

const trackSchema = z.object({
	id: z.string().check(z.minLength(1), z.maxLength(64)),
	name: z.string().check(z.maxLength(200)),
	color: colorSchema,
	visible: z.boolean(),
	locked: z.boolean(),
	/** A `pin` is one still point; a `path` has one control point or more. */
	kind: z.enum(['path', 'pin']),
	points: z.array(controlPointSchema).check(z.minLength(1), z.maxLength(10_000)),
	closed: z.boolean(),
	/** Tracks with the same one are a group: selecting one selects them all. */
	groupId: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
	timing: timingSchema,
	follow: z.optional(followSchema),
	/** The camera leaves it alone: what it is told is where it is on the screen. Absent: it moves with the camera. */
	staysOnScreen: z.optional(z.boolean()),
	/** How it slides when the camera orbits, as a multiple of the background: 1 with it, 0 not at all, -1 against it. Absent: 1. */
	depth: z.optional(z.number().check(z.minimum(-1), z.maximum(1))),
});

const imageRefSchema = z.object({
	/** Lower-case hex of the bytes the person gave us. */
	sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	/** Pixels after orientation. */
	width: z.int().check(z.minimum(1)),
	height: z.int().check(z.minimum(1)),
	name: z.string().check(z.maxLength(400)),
	mediaType: z.string().check(z.maxLength(100)),
});

const frameSchema = z.object({
	width: z.int().check(z.minimum(16), z.maximum(16_384)),
	height: z.int().check(z.minimum(16), z.maximum(16_384)),
	/** Frames in the clip. Legal for ATI: 4n+1, at least 5, length-1 no multiple of 120 (see lint). */
	length: z.int().check(z.minimum(1), z.maximum(16_384)),
	fps: z.number().check(z.minimum(1), z.maximum(120)),
	/** Centre of the crop as shares of the image, and zoom 1 (cover) or more. (0.5, 0.5, 1) is ComfyUI's own crop. */
	crop: z.object({ x: share, y: share, zoom: z.number().check(z.minimum(1), z.maximum(50)) }),
});

/** A file of the server's models/loras, and how strongly it bends the diffusion model. */
const loraSchema = z.object({
	name: z.string().check(z.minLength(1), z.maxLength(400)),
	/** 1 as its maker meant it, 0 nothing; negative turns it round. ComfyUI's own range. */
	strength: z.number().check(z.minimum(-100), z.maximum(100)),
});

const shotSchema = z.object({
	prompt: z.string().check(z.maxLength(20_000)),
	negative: z.string().check(z.maxLength(20_000)),
	/** 0 .. 2^53-1: ComfyUI takes more, JavaScript's numbers do not. */
	seed: z.int().check(z.minimum(0)),
	/** New seed each time Generate is pressed; the one used is stored with the result. */
	newSeedEachTime: z.boolean(),
	steps: z.int().check(z.minimum(1), z.maximum(10_000)),
	cfg: z.number().check(z.minimum(0), z.maximum(100)),
	sampler: z.string().check(z.maxLength(200)),
	scheduler: z.string().check(z.maxLength(200)),
	shift: z.number().check(z.minimum(0), z.maximum(100)),
	temperature: z.number().check(z.minimum(1), z.maximum(1000)),
	topk: z.int().check(z.minimum(1), z.maximum(10)),
	/** Samples moved in time so that each video frame reads its own position (see `exactSamples`); absent: as in training. */
	exactSamples: z.optional(z.boolean()),
	/** Id of a graph in workflows/. */
	workflow: z.string().check(z.maxLength(200)),
	/** Applied in this order. Shots from before there were any have none. */
	loras: z._default(z.array(loraSchema).check(z.maxLength(16)), []),
});

export const documentSchema = z.object({
	version: z.literal(1),
	name: z.string().check(z.maxLength(200)),
	image: z.nullable(imageRefSchema),
	frame: frameSchema,
	tracks: z.array(trackSchema).check(z.maxLength(5_000)),
	shot: shotSchema,
	/** Documents from before there was a camera have one at rest. */
	camera: z._default(cameraSchema, { keys: [], seed: 1 }),
	/** In no order; ids are unique. */
	regions: z._default(z.array(regionSchema).check(z.maxLength(500)), []),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type WanDocument = DeepReadonly<z.infer<typeof documentSchema>>;
export type Track = DeepReadonly<z.infer<typeof trackSchema>>;
export type ControlPoint = DeepReadonly<z.infer<typeof controlPointSchema>>;
export type PointMode = (typeof pointModes)[number];
export type Timing = DeepReadonly<z.infer<typeof timingSchema>>;
export type Easing = (typeof easings)[number];
export type Follow = DeepReadonly<z.infer<typeof followSchema>>;
export type OutputFrame = DeepReadonly<z.infer<typeof frameSchema>>;
export type Shot = DeepReadonly<z.infer<typeof shotSchema>>;
export type Lora = DeepReadonly<z.infer<typeof loraSchema>>;
export type ImageRef = DeepReadonly<z.infer<typeof imageRefSchema>>;
export type Camera = DeepReadonly<z.infer<typeof cameraSchema>>;
export type CameraKey = Camera['keys'][number];
export type Region = DeepReadonly<z.infer<typeof regionSchema>>;
export type RigidMotion = DeepReadonly<z.infer<typeof rigidMotionSchema>>;
export type RigidKey = RigidMotion['keys'][number];

/** Samples WanTrackToVideo reads from each track, at times i/120 of the clip. Source: shared facts, wan_track. */
export const SAMPLE_COUNT = 121;

export const defaultShot: Shot = {
	prompt: '',
	negative: '',
	seed: 48,
	newSeedEachTime: true,
	steps: 20,
	cfg: 3,
	sampler: 'uni_pc',
	scheduler: 'simple',
	shift: 8,
	temperature: 220,
	topk: 2,
	workflow: 'video_wan_ati',
	loras: [],
};

export const defaultFrame: OutputFrame = {
	width: 832,
	height: 480,
	length: 81,
	fps: 16,
	crop: { x: 0.5, y: 0.5, zoom: 1 },
};

/** At rest for the whole clip. */
export const stillCamera: Camera = { keys: [], seed: 1 };

export const emptyDocument: WanDocument = {
	version: 1,
	name: 'Untitled shot',
	image: null,
	frame: defaultFrame,
	tracks: [],
	shot: defaultShot,
	camera: stillCamera,
	regions: [],
};

export const wholeClip: Timing = { start: 0, end: 1, easing: 'linear' };

/**
 * A new track with the next free colour and number of this document.
 * @param points One point or more, image pixels; a pin takes the first only.
 */
export function createTrack(
	document: WanDocument,
	id: string,
	kind: Track['kind'],
	points: readonly ControlPoint[],
): Track {
	const number = 1 + Math.max(0, ...document.tracks.map((t) => defaultNumber(t, kind)));
	const used = new Set(document.tracks.map((t) => t.color));
	let color = 1;
	while (color < 12 && used.has(color)) color++;
	if (used.has(color)) color = (document.tracks.length % 12) + 1;
	return {
		id,
		name: `${defaultName[kind]} ${number}`,
		color,
		visible: true,
		locked: false,
		kind,
		points: kind === 'pin' ? points.slice(0, 1) : points,
		closed: false,
		timing: wholeClip,
	};
}

const defaultName = { path: 'Track', pin: 'Pin' } as const;

/** The N of a track still called "Track N" or "Pin N"; 0 for others, so that no default name is given twice. */
function defaultNumber(track: Track, kind: Track['kind']): number {
	const number = new RegExp(`^${defaultName[kind]} (\\d{1,6})$`).exec(track.name)?.[1];
	return track.kind === kind && number ? Number(number) : 0;
}
