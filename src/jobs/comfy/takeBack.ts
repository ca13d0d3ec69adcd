import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { lookUpRun } from '#comfy/run/lookUpRun.ts';
import { createBell } from '#comfy/transport/bell.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';

const askAgainMs = 1_000;

/**
 * Takes a run that waits out of the server's queue, so that it can be sent anew. It never stops a run that works.
 * @returns true only when the server has it neither in its queue nor in its history; false: it runs, has run, or was not
 *   taken out. @throws the signal's reason when aborted; while the server does not answer, it is asked again.
 */
export async function takeBack(
	client: ComfyClient,
	platform: ComfyPlatform,
	promptId: string,
	signal: AbortSignal,
): Promise<boolean> {
	// One that has just ended may be in neither queue nor history: only what is seen waiting is taken.
	const before = await lookUpRun(client, promptId, signal);
	if (before.place !== 'pending') return false;
	const deleted = await client.deletePending(promptId, { signal });
	if (!deleted.ok) return false;
	const bell = createBell(platform);
	const wake = (): void => bell.ring();
	signal.addEventListener('abort', wake);
	try {
		for (;;) {
			const found = await lookUpRun(client, promptId, signal);
			if (found.place !== 'unknown') return found.place === 'absent';
			await bell.wait(askAgainMs);
			signal.throwIfAborted();
		}
	} finally {
		signal.removeEventListener('abort', wake);
		bell.dispose();
	}
}
