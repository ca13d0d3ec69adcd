import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { createChannelElection, type ElectionMessage } from '#jobs/tabs/createChannelElection.ts';
import { createSoloTabLink, type TabLink } from '#jobs/tabs/tabLink.ts';

/**
 * The other tabs of this origin: Web Locks where the browser has them, on plain-http pages an election by messages.
 * Without channels each tab is alone.
 */
export function createTabLink(platform: ComfyPlatform): TabLink {
	if (typeof BroadcastChannel === 'undefined') return createSoloTabLink();
	const channel = new BroadcastChannel('wan-ati');
	const listeners = new Set<(message: unknown) => void>();
	const locks = navigator.locks as LockManager | undefined;
	const election = createChannelElection({
		platform,
		tabId: createUuid(platform.randomBytes),
		post: (message) => channel.postMessage({ election: message }),
	});
	channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const message = electionMessage(data);
		if (message) election.receive(message);
		else for (const listener of listeners) listener(data);
	});
	const leave = (): void => election.dispose();
	if (!locks) window.addEventListener('pagehide', leave);
	return {
		hold: locks ? holdByLock(locks) : election.hold,
		post: (message) => channel.postMessage(message),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		dispose() {
			window.removeEventListener('pagehide', leave);
			election.dispose();
			channel.close();
			listeners.clear();
		},
	};
}

/** A tab that holds a Web Lock is never frozen, and its lock goes with it: nothing is ever lost. */
function holdByLock(locks: LockManager): TabLink['hold'] {
	const never = new AbortController().signal;
	return async (name, { signal }, work) => {
		try {
			await locks.request(`wan-ati ${name}`, { signal }, () => work(never));
		} catch (cause) {
			if (!signal.aborted) throw cause;
		}
	};
}

function electionMessage(data: unknown): ElectionMessage | undefined {
	if (typeof data !== 'object' || data === null || !('election' in data)) return undefined;
	return data.election as ElectionMessage;
}
