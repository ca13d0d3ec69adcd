export interface Toast {
	readonly id: number;
	/** `error` stays until it is closed and interrupts assistive technology; the others leave after 6 s. */
	readonly tone: 'info' | 'ok' | 'warn' | 'error';
	readonly title: string;
	readonly text?: string | undefined;
	/** One way on: Undo, Retry. The toast closes when it is pressed. */
	readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
}

/** The messages on show; a plain store so that code outside React can speak too. */
export interface Toasts {
	/** @returns the id to close it by. At most four stay: the oldest that is no error goes. */
	show(toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] }): number;
	close(id: number): void;
	/** A stable snapshot, oldest first. */
	get(): readonly Toast[];
	subscribe(listener: () => void): () => void;
}

const LIMIT = 4;

export function createToasts(): Toasts {
	let toasts: readonly Toast[] = [];
	let lastId = 0;
	const listeners = new Set<() => void>();
	const set = (next: readonly Toast[]) => {
		toasts = next;
		for (const listener of listeners) listener();
	};
	return {
		show(toast) {
			lastId++;
			const next = [...toasts, { tone: 'info' as const, ...toast, id: lastId }];
			const extra = next.length > LIMIT ? (next.find((t) => t.tone !== 'error') ?? next[0]) : null;
			set(next.filter((t) => t !== extra));
			return lastId;
		},
		close(id) {
			if (toasts.some((t) => t.id === id)) set(toasts.filter((t) => t.id !== id));
		},
		get: () => toasts,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
