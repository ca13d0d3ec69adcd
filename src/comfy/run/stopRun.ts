import type { ComfyClient } from '../client/createComfyClient.ts';
import { placeInQueue } from './lookUpRun.ts';

/**
 * Asks the server to stop a run, pending or running, and nobody else's: the jobs API where there is one; else out of the
 * queue, and if it runs by now, an interrupt with its id. Old servers ignore the id and stop whatever runs, so the
 * interrupt is sent only while the queue says that ours runs. It takes effect at the next sampler step.
 * @returns whether the server was reached; how the run ended is read from history as always.
 */
export async function stopRun(
	client: ComfyClient,
	promptId: string,
	signal: AbortSignal,
): Promise<boolean> {
	const cancelled = await client.cancelJob(promptId, { signal });
	if (cancelled.ok && cancelled.value === true) return true;
	const queue = await client.queue({ signal });
	if (!queue.ok) return false;
	let place = placeInQueue(queue.value, promptId)?.place;
	if (place === 'pending') {
		const deleted = await client.deletePending(promptId, { signal });
		const again = await client.queue({ signal });
		if (!deleted.ok || !again.ok) return false;
		place = placeInQueue(again.value, promptId)?.place;
	}
	if (place !== 'running') return true;
	return (await client.interrupt(promptId, { signal })).ok;
}
