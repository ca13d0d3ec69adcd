import { createStore, type StoreApi } from 'zustand/vanilla';
import { anyEngine, type ServerRef } from '#generation/server/serverRef.ts';
import { directServer, discoverServers } from '../platform/discoverServers.ts';
import { rememberServer, reopenOnce, reopenPage } from '../platform/rememberServer.ts';
import type { PreferencesStore } from '../preferences/preferences.ts';

export interface ServerListState {
	readonly servers: readonly ServerRef[];
	/** False until the first look round is over. */
	readonly isKnown: boolean;
}

export interface ServerList extends StoreApi<ServerListState> {
	/** The server that the engine choice names, the first when any will do; undefined: the draft, or one that is not there. */
	selected(): ServerRef | undefined;
	byId(id: string): ServerRef | undefined;
	/** Looks round; call once, at the start. */
	refresh(): Promise<void>;
	/**
	 * Makes sure that the page may speak to an address. @returns true when it may; false when the page is being opened
	 * anew for it, with the address in the dialog.
	 */
	allow(url: string): Promise<boolean>;
	/** Keeps a direct server on this computer. @returns its id. */
	add(url: string): string;
	/** Forgets a direct server, here and in the policy. */
	remove(id: string): void;
}

/** The engine choice that means: whichever ComfyUI is idle and has the models. */
export const isAnyServer = (engine: string): boolean => engine === anyEngine;

/** The ComfyUIs this page can use; which one is chosen is a preference. */
export function createServerList(preferences: PreferencesStore, pageUrl: string): ServerList {
	const store = createStore<ServerListState>(() => ({ servers: [], isKnown: false }));
	const fetcher: typeof fetch = (input, init) => fetch(input, init);
	const byId = (id: string) => store.getState().servers.find((server) => server.id === id);
	let found: readonly ServerRef[] = [];
	/** What the policy of this very page names; undefined: it has none that matters. */
	let allowed: readonly string[] | undefined;
	const publish = () => {
		const own = preferences.get().directUrls.map((url) => directServer(url));
		const fresh = own.filter((server) => !found.some(({ id }) => id === server.id));
		store.setState({ servers: [...found, ...fresh], isKnown: true });
	};
	return {
		...store,
		byId,
		selected() {
			const { engine } = preferences.get();
			return isAnyServer(engine) ? store.getState().servers[0] : byId(engine);
		},
		async refresh() {
			const discovered = await discoverServers(fetcher, pageUrl);
			({ servers: found, allowed } = discovered);
			publish();
			// The server of the page was started anew and knows nothing of ours.
			const unnamed = preferences
				.get()
				.directUrls.filter((url) => allowed?.includes(url) === false);
			const named = unnamed.map((url) => rememberServer(fetcher, pageUrl, { add: url }));
			if (named.length > 0 && (await Promise.all(named)).every(Boolean)) reopenOnce();
		},
		async allow(url) {
			if (allowed === undefined || allowed.includes(url)) return true;
			if (!(await rememberServer(fetcher, pageUrl, { add: url }))) return true;
			reopenPage(url);
			return false;
		},
		add(url) {
			const { directUrls } = preferences.get();
			if (!directUrls.includes(url)) preferences.set({ directUrls: [...directUrls, url] });
			publish();
			return directServer(url).id;
		},
		remove(id) {
			const { directUrls } = preferences.get();
			const url = directUrls.find((url) => directServer(url).id === id);
			if (url === undefined) return;
			preferences.set({ directUrls: directUrls.filter((other) => other !== url) });
			publish();
			if (allowed !== undefined) void rememberServer(fetcher, pageUrl, { remove: url });
		},
	};
}
