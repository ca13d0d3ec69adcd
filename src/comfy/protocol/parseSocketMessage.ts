import * as z from 'zod/mini';
import { parseTolerantJson } from './parseTolerantJson.ts';

/** A text frame that we understand, in our words. Node ids are strings as in the graph. */
export type SocketMessage =
	/** Broadcast to every socket; `sid` only in the greeting. `remaining` counts running and pending runs. */
	| { readonly type: 'status'; readonly remaining: number | undefined; readonly sid?: string }
	| { readonly type: 'featureFlags'; readonly flags: Readonly<Record<string, unknown>> }
	| { readonly type: 'executionStart'; readonly promptId: string }
	| {
			readonly type: 'executionCached';
			readonly promptId: string;
			readonly nodes: readonly string[];
	  }
	/** `node` null: the run is over, well or not. No promptId: sent after a reconnect, or by a very old server. */
	| {
			readonly type: 'executing';
			readonly promptId: string | undefined;
			readonly node: string | null;
	  }
	| {
			readonly type: 'progress';
			readonly promptId: string | undefined;
			readonly node: string | undefined;
			readonly value: number;
			readonly max: number;
	  }
	| {
			readonly type: 'progressState';
			readonly promptId: string;
			readonly nodes: Readonly<Record<string, NodeProgress>>;
	  }
	/** `output`: lists of files by key, as history will have them. */
	| {
			readonly type: 'executed';
			readonly promptId: string;
			readonly node: string;
			readonly output?: unknown;
	  }
	| { readonly type: 'executionSuccess'; readonly promptId: string }
	| { readonly type: 'executionInterrupted'; readonly promptId: string }
	/** Not always the end: a blocked branch sends it and the run goes on. History decides. */
	| { readonly type: 'executionError'; readonly promptId: string };

export interface NodeProgress {
	readonly value: number;
	readonly max: number;
	/** `running`, `finished`, `error`, or what a later server invents. */
	readonly state: string;
}

/**
 * Reads a text frame. Unknown types, other shapes and text that is no JSON give undefined (custom nodes send types of
 * their own); extra keys are allowed. Never throws.
 */
export function parseSocketMessage(frame: string): SocketMessage | undefined {
	const parsed = parseTolerantJson(frame);
	if (!parsed.ok) return undefined;
	const envelope = envelopeSchema.safeParse(parsed.value);
	if (!envelope.success || !Object.hasOwn(readers, envelope.data.type)) return undefined;
	return readers[envelope.data.type]?.(envelope.data.data);
}

const envelopeSchema = z.looseObject({ type: z.string(), data: z.unknown() });

/** Node ids came as numbers from some clients' graphs: both forms are read. */
const nodeId = z.pipe(
	z.union([z.string(), z.number()]),
	z.transform((id: string | number) => String(id)),
);
const ofRun = z.looseObject({ prompt_id: z.string() });
const number = z.number();

const statusSchema = z.looseObject({
	status: z.optional(
		z.looseObject({
			exec_info: z.optional(z.looseObject({ queue_remaining: z.optional(number) })),
		}),
	),
	sid: z.optional(z.nullable(z.string())),
});
const cachedSchema = z.looseObject({ prompt_id: z.string(), nodes: z.array(nodeId) });
const executingSchema = z.looseObject({
	prompt_id: z.optional(z.string()),
	node: z.nullable(nodeId),
});
const progressSchema = z.looseObject({
	prompt_id: z.optional(z.nullable(z.string())),
	node: z.optional(z.nullable(nodeId)),
	value: number,
	max: number,
});
const progressStateSchema = z.looseObject({
	prompt_id: z.string(),
	nodes: z.record(z.string(), z.looseObject({ value: number, max: number, state: z.string() })),
});
const executedSchema = z.looseObject({
	prompt_id: z.string(),
	node: nodeId,
	output: z.optional(z.unknown()),
});
const flagsSchema = z.record(z.string(), z.unknown());

/** A reader of one type: its schema, and our words for what it read. */
function reader<T>(
	schema: z.ZodMiniType<T>,
	tell: (data: T) => SocketMessage,
): (data: unknown) => SocketMessage | undefined {
	return (data) => {
		const read = schema.safeParse(data);
		return read.success ? tell(read.data) : undefined;
	};
}

const readers: Readonly<Record<string, (data: unknown) => SocketMessage | undefined>> = {
	status: reader(statusSchema, ({ status, sid }) => ({
		type: 'status',
		remaining: status?.exec_info?.queue_remaining,
		...(sid ? { sid } : {}),
	})),
	feature_flags: reader(flagsSchema, (flags) => ({ type: 'featureFlags', flags })),
	execution_start: reader(ofRun, (d) => ({ type: 'executionStart', promptId: d.prompt_id })),
	execution_cached: reader(cachedSchema, (d) => ({
		type: 'executionCached',
		promptId: d.prompt_id,
		nodes: d.nodes,
	})),
	executing: reader(executingSchema, (d) => ({
		type: 'executing',
		promptId: d.prompt_id,
		node: d.node,
	})),
	progress: reader(progressSchema, (d) => ({
		type: 'progress',
		promptId: d.prompt_id ?? undefined,
		node: d.node ?? undefined,
		value: d.value,
		max: d.max,
	})),
	progress_state: reader(progressStateSchema, (d) => ({
		type: 'progressState',
		promptId: d.prompt_id,
		nodes: d.nodes,
	})),
	executed: reader(executedSchema, (d) => ({
		type: 'executed',
		promptId: d.prompt_id,
		node: d.node,
		...(d.output === undefined ? {} : { output: d.output }),
	})),
	execution_success: reader(ofRun, (d) => ({ type: 'executionSuccess', promptId: d.prompt_id })),
	execution_interrupted: reader(ofRun, (d) => ({
		type: 'executionInterrupted',
		promptId: d.prompt_id,
	})),
	execution_error: reader(ofRun, (d) => ({ type: 'executionError', promptId: d.prompt_id })),
};
