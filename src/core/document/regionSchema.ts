import * as z from 'zod/mini';

const place = z.object({
	x: z.number().check(z.minimum(-1e9), z.maximum(1e9)),
	y: z.number().check(z.minimum(-1e9), z.maximum(1e9)),
});

/** How far a stiff thing has come at a moment: turned and scaled about the pivot, then moved. */
const rigidKeySchema = z.object({
	/** Share of the clip. */
	time: z.number().check(z.minimum(0), z.maximum(1)),
	/** Image pixels. */
	x: z.number().check(z.minimum(-1e6), z.maximum(1e6)),
	y: z.number().check(z.minimum(-1e6), z.maximum(1e6)),
	/** Degrees, clockwise. */
	turn: z.number().check(z.minimum(-36_000), z.maximum(36_000)),
	scale: z.number().check(z.minimum(0.01), z.maximum(100)),
});

/** The motion that the region's tracks were given together; their own points hold it, this is to change it by. */
export const rigidMotionSchema = z.object({
	/** Image pixels. */
	pivot: place,
	/** In order of time. */
	keys: z.array(rigidKeySchema).check(z.maxLength(120)),
});

/** A part of the picture that belongs to tracks: what moves with them. The draft cuts it out along its edge. */
export const regionSchema = z.object({
	id: z.string().check(z.minLength(1), z.maxLength(64)),
	name: z.string().check(z.maxLength(200)),
	/** One or more tracks of the document; a region that has none left goes with the last of them. */
	trackIds: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(5_000)),
	/** Closed rings of 3 places or more, image pixels, the last joined to the first; inside by the even-odd rule, so a ring in a ring is a hole. */
	rings: z
		.array(z.array(place).check(z.minLength(3), z.maxLength(20_000)))
		.check(z.maxLength(1_000)),
	/** Width of the soft edge, image pixels; 0 is hard. */
	feather: z.number().check(z.minimum(0), z.maximum(1_000)),
	motion: z.optional(rigidMotionSchema),
});
