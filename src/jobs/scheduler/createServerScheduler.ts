import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { preflight, stopsRun } from '#comfy/preflight/preflight.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ComfyServer } from '../comfyEngine.ts';
import { chooseServer, type ServerLoad } from './chooseServer.ts';

export interface ServerSchedulerDeps {
	/** All that may be used, the preferred first; read at each run. */
	servers(): readonly ComfyServer[];
	client(server: ComfyServer): Pick<ComfyClient, 'queue' | 'objectInfo'>;
}

/** A server held for one run. */
export interface ServerLease {
	readonly server: ComfyServer;
	/** The run is over. */
	release(): void;
}

export interface ServerScheduler {
	/**
	 * Asks every server for its queue and for the classes of the run's graph, and takes the idle one that has all.
	 * @param graphOn The graph as it would be sent to a server, with the files chosen for it.
	 * @returns undefined when there is no server. @throws the signal's reason when aborted.
	 */
	lease(
		graphOn: (server: ComfyServer) => Graph,
		signal: AbortSignal,
	): Promise<ServerLease | undefined>;
}

/** Spreads runs over several servers. Two runs that begin at once do not take the same idle one. */
export function createServerScheduler({ servers, client }: ServerSchedulerDeps): ServerScheduler {
	const given = new Map<string, number>();
	const add = (id: string, by: number): void => void given.set(id, (given.get(id) ?? 0) + by);

	async function ask(
		server: ComfyServer,
		graph: Graph,
		signal: AbortSignal,
	): Promise<Omit<ServerLoad, 'given'>> {
		const on = client(server);
		const classes = [...new Set(Object.values(graph).map((node) => node.class_type))];
		const [queue, info] = await Promise.all([
			on.queue({ signal }),
			on.objectInfo(classes, { signal }),
		]);
		if (!queue.ok || !info.ok) return { id: server.id, isUp: false, missing: 0, queued: 0 };
		const { running, pending } = queue.value;
		const missing = preflight(graph, { info: info.value }).filter(stopsRun).length;
		return { id: server.id, isUp: true, missing, queued: running.length + pending.length };
	}

	return {
		async lease(graphOn, signal) {
			const all = servers();
			const asked = await Promise.all(all.map((server) => ask(server, graphOn(server), signal)));
			signal.throwIfAborted();
			// What was given away while we asked counts too: from here to `add` nothing else runs.
			const loads = asked.map((load) => ({ ...load, given: given.get(load.id) ?? 0 }));
			const server = all.find(({ id }) => id === chooseServer(loads));
			if (!server) return undefined;
			add(server.id, 1);
			let isHeld = true;
			return {
				server,
				release() {
					if (isHeld) add(server.id, -1);
					isHeld = false;
				},
			};
		},
	};
}
