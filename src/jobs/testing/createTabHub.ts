import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { createChannelElection, type ElectionMessage } from '../tabs/createChannelElection.ts';
import type { TabLink } from '../tabs/tabLink.ts';

/** All tabs of one origin, in one process: their channel, and Web Locks or what stands in for them. */
export interface TabHub {
	/** @param isAlive Tabs that died hear nothing. */
	open(tabId: string, platform: ComfyPlatform, isAlive: () => boolean): TestTabLink;
}

export interface TestTabLink extends TabLink {
	/** The tab's process is gone: the browser gives its locks to others. */
	kill(): void;
}

interface Waiting {
	readonly tab: object;
	start(): Promise<void>;
}

/** @param kind `locks` as in secure pages, `election` as on plain http. */
export function createTabHub(kind: 'locks' | 'election'): TabHub {
	const tabs = new Map<object, (message: unknown) => void>();
	const queues = new Map<string, Waiting[]>();

	function next(name: string): void {
		const [first] = queues.get(name) ?? [];
		if (!first) return;
		void first.start().finally(() => leave(name, first));
	}
	function leave(name: string, who: Waiting): void {
		const queue = queues.get(name) ?? [];
		const wasFirst = queue[0] === who;
		const left = queue.filter((waiting) => waiting !== who);
		if (left.length > 0) queues.set(name, left);
		else queues.delete(name);
		if (wasFirst) next(name);
	}

	return {
		open(tabId, platform, isAlive) {
			const tab = {};
			const listeners = new Set<(message: unknown) => void>();
			const never = new AbortController().signal;
			const send = (message: unknown): void => {
				const copy = structuredClone(message);
				for (const [other, deliver] of tabs)
					if (other !== tab) void Promise.resolve().then(() => deliver(copy));
			};
			const election = createChannelElection({
				platform,
				tabId,
				post: (message) => {
					if (isAlive()) send({ election: message });
				},
			});
			tabs.set(tab, (message) => {
				if (!isAlive()) return;
				const { election: vote } = message as { election?: ElectionMessage };
				if (vote) election.receive(vote);
				else for (const listener of listeners) listener(message);
			});
			const hold: TabLink['hold'] = (name, { signal }, work) =>
				new Promise((resolve) => {
					const waiting: Waiting = {
						tab,
						start: async () => {
							signal.removeEventListener('abort', giveUp);
							if (isAlive() && !signal.aborted) await work(never);
							resolve();
						},
					};
					const giveUp = (): void => {
						leave(name, waiting);
						resolve();
					};
					const queue = queues.get(name) ?? [];
					signal.addEventListener('abort', giveUp);
					queues.set(name, [...queue, waiting]);
					if (queue.length === 0) next(name);
				});
			return {
				hold: kind === 'locks' ? hold : election.hold,
				post: (message) => {
					if (isAlive()) send(message);
				},
				subscribe(listener) {
					listeners.add(listener);
					return () => void listeners.delete(listener);
				},
				dispose() {
					election.dispose();
					tabs.delete(tab);
					listeners.clear();
				},
				kill() {
					tabs.delete(tab);
					for (const [name, queue] of queues)
						for (const waiting of queue) if (waiting.tab === tab) leave(name, waiting);
				},
			};
		},
	};
}
