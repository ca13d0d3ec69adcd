/* One thing in one file: how tabs agree on one holder of a name by nothing but messages. */
import type { ComfyPlatform, TimerHandle } from '#comfy/transport/platform.ts';
import type { HoldOptions, TabLink } from './tabLink.ts';

export interface ElectionDeps {
	readonly platform: Pick<ComfyPlatform, 'setTimeout' | 'clearTimeout'>;
	/** Unique among tabs. Of two that ask at once the lower one wins. */
	readonly tabId: string;
	/** To all other tabs. */
	post(message: ElectionMessage): void;
}

export interface ElectionMessage {
	readonly type: 'who' | 'mine' | 'first' | 'claim' | 'free';
	readonly name: string;
	readonly tabId: string;
}

/** Web Locks by hand, for pages without them (plain http on a LAN): only the holding, for use inside a `TabLink`. */
export interface Election {
	readonly hold: TabLink['hold'];
	/** A message of another tab. */
	receive(message: ElectionMessage): void;
	dispose(): void;
}

/** A living tab answers a question at once, even a hidden one: messages are not throttled as timers are. */
const answerMs = 400;
const askAgainMs = 2_000;

interface Waiter {
	readonly name: string;
	/** Somebody else holds it, or wants it and goes first. */
	answered: boolean;
	wake(): void;
}

interface Holder {
	readonly lost: AbortController;
}

/**
 * `who` asks for a name; its holder answers `mine`, one that asks too and goes before the asker `first`. Without an answer
 * it is taken, and `claim` says so: a holder that hears it was frozen meanwhile and lets go. `free` gives a name back.
 */
export function createChannelElection({ platform, tabId, post }: ElectionDeps): Election {
	const waiters = new Set<Waiter>();
	const held = new Map<string, Holder>();
	const say = (type: ElectionMessage['type'], name: string): void => post({ type, name, tabId });

	const waitersFor = (name: string): readonly Waiter[] =>
		[...waiters].filter((waiter) => waiter.name === name);

	/** Until the name is ours; false when the signal aborted first. */
	async function take(name: string, signal: AbortSignal): Promise<boolean> {
		let timer: TimerHandle | undefined;
		const waiter: Waiter = { name, answered: false, wake: () => undefined };
		const pause = (ms: number): Promise<void> =>
			new Promise((resolve) => {
				waiter.wake = resolve;
				timer = platform.setTimeout(resolve, ms);
			});
		const leave = (): void => waiter.wake();
		signal.addEventListener('abort', leave);
		waiters.add(waiter);
		try {
			while (!signal.aborted) {
				waiter.answered = held.has(name);
				say('who', name);
				await pause(answerMs);
				platform.clearTimeout(timer);
				if (signal.aborted) return false;
				if (!waiter.answered && !held.has(name)) return true;
				await pause(askAgainMs);
				platform.clearTimeout(timer);
			}
			return false;
		} finally {
			waiters.delete(waiter);
			signal.removeEventListener('abort', leave);
		}
	}

	async function hold(
		name: string,
		{ signal, isNew }: HoldOptions,
		work: (lost: AbortSignal) => Promise<void>,
	): Promise<void> {
		if (signal.aborted) return;
		if (!isNew && !(await take(name, signal))) return;
		const holder: Holder = { lost: new AbortController() };
		held.set(name, holder);
		say('claim', name);
		try {
			await work(holder.lost.signal);
		} finally {
			if (held.get(name) === holder) {
				held.delete(name);
				say('free', name);
			}
		}
	}

	return {
		hold,
		receive({ type, name, tabId: other }) {
			const holder = held.get(name);
			switch (type) {
				case 'who':
					if (holder) say('mine', name);
					else if (waitersFor(name).length > 0 && tabId < other) say('first', name);
					return;
				case 'first':
					// Meant for another one, unless it goes before us too.
					if (other > tabId) return;
					for (const waiter of waitersFor(name)) waiter.answered = true;
					return;
				case 'mine':
					for (const waiter of waitersFor(name)) waiter.answered = true;
					return;
				case 'claim':
					for (const waiter of waitersFor(name)) waiter.answered = true;
					held.delete(name);
					holder?.lost.abort();
					return;
				case 'free':
					// One that waits for answers still must hear them out.
					for (const waiter of waitersFor(name)) if (waiter.answered) waiter.wake();
			}
		},
		dispose() {
			for (const name of held.keys()) say('free', name);
			held.clear();
		},
	};
}
