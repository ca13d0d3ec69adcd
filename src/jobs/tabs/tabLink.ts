/** What ties the tabs of one origin together: who works on what, and what is told to the others. */
export interface TabLink {
	/**
	 * Runs `work` while this tab alone holds `name`; waits for its turn. `work` is given a signal that aborts when another
	 * tab took the name over (this one was frozen): it must leave at once.
	 * @returns a promise that resolves when the work has ended, or when `signal` aborted while waiting. It never rejects.
	 */
	hold(
		name: string,
		options: HoldOptions,
		work: (lost: AbortSignal) => Promise<void>,
	): Promise<void>;
	/** To all other tabs; what structured cloning takes. */
	post(message: unknown): void;
	/** Messages of other tabs; returns the way out. */
	subscribe(listener: (message: unknown) => void): () => void;
	dispose(): void;
}

export interface HoldOptions {
	/** Aborts the wait; a name that is held is kept until its work ends. */
	readonly signal: AbortSignal;
	/** The name was made up just now, so nobody else can want it: no need to ask. */
	readonly isNew?: boolean;
}

/** A tab without others: tests, the command line, browsers without channels. A name is still held by one at a time. */
export function createSoloTabLink(): TabLink {
	const never = new AbortController().signal;
	const ends = new Map<string, Promise<void>>();
	return {
		async hold(name, { signal }, work) {
			const before = ends.get(name);
			const turn = (async () => {
				await before;
				if (!signal.aborted) await work(never);
			})();
			ends.set(name, turn);
			await turn;
			if (ends.get(name) === turn) ends.delete(name);
		},
		post: () => undefined,
		subscribe: () => () => undefined,
		dispose: () => undefined,
	};
}
