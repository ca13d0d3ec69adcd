import type { ComfyError } from '../client/comfyError.ts';
import type { ComfyClient, QueueSnapshot } from '../client/createComfyClient.ts';
import type { HistoryEntry } from '../protocol/responses.ts';

/** Where a run is right now. */
export type RunPlace =
	| { readonly place: 'running' | 'pending'; readonly ahead: number }
	| { readonly place: 'history'; readonly entry: HistoryEntry }
	/** In neither: not yet there, deleted, or forgotten by a restart. */
	| { readonly place: 'absent' }
	/** Nobody knows: the server could not be asked. */
	| { readonly place: 'unknown'; readonly error: ComfyError };

/**
 * Asks the server for a run: queue, then history, then the queue again. In this order a run can never be missed: the
 * server moves it from queue to history, so one that was in neither the first time and is not queued the second time is
 * really absent. History is read only when it is needed; its answer carries the whole graph.
 * @param heardOver The server has said that it is over: its history is read first, which then answers alone.
 */
export async function lookUpRun(
	client: ComfyClient,
	promptId: string,
	signal: AbortSignal,
	heardOver = false,
): Promise<RunPlace> {
	if (heardOver) {
		const told = await client.history(promptId, { signal });
		if (!told.ok) return { place: 'unknown', error: told.error };
		if (told.value) return { place: 'history', entry: told.value };
	}
	const before = await client.queue({ signal });
	if (!before.ok) return { place: 'unknown', error: before.error };
	const queued = placeInQueue(before.value, promptId);
	if (queued) return queued;
	const entry = await client.history(promptId, { signal });
	if (!entry.ok) return { place: 'unknown', error: entry.error };
	if (entry.value) return { place: 'history', entry: entry.value };
	const after = await client.queue({ signal });
	if (!after.ok) return { place: 'unknown', error: after.error };
	return placeInQueue(after.value, promptId) ?? { place: 'absent' };
}

export function placeInQueue(queue: QueueSnapshot, promptId: string): RunPlace | undefined {
	if (queue.running.some((item) => item.promptId === promptId))
		return { place: 'running', ahead: 0 };
	const index = queue.pending.findIndex((item) => item.promptId === promptId);
	return index < 0 ? undefined : { place: 'pending', ahead: queue.running.length + index };
}
