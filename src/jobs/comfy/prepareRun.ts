import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { uploadLimit } from '#comfy/preflight/uploadLimit.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { ComfyEngineDeps, ComfyServer } from '../comfyEngine.ts';
import type { EngineContext, JobInput } from '../engine.ts';
import type { EngineError } from '../engineError.ts';
import { checkBeforeSending } from './checkBeforeSending.ts';
import { findWorkflow, type ShotGraph, shotGraph } from './shotGraph.ts';
import { shotValues } from './shotValues.ts';

/** Subfolder of ComfyUI's input folder that our start frames go to. */
const uploadFolder = 'wanati';

export interface PreparedRun extends ShotGraph {
	readonly uploads: readonly string[];
}

/** Everything before the run exists: check the graph, upload the start frame, bind it. */
export async function prepareRun(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	server: ComfyServer,
	input: JobInput,
	context: EngineContext,
	signal: AbortSignal,
): Promise<Result<PreparedRun, EngineError>> {
	context.emit({ type: 'state', state: 'uploading' });
	const models = deps.models(server.id);
	const workflow = await findWorkflow(deps.workflow, input.document.shot.workflow);
	if (!workflow.ok) return workflow;
	const bind = (image: string): Result<ShotGraph, EngineError> =>
		shotGraph(deps.template, workflow.value, shotValues(input, models, image));
	const draft = bind('');
	if (!draft.ok) return draft;
	const [wrong, limit] = await Promise.all([
		checkBeforeSending(client, draft.value.graph, signal),
		uploadLimit(client, signal),
	]);
	if (wrong) return fail(wrong);
	const { png } = await input.startFrame();
	signal.throwIfAborted();
	// The name says what is in it, so the same frame is stored once, and nothing of the person's file name travels.
	const name = `${sha256Hex(png).slice(0, 16)}.png`;
	if (limit !== undefined && png.length > limit)
		return fail({ kind: 'upload', status: 413, text: '' });
	const type = deps.uploadType?.() ?? 'input';
	const uploaded = await client.uploadImage(png, name, uploadFolder, { signal, type });
	if (!uploaded.ok) return uploaded;
	context.emit({ type: 'progress', fraction: 0.02 });
	const { imageValue } = uploaded.value;
	const bound = bind(imageValue);
	return bound.ok ? ok({ ...bound.value, uploads: [imageValue] }) : bound;
}
