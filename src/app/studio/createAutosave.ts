import type { WanDocument } from '#core/document/document.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

export interface Autosave {
	get(): SaveState;
	subscribe(listener: () => void): () => void;
	/** Takes the newest document of a project; written a moment after the first change that waits. */
	push(projectId: string, document: WanDocument): void;
	/** Whether a change of this project waits or is being written. */
	isWaiting(projectId: string): boolean;
	/** Writes what waits, now (the page is going); resolves when nothing is being written. */
	flush(): Promise<void>;
	/** What waits of this project is dropped: it was deleted. */
	forget(projectId: string): void;
	dispose(): void;
}

export interface AutosaveOptions {
	readonly save: (projectId: string, document: WanDocument) => Promise<void>;
	/** From the first change to its write; those that come meanwhile are in the same write. */
	readonly delayMs: number;
	readonly setTimeout: (callback: () => void, ms: number) => number;
	readonly clearTimeout: (id: number) => void;
}

/**
 * Saves the newest document of each project soon after it changed, however long the changes go on; writes never overlap and
 * never go backwards in time. A failed write says so and is tried again with the next change or flush.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
	let state: SaveState = 'saved';
	const waiting = new Map<string, WanDocument>();
	let beingWritten: string | undefined;
	let writing: Promise<void> = Promise.resolve();
	let timer: number | undefined;
	const listeners = new Set<() => void>();
	const set = (next: SaveState) => {
		if (next === state) return;
		state = next;
		for (const listener of listeners) listener();
	};
	const stopTimer = () => {
		if (timer !== undefined) options.clearTimeout(timer);
		timer = undefined;
	};
	const writeAll = async () => {
		let hasFailed = false;
		for (const [projectId, document] of [...waiting]) {
			waiting.delete(projectId);
			beingWritten = projectId;
			try {
				await options.save(projectId, document);
			} catch {
				if (!waiting.has(projectId)) waiting.set(projectId, document);
				hasFailed = true;
			}
			beingWritten = undefined;
		}
		if (hasFailed) set('failed');
		else if (waiting.size === 0) set('saved');
	};
	const write = () => {
		stopTimer();
		writing = writing.then(writeAll);
		return writing;
	};
	return {
		get: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		push(projectId, document) {
			waiting.set(projectId, document);
			set('saving');
			timer ??= options.setTimeout(() => void write(), options.delayMs);
		},
		isWaiting: (projectId) => waiting.has(projectId) || beingWritten === projectId,
		flush: () => (waiting.size > 0 ? write() : writing),
		forget(projectId) {
			waiting.delete(projectId);
			if (waiting.size === 0 && beingWritten === undefined) set('saved');
		},
		dispose() {
			stopTimer();
			listeners.clear();
		},
	};
}
