import type { JobManager } from '../createJobManager.ts';
import { isOver } from '../jobTransitions.ts';
import type { TabLink } from '../tabs/tabLink.ts';

/** Jobs that were deleted together. Of the two ways on, the first that is taken counts. */
export interface Discarded {
	readonly ids: readonly string[];
	/** Takes them back; one that was stopped for it comes back as cancelled. */
	restore(): void;
	/** Removes them for good, with their videos. */
	purge(): void;
}

/**
 * Deleting with a way back: a deleted job is out of sight in every tab, its files stay until nobody can take it back any more.
 * That is when `purge` says so, or when the tab that deleted it is gone: then another one removes it, or the next visit does.
 */
export interface Trash {
	/** Open jobs among them are stopped; ids of no job are left out. */
	discard(ids: readonly string[]): Discarded;
	/** Leaves what can still be taken back to the other tabs, or to the next visit. */
	dispose(): void;
}

export interface TrashDeps {
	readonly manager: Pick<
		JobManager,
		'getJobs' | 'getDeleted' | 'subscribe' | 'edit' | 'cancel' | 'remove'
	>;
	readonly tabs: Pick<TabLink, 'hold'>;
	/** Ms since the epoch. */
	now(): number;
	/** A job was removed for good. */
	onRemoved?(id: string): void;
}

export function createTrash({ manager, tabs, now, onRemoved }: TrashDeps): Trash {
	const closing = new AbortController();
	const closed = new Promise<void>((close) =>
		closing.signal.addEventListener('abort', () => close()),
	);
	const watched = new Set<string>();

	const isDeleted = (id: string, at: number): boolean =>
		manager.getDeleted().some((job) => job.id === id && job.deletedAt === at);

	/**
	 * Removes a deleted job once it is decided and no other tab can take it back. The tab that deleted it holds its name first;
	 * one deletion of a job is not the next, so each has its own name.
	 */
	function watch(id: string, at: number, decided?: Promise<void>): void {
		const name = `deleted ${id} ${at}`;
		if (watched.has(name)) return;
		watched.add(name);
		const options = { signal: closing.signal, isNew: decided !== undefined };
		void tabs.hold(name, options, async () => {
			await Promise.race([decided, closed]);
			if (!closing.signal.aborted && isDeleted(id, at)) {
				manager.remove(id);
				onRemoved?.(id);
			}
			watched.delete(name);
		});
	}

	/** What other tabs deleted, or an earlier visit. */
	const look = (): void => {
		for (const { id, deletedAt } of manager.getDeleted())
			if (deletedAt !== undefined) watch(id, deletedAt);
	};
	const leave = manager.subscribe(look);
	look();

	return {
		discard(wanted) {
			const at = now();
			const jobs = manager.getJobs().filter(({ id }) => wanted.includes(id));
			let decide = (): void => undefined;
			const decided = new Promise<void>((resolve) => {
				decide = resolve;
			});
			let isOpen = true;
			for (const job of jobs) {
				if (!isOver(job)) manager.cancel(job.id);
				watch(job.id, at, decided);
				manager.edit(job.id, { deletedAt: at });
			}
			const once = (work: () => void) => (): void => {
				if (!isOpen) return;
				isOpen = false;
				work();
				decide();
			};
			return {
				ids: jobs.map(({ id }) => id),
				restore: once(() => {
					for (const { id } of jobs) manager.edit(id, { deletedAt: undefined });
				}),
				purge: once(() => undefined),
			};
		},
		dispose() {
			leave();
			closing.abort();
		},
	};
}
