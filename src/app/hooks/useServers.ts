import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type ComfyClient, createComfyClient } from '#comfy/client/createComfyClient.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import type { ServerRef, ServerState } from '#generation/server/serverRef.ts';
import { type ServerInfo, useServerInfo } from '#generation/server/useServerInfo.ts';
import { browserPlatform } from '../platform/browserPlatform.ts';
import type { Studio } from '../studio/createStudio.ts';
import { usePreferences } from './usePreferences.ts';

export interface Servers {
	readonly list: readonly ServerRef[];
	/** The chosen one; undefined: the draft is chosen, or a server that is not there. */
	readonly chosen: ServerRef | undefined;
	/** Calls that belong to no run: what it has, freeing memory. Undefined without a chosen server. */
	readonly client: ComfyClient | undefined;
	/** What the chosen server says of itself. */
	readonly info: ServerInfo;
	readonly states: Readonly<Record<string, ServerState>>;
}

/** The ComfyUIs of this page and the state of the chosen one. */
export function useServers({ servers, preferences }: Studio): Servers {
	const list = useStore(servers, (state) => state.servers);
	const { engine } = usePreferences(preferences);
	const chosen = list.find(({ id }) => id === engine);
	const client = useMemo(() => chosen && createPageClient(chosen), [chosen]);
	const info = useServerInfo(client);
	return useMemo(
		() => ({ list, chosen, client, info, states: chosen ? { [chosen.id]: info.server } : {} }),
		[list, chosen, client, info],
	);
}

/** A client for questions; each run makes its own, with its own client id. */
export function createPageClient({ baseUrl }: Pick<ServerRef, 'baseUrl'>): ComfyClient {
	const platform = browserPlatform();
	return createComfyClient({
		platform,
		baseUrl,
		clientId: createUuid(platform.randomBytes),
		pageOrigin: location.origin,
	});
}
