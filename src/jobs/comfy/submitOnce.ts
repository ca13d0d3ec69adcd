import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { readNodeErrors, stopsOutput } from '#comfy/client/readRefusal.ts';
import type { RunPlan } from '#comfy/run/runPlan.ts';
import { stopRun } from '#comfy/run/stopRun.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { EngineError } from '../engineError.ts';

export type Sent =
	| { readonly state: 'accepted' }
	/** Nobody knows whether it came: the queue and history will tell. `error`: what it was if it did not. */
	| { readonly state: 'unanswered'; readonly error: EngineError };

/**
 * Posts the run once and never again: the same id posted twice would run twice. Only ComfyUI's own refusal is an error; an
 * answer that got lost, or that something between us and ComfyUI gave (a gateway's page, a 5xx), proves nothing. A graph
 * that would run without our file is taken back.
 * @param isFirst To the head of the server's queue.
 */
export async function submitOnce(
	client: ComfyClient,
	graph: Graph,
	plan: RunPlan,
	isFirst: boolean,
	signal: AbortSignal,
	detach: AbortSignal,
): Promise<Result<Sent, EngineError>> {
	let sent: Awaited<ReturnType<ComfyClient['submit']>>;
	try {
		sent = await client.submit(graph, { promptId: plan.promptId, front: isFirst }, { signal });
	} catch (cause) {
		detach.throwIfAborted();
		if (!signal.aborted) throw cause;
		return ok({ state: 'unanswered', error: { kind: 'unreachable', url: client.baseUrl } });
	}
	if (!sent.ok) {
		const { error } = sent;
		return isRefusal(error) ? fail(error) : ok({ state: 'unanswered', error });
	}
	if (!stopsOutput(sent.value.nodeErrors, plan.saveNode)) return ok({ state: 'accepted' });
	await stopRun(client, plan.promptId, detach);
	const refused: ComfyError = readNodeErrors(sent.value.nodeErrors, graph) ?? {
		kind: 'validation',
		problems: [],
	};
	return fail(refused);
}

/** ComfyUI said no, or never saw it. */
function isRefusal(error: ComfyError): boolean {
	switch (error.kind) {
		case 'unreachable':
		case 'protocol':
			return false;
		case 'http':
			return error.status >= 400 && error.status < 500 && error.status !== 408;
		default:
			return true;
	}
}
