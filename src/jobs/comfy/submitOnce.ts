import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { readNodeErrors, stopsOutput } from '#comfy/client/readRefusal.ts';
import type { RunPlan } from '#comfy/run/runPlan.ts';
import { stopRun } from '#comfy/run/stopRun.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { EngineError } from '../engineError.ts';

/**
 * Posts the run once and never again: the same id posted twice would run twice. An answer that got lost is `unanswered`:
 * the queue and history will tell whether it came. A refusal is an error; a graph that would run without our file is
 * taken back.
 */
export async function submitOnce(
	client: ComfyClient,
	graph: Graph,
	plan: RunPlan,
	signal: AbortSignal,
	detach: AbortSignal,
): Promise<Result<'accepted' | 'unanswered', EngineError>> {
	let sent: Awaited<ReturnType<ComfyClient['submit']>>;
	try {
		sent = await client.submit(graph, { promptId: plan.promptId }, { signal });
	} catch (cause) {
		detach.throwIfAborted();
		if (!signal.aborted) throw cause;
		return ok('unanswered');
	}
	if (!sent.ok) return sent.error.kind === 'unreachable' ? ok('unanswered') : fail(sent.error);
	if (!stopsOutput(sent.value.nodeErrors, plan.saveNode)) return ok('accepted');
	await stopRun(client, plan.promptId, detach);
	const refused: ComfyError = readNodeErrors(sent.value.nodeErrors, graph) ?? {
		kind: 'validation',
		problems: [],
	};
	return fail(refused);
}
