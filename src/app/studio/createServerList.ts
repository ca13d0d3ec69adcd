import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerRef } from '#generation/server/serverRef.ts';
import { discoverServers } from '../platform/discoverServers.ts';
import type { PreferencesStore } from '../preferences/preferences.ts';

export interface ServerListState {
	readonly servers: readonly ServerRef[];
	/** False until the first look round is over. */
	readonly isKnown: boolean;
}

export interface ServerList extends StoreApi<ServerListState> {
	/** The server that the engine choice names; undefined: the draft, or one that is not there. */
	selected(): ServerRef | undefined;
	byId(id: string): ServerRef | undefined;
	/** Looks again, as after an address was typed in. */
	refresh(): Promise<void>;
}

/** The ComfyUIs this page can use; which one is chosen is a preference. */
export function createServerList(preferences: PreferencesStore, pageUrl: string): ServerList {
	const store = createStore<ServerListState>(() => ({ servers: [], isKnown: false }));
	const byId = (id: string) => store.getState().servers.find((server) => server.id === id);
	return {
		...store,
		byId,
		selected: () => byId(preferences.get().engine),
		async refresh() {
			const { directUrl } = preferences.get();
			const servers = await discoverServers(
				(input, init) => fetch(input, init),
				pageUrl,
				directUrl,
			);
			if (directUrl === preferences.get().directUrl) store.setState({ servers, isKnown: true });
		},
	};
}
