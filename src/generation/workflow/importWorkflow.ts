import { foreignClasses } from '#comfy/binding/foreignClasses.ts';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import type { ConversionError } from '#comfy/conversion/conversionError.ts';
import type { ConversionNote } from '#comfy/conversion/conversionNote.ts';
import { type Conversion, convertWorkflow } from '#comfy/conversion/convertWorkflow.ts';
import type { EmbeddedError } from '#comfy/conversion/embedded/readEmbeddedWorkflow.ts';
import { parseLosslessJson } from '#comfy/conversion/json/parseLosslessJson.ts';
import { readWorkflowFile } from '#comfy/conversion/readWorkflowFile.ts';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { readObjectInfo } from '#comfy/protocol/readObjectInfo.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { workflowId } from './workflowId.ts';

export interface ImportedWorkflow {
	readonly id: string;
	readonly graph: Graph;
	/** Classes of the server that converted it; empty without one. */
	readonly info: ObjectInfo;
	readonly notes: readonly ConversionNote[];
	/** Classes that the server lacks; none are known without one. */
	readonly unknown: readonly string[];
	/** Classes that none of our own graphs uses. */
	readonly foreign: readonly string[];
}

export type ImportError =
	| { readonly of: 'server'; readonly error: ComfyError }
	| { readonly of: 'file'; readonly error: ConversionError | EmbeddedError }
	/** The file is in UI format, and no server is there to say what its nodes take. */
	| { readonly of: 'noServer' };

/**
 * Makes an API graph of a file, or of the server's own template, with what the server says of its classes.
 * @param client Undefined: no server is connected. Files in API format, and pictures and videos that hold it, are read all
 * the same.
 * Cost: fetches all of object_info, megabytes on a server with many extensions.
 */
export async function importWorkflow(
	source: Uint8Array | 'template',
	client: ComfyClient | undefined,
	signal: AbortSignal,
): Promise<Result<ImportedWorkflow, ImportError>> {
	if (!client) return source === 'template' ? fail({ of: 'noServer' }) : importAlone(source);
	const workflow =
		source === 'template' ? await readTemplate(client, signal) : await readFile(source);
	if (!workflow.ok) return workflow;
	const path = '/object_info';
	const classes = await client.document(path, { signal });
	if (!classes.ok) return fail({ of: 'server', error: classes.error });
	const raw = parseLosslessJson(classes.value);
	const info = raw.ok ? readObjectInfo(raw.value) : raw;
	if (!raw.ok || !info.ok) {
		const detail = info.ok ? '' : info.error;
		return fail({
			of: 'server',
			error: { kind: 'protocol', url: client.baseUrl + path, detail },
		});
	}
	const converted = convertWorkflow(workflow.value, raw.value, { now: new Date() });
	if (!converted.ok) return fail({ of: 'file', error: converted.error });
	return ok(imported(converted.value, info.value));
}

const imported = (
	{ graph, notes, unknownClasses }: Conversion,
	info: ObjectInfo,
): ImportedWorkflow => ({
	id: workflowId(graph),
	graph,
	info,
	notes: notes.filter(({ kind }) => kind !== 'alreadyApi' && kind !== 'unknownClass'),
	unknown: unknownClasses,
	foreign: foreignClasses(graph),
});

async function importAlone(bytes: Uint8Array): Promise<Result<ImportedWorkflow, ImportError>> {
	const workflow = await readFile(bytes);
	if (!workflow.ok) return workflow;
	const converted = convertWorkflow(workflow.value, {});
	if (!converted.ok) return fail({ of: 'file', error: converted.error });
	if (!converted.value.notes.some(({ kind }) => kind === 'alreadyApi'))
		return fail({ of: 'noServer' });
	return ok({ ...imported(converted.value, new Map()), unknown: [] });
}

async function readFile(bytes: Uint8Array): Promise<Result<unknown, ImportError>> {
	const json = await readWorkflowFile(bytes);
	return json.ok ? json : fail({ of: 'file', error: json.error });
}

async function readTemplate(
	client: ComfyClient,
	signal: AbortSignal,
): Promise<Result<unknown, ImportError>> {
	const text = await client.document('/templates/video_wan_ati.json', { signal });
	if (!text.ok) return fail({ of: 'server', error: text.error });
	const json = parseLosslessJson(text.value);
	return json.ok ? json : fail({ of: 'file', error: { kind: 'notJson', detail: json.error } });
}
