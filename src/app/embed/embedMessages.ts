import * as z from 'zod/mini';

/*
 * What ComfyUI's page and the editor in its dialog say to each other, by postMessage within one origin. Either side checks the
 * origin, the sender and these schemas, and takes nothing else in.
 */

/** Of the messages, not of the app: it grows when an older half would misunderstand. */
const protocol = z.literal('wan-ati-studio/1');

/** Numbers of a WanTrackToVideo node that the editor shows and may change. */
export const nodeNumbers = ['width', 'height', 'length', 'temperature', 'topk'] as const;

const numbersSchema = z.object({
	width: z.optional(z.number()),
	height: z.optional(z.number()),
	length: z.optional(z.number()),
	temperature: z.optional(z.number()),
	topk: z.optional(z.number()),
});

/** As the node takes them: 32 MB is what the reader of tracks takes at most. */
const tracksSchema = z.string().check(z.maxLength(32 * 1024 * 1024));

/** A file of the server, as /view names it. */
const pictureSchema = z.object({
	filename: z.string().check(z.minLength(1), z.maxLength(400)),
	subfolder: z.string().check(z.maxLength(1000)),
	type: z.enum(['input', 'output', 'temp']),
});

const openSchema = z.object({
	protocol,
	kind: z.literal('open'),
	node: z.object({
		id: z.string().check(z.maxLength(100)),
		title: z.string().check(z.maxLength(400)),
	}),
	tracks: tracksSchema,
	numbers: numbersSchema,
	/** Those that another node of the workflow works out: what the editor says of them does not get back. */
	fixed: z.array(z.enum(nodeNumbers)),
	/** The tracks come out of another node that works them out: using the editor's takes that link away. */
	cutsLink: z.boolean(),
	prompt: z.optional(z.string().check(z.maxLength(20_000))),
	negative: z.optional(z.string().check(z.maxLength(20_000))),
	/** What ComfyUI's page looks like. */
	theme: z.enum(['dark', 'light']),
	/** Null: no picture that the server has is connected. */
	picture: z.nullable(pictureSchema),
	/** The document that these tracks were made in, as the editor gave it; checked by its own schema. */
	document: z.optional(z.unknown()),
});

const usedSchema = z.object({ protocol, kind: z.literal('used') });
const notUsedSchema = z.object({ protocol, kind: z.literal('notUsed') });

/** From ComfyUI's page. */
export const hostMessageSchema = z.discriminatedUnion('kind', [
	openSchema,
	/** The tracks are in the node. */
	usedSchema,
	/** They are not: the node is gone. */
	notUsedSchema,
]);

const useSchema = z.object({
	protocol,
	kind: z.literal('use'),
	tracks: tracksSchema,
	numbers: numbersSchema,
	/** Kept with the node, so that the tracks stay editable; absent: it would be too large. */
	document: z.optional(z.unknown()),
});

/** From the editor. */
export const studioMessageSchema = z.discriminatedUnion('kind', [
	/** It listens now: `open` may come. */
	z.object({ protocol, kind: z.literal('ready') }),
	useSchema,
	/** The dialog may go. */
	z.object({ protocol, kind: z.literal('close') }),
]);

export type HostMessage = z.infer<typeof hostMessageSchema>;
export type StudioMessage = z.infer<typeof studioMessageSchema>;
export type OpenMessage = z.infer<typeof openSchema>;
export type UseMessage = z.infer<typeof useSchema>;
export type NodeNumbers = z.infer<typeof numbersSchema>;

/** A message without what is the same in each. */
export type Said<Message> = Message extends unknown ? Omit<Message, 'protocol'> : never;

/** Says something to a window of this very origin, and to no other. */
export function say(
	to: Window,
	origin: string,
	message: Said<HostMessage> | Said<StudioMessage>,
): void {
	to.postMessage({ protocol: 'wan-ati-studio/1', ...message }, origin);
}
