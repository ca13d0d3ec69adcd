import { createStore, type StoreApi, useStore } from 'zustand';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import { useJobs } from './useJobs.ts';

export interface GenerationState {
	/** The job shown in place of the canvas; null: the canvas. */
	readonly openJobId: string | null;
	openJob(id: string): void;
	closeJob(): void;
}

export interface GenerationStore extends StoreApi<GenerationState> {
	readonly manager: JobManager;
}

/** What a person looks at among the jobs; the jobs themselves live in the manager. */
export function createGenerationStore(manager: JobManager): GenerationStore {
	const store = createStore<GenerationState>()((set) => ({
		openJobId: null,
		openJob: (id) => set({ openJobId: id }),
		closeJob: () => set({ openJobId: null }),
	}));
	return Object.assign(store, { manager });
}

/** The job on show, or undefined: none is open, or it was deleted. */
export function useOpenJob(store: GenerationStore): Job | undefined {
	const id = useStore(store, (state) => state.openJobId);
	return useJobs(store.manager).find((job) => job.id === id);
}
