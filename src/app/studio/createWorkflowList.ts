import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import type { WorkflowStorage } from '../persistence/studioDatabase.ts';

/** The imported workflows of this computer, by name; [] until they have been read. */
export interface WorkflowList extends StoreApi<readonly WorkflowRecord[]> {
	/** Whether they have been read; the store tells when. */
	isRead(): boolean;
	put(record: WorkflowRecord): Promise<void>;
	remove(id: string): Promise<void>;
}

/** Reads them at once. */
export function createWorkflowList(storage: WorkflowStorage): WorkflowList {
	const store = createStore<readonly WorkflowRecord[]>(() => []);
	let isRead = false;
	const refresh = async () => {
		const records = await storage.list();
		isRead = true;
		store.setState(
			[...records].sort((a, b) => a.name.localeCompare(b.name)),
			true,
		);
	};
	// What cannot be read is not offered; a run of it says that it is missing.
	refresh().catch(() => undefined);
	return {
		...store,
		isRead: () => isRead,
		async put(record) {
			await storage.put(record);
			await refresh();
		},
		async remove(id) {
			await storage.remove(id);
			await refresh();
		},
	};
}

/** What a run may use: a workflow whose node types wait to be confirmed does not run. */
export const runnableWorkflows =
	(storage: WorkflowStorage) =>
	async (id: string): Promise<WorkflowRecord | undefined> => {
		const record = await storage.get(id);
		return record?.isUnconfirmed ? undefined : record;
	};
