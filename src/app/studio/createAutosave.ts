import type { WanDocument } from '#core/document/document.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

export interface Autosave {
	get(): SaveState;
	subscribe(listener: () => void): () => void;
	/** Takes the newest document; written after a short pause in the changes. */
	push(document: WanDocument): void;
	/** Writes what waits, now (the page is going). */
	flush(): Promise<void>;
	dispose(): void;
}

export interface AutosaveOptions {
	readonly save: (document: WanDocument) => Promise<void>;
	readonly delayMs: number;
	readonly setTimeout: (callback: () => void, ms: number) => number;
	readonly clearTimeout: (id: number) => void;
}

/**
 * Saves the newest document after a pause; writes never overlap and never go backwards in time.
 * A failed write says so and is tried again with the next change.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
	let state: SaveState = 'saved';
	let waiting: WanDocument | undefined;
	let writing: Promise<void> = Promise.resolve();
	let timer: number | undefined;
	const listeners = new Set<() => void>();
	const set = (next: SaveState) => {
		if (next === state) return;
		state = next;
		for (const listener of listeners) listener();
	};
	const write = () => {
		if (timer !== undefined) options.clearTimeout(timer);
		timer = undefined;
		writing = writing.then(async () => {
			const document = waiting;
			if (!document) return;
			waiting = undefined;
			try {
				await options.save(document);
				if (!waiting) set('saved');
			} catch {
				waiting ??= document;
				set('failed');
			}
		});
		return writing;
	};
	return {
		get: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		push(document) {
			waiting = document;
			set('saving');
			if (timer !== undefined) options.clearTimeout(timer);
			timer = options.setTimeout(() => void write(), options.delayMs);
		},
		flush: () => (waiting ? write() : writing),
		dispose() {
			if (timer !== undefined) options.clearTimeout(timer);
			listeners.clear();
		},
	};
}
