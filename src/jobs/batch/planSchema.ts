import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(4096));
const sentence = z.string().check(z.maxLength(20_000));
const whole = z.int().check(z.minimum(0));
const number = z.number();
const lora = z.union([text, z.strictObject({ name: text, strength: z.optional(z.number()) })]);

/** What a job may say. `track` and `text` are ATI's own names. */
const fields = {
	name: z.optional(z.string().check(z.regex(/^[^/\\]{1,100}$/))),
	output: z.optional(text),
	image: z.optional(text),
	track: z.optional(text),
	tracks: z.optional(text),
	text: z.optional(sentence),
	prompt: z.optional(sentence),
	negative: z.optional(sentence),
	seed: z.optional(whole),
	steps: z.optional(whole),
	cfg: z.optional(number),
	sampler: z.optional(text),
	scheduler: z.optional(text),
	shift: z.optional(number),
	temperature: z.optional(number),
	topk: z.optional(whole),
	width: z.optional(whole),
	height: z.optional(whole),
	length: z.optional(whole),
	fps: z.optional(number),
	exactSamples: z.optional(z.boolean()),
	loras: z.optional(z.array(lora)),
	diffusionModel: z.optional(text),
	weightType: z.optional(text),
	textEncoder: z.optional(text),
	vae: z.optional(text),
	clipVision: z.optional(text),
	workflow: z.optional(text),
} as const;

export const planJobSchema = z.strictObject(fields);
export type PlanJob = z.infer<typeof planJobSchema>;

/** `seeds` in a job multiplies it. */
export const listedJobSchema = z.strictObject({ ...fields, seeds: z.optional(z.array(whole)) });

/** One value or a list of them a field. */
export const gridSchema = z.strictObject(
	Object.fromEntries(
		Object.entries(fields)
			.filter(([field]) => field !== 'name' && field !== 'output')
			.map(([field, schema]) => [field, z.optional(z.union([schema, z.array(schema)]))]),
	),
);
