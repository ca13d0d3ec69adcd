import type { QueueSnapshot } from '../client/createComfyClient.ts';

/** One run on a server, as its queue tells it. */
export interface QueueRow {
	readonly promptId: string;
	readonly state: 'running' | 'pending';
	/** Runs before it, those at work included. */
	readonly ahead: number;
	/** Our job whose run it is; undefined: somebody else's, which we never touch. */
	readonly jobId: string | undefined;
}

/**
 * A server's queue in the order in which it runs, with our own runs named.
 * @param ours Jobs by the prompt id that each was sent with; only those are ours.
 */
export function queueRows(
	{ running, pending }: QueueSnapshot,
	ours: ReadonlyMap<string, string>,
): readonly QueueRow[] {
	const row = (state: QueueRow['state'], promptId: string, ahead: number): QueueRow => ({
		promptId,
		state,
		ahead,
		jobId: ours.get(promptId),
	});
	return [
		...running.map(({ promptId }) => row('running', promptId, 0)),
		...pending.map(({ promptId }, index) => row('pending', promptId, running.length + index)),
	];
}
