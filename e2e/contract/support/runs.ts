import { expect } from 'vitest';
import { openSocket, type TestSocket, until } from '../../../src/standin/testing/testClient.ts';
import { ask, post } from './ask.ts';
import { type Graph, newId } from './graphs.ts';
import type { Target } from './targets.ts';

export { openSocket, type TestSocket, until };

/** What a run left in history. */
export interface HistoryItem {
	readonly prompt: readonly unknown[];
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever a server says
	readonly outputs: any;
	readonly status: {
		readonly status_str: string;
		readonly completed: boolean;
		readonly messages: readonly (readonly [string, Record<string, unknown>])[];
	};
}

export async function submit(
	target: Target,
	graph: Graph,
	rest: Readonly<Record<string, unknown>> = {},
): Promise<string> {
	const answer = await post(`${target.url}/prompt`, { prompt: graph, prompt_id: newId(), ...rest });
	expect(answer.status, answer.text()).toBe(200);
	return answer.json().prompt_id as string;
}

export async function historyOf(target: Target, id: string): Promise<HistoryItem | undefined> {
	return (await ask(`${target.url}/history/${id}`)).json()[id];
}

/** Its entry, once the run has ended. */
export async function finished(target: Target, id: string): Promise<HistoryItem> {
	await until(async () => (await historyOf(target, id)) !== undefined);
	return (await historyOf(target, id)) as HistoryItem;
}

/** Ids in the queue, in the order of its numbers. */
export async function queueOf(target: Target): Promise<{ running: string[]; pending: string[] }> {
	const queue = (await ask(`${target.url}/queue`)).json();
	const ids = (list: readonly [number, string][]): string[] =>
		[...list].sort((a, b) => a[0] - b[0]).map(([, id]) => id);
	return { running: ids(queue.queue_running), pending: ids(queue.queue_pending) };
}

export const isRunning = async (target: Target, id: string): Promise<boolean> =>
	(await queueOf(target)).running.includes(id);

/** The server has nothing to do: no test leaves work to the next. */
export async function idle(target: Target): Promise<void> {
	await until(async () => {
		const { running, pending } = await queueOf(target);
		return running.length + pending.length === 0;
	});
}

/** Frames of a socket about one run, as lines without ids and times. */
export function tokensOf(socket: TestSocket, id: string): string[] {
	return socket.tokens().filter((_, index) => {
		const frame = socket.frames[index];
		return frame?.kind === 'text' && frame.data.prompt_id === id;
	});
}
