import * as z from 'zod/mini';

/*
 * Bodies of ComfyUI's HTTP answers: what we read of them. Extra keys are allowed everywhere.
 * Source: recordings of 0.33.0 and 0.3.64.
 */

export const systemStatsSchema = z.looseObject({
	system: z.looseObject({
		comfyui_version: z.optional(z.string()),
		os: z.optional(z.string()),
		python_version: z.optional(z.string()),
		pytorch_version: z.optional(z.string()),
	}),
	devices: z.optional(
		z.array(
			z.looseObject({
				name: z.optional(z.string()),
				type: z.optional(z.string()),
				vram_total: z.optional(z.nullable(z.number())),
				vram_free: z.optional(z.nullable(z.number())),
			}),
		),
	),
});
export type SystemStats = z.infer<typeof systemStatsSchema>;

export const featuresSchema = z.looseObject({
	supports_preview_metadata: z.optional(z.boolean()),
	/** Bytes. */
	max_upload_size: z.optional(z.number()),
});
export type Features = z.infer<typeof featuresSchema>;

export const uploadedSchema = z.looseObject({
	name: z.string().check(z.minLength(1)),
	subfolder: z.optional(z.string()),
	type: z.optional(z.string()),
});

export const acceptedSchema = z.looseObject({
	prompt_id: z.string(),
	number: z.optional(z.number()),
	node_errors: z.optional(z.unknown()),
});

/** `[number, prompt_id, graph, extra_data, outputs_to_execute]`, of which the first two are read. */
const queueItem = z.tuple([z.number(), z.string()], z.unknown());
export const queueSchema = z.looseObject({
	queue_running: z.array(queueItem),
	queue_pending: z.array(queueItem),
});

/** One finished run. `status` is null on servers that were told not to keep it. */
export const historyEntrySchema = z.looseObject({
	/** As in the queue; the third member is the graph. */
	prompt: z.optional(z.array(z.unknown())),
	outputs: z.optional(z.record(z.string(), z.unknown())),
	status: z.optional(
		z.nullable(
			z.looseObject({
				status_str: z.optional(z.string()),
				completed: z.optional(z.boolean()),
				/** `[type, data]` each, as on the socket. */
				messages: z.optional(z.array(z.array(z.unknown()))),
			}),
		),
	),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historySchema = z.record(z.string(), historyEntrySchema);

export const cancelledSchema = z.looseObject({ cancelled: z.boolean() });

const validationErrorSchema = z.looseObject({
	type: z.optional(z.string()),
	message: z.optional(z.string()),
	details: z.optional(z.string()),
	extra_info: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

export const nodeErrorsSchema = z.record(
	z.string(),
	z.looseObject({
		errors: z.optional(z.array(validationErrorSchema)),
		dependent_outputs: z.optional(z.array(z.string())),
		class_type: z.optional(z.string()),
	}),
);
export type NodeErrors = z.infer<typeof nodeErrorsSchema>;

/** A refused POST /prompt. `node_errors` is an empty list instead of an object on some servers. */
export const refusedSchema = z.looseObject({
	error: z.optional(z.union([validationErrorSchema, z.string()])),
	node_errors: z.optional(z.unknown()),
});
