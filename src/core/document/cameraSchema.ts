import * as z from 'zod/mini';

/*
 * The camera of a shot: how the view of the picture moves. At share 0 it is always at rest, as the first frame is the
 * start picture; before the first key it goes from rest to that key. What it does to positions: `cameraAt`.
 */

/** How the way to a key is paced. The last ones shoot beyond it, bounce at it, or jump there at its time. */
export const cameraEasings = [
	'linear',
	'easeIn',
	'easeOut',
	'easeInOut',
	'back',
	'bounce',
	'elastic',
	'hold',
] as const;

const imagePx = z.number().check(z.minimum(-1e6), z.maximum(1e6));

const cameraKeySchema = z.object({
	/** Share of the clip at which the camera is there. */
	time: z.number().check(z.minimum(0), z.maximum(1)),
	/** Pan: how far the picture has moved, image pixels, right and down. A camera that turns right moves it left. */
	x: imagePx,
	y: imagePx,
	/** 1 as in the picture, 2 twice as large, about the frame's centre. */
	zoom: z.number().check(z.minimum(0.05), z.maximum(20)),
	/** Degrees by which the picture has turned clockwise about the frame's centre. */
	roll: z.number().check(z.minimum(-3600), z.maximum(3600)),
	/** Orbit: how far the background has slid to the right, image pixels; a track slides `depth` times as far. */
	orbit: imagePx,
	/** How far a hand that holds the camera strays, image pixels; see `createHandheld`. */
	handheld: z.number().check(z.minimum(0), z.maximum(1e4)),
	/** Of the way here from the key before. */
	easing: z.enum(cameraEasings),
});

export const cameraSchema = z.object({
	/** In the order of their times. */
	keys: z.array(cameraKeySchema).check(z.maxLength(200)),
	/** Of the handheld shake: another seed, another shake. */
	seed: z.int().check(z.minimum(0), z.maximum(4_294_967_295)),
});
