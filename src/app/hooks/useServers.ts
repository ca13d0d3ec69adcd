import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import type { ServerRef, ServerState } from '#generation/server/serverRef.ts';
import type { ServerInfo } from '#generation/server/useServerInfo.ts';
import { isAnyServer } from '../studio/createServerList.ts';
import type { Studio } from '../studio/createStudio.ts';
import { usePreferences } from './usePreferences.ts';

/** What `ServerWatch` says of a server. */
export interface ServerAnswer {
	readonly server: ServerRef;
	readonly client: ComfyClient;
	readonly info: ServerInfo;
	/** Of all, by id. */
	readonly states: Readonly<Record<string, ServerState>>;
}

export interface Servers {
	readonly list: readonly ServerRef[];
	/** The chosen one; undefined: the draft is chosen, or a server that is not there. */
	readonly chosen: ServerRef | undefined;
	/** Calls that belong to no run: what it has, freeing memory. Undefined without a chosen server, and before its first answer. */
	readonly client: ComfyClient | undefined;
	/** What the chosen server says of itself. */
	readonly info: ServerInfo;
	readonly states: Readonly<Record<string, ServerState>>;
	/** For `ServerWatch`. */
	readonly onAnswer: (answer: ServerAnswer) => void;
}

const unasked: ServerInfo = { server: { state: 'none' }, busy: false, check: () => undefined };
const asking: ServerInfo = { ...unasked, server: { state: 'checking' }, busy: true };

/** The ComfyUIs of this page and the state of the chosen one, as `ServerWatch` finds it. */
export function useServers({ servers, preferences }: Studio): Servers {
	const list = useStore(servers, (state) => state.servers);
	const { engine } = usePreferences(preferences);
	// Of any, the first one is what the panels show.
	const chosen = isAnyServer(engine) ? list[0] : list.find(({ id }) => id === engine);
	const [answer, onAnswer] = useState<ServerAnswer>();
	return useMemo(() => {
		const known = chosen && answer?.server === chosen ? answer : undefined;
		const info = known?.info ?? (chosen ? asking : unasked);
		const states = known?.states ?? (chosen ? { [chosen.id]: info.server } : {});
		return { list, chosen, client: known?.client, info, states, onAnswer };
	}, [list, chosen, answer]);
}
