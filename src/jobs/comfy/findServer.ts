import { createBell } from '#comfy/transport/bell.ts';
import type { ComfyEngineDeps, ComfyServer } from '../comfyEngine.ts';
import type { EngineContext } from '../engine.ts';

/** A stored run whose server is not in the list, as while the list is being fetched: so long it is waited for. */
const serverPatienceMs = 60_000;
const serverLookMs = 2_000;

/** The server that a stored run was sent to; undefined when it does not turn up. */
export async function findServer(
	deps: Pick<ComfyEngineDeps, 'platform' | 'server'>,
	id: string,
	{ cancel, detach }: EngineContext,
): Promise<ComfyServer | undefined> {
	const bell = createBell(deps.platform);
	const wake = (): void => bell.ring();
	for (const signal of [cancel, detach]) signal.addEventListener('abort', wake);
	try {
		for (let waitedMs = 0; ; waitedMs += serverLookMs) {
			const server = deps.server(id);
			if (server || waitedMs >= serverPatienceMs || cancel.aborted) return server;
			await bell.wait(serverLookMs);
			detach.throwIfAborted();
		}
	} finally {
		for (const signal of [cancel, detach]) signal.removeEventListener('abort', wake);
		bell.dispose();
	}
}
