import { createStore, type StoreApi, useStore } from 'zustand';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';
import type { ReportState } from '../metrics/reportState.ts';
import { useJobs } from './useJobs.ts';

/** Ids of the results that are compared; `b` null: `a` is looked at alone. */
export interface Comparing {
	readonly a: string;
	readonly b: string | null;
}

export interface GenerationState {
	/** The job shown in place of the canvas; null: the canvas. */
	readonly openJobId: string | null;
	/** What fills the window with charts; null: nothing. */
	readonly comparing: Comparing | null;
	/** How results followed their tracks, by job; absent: not looked up yet. */
	readonly reports: Readonly<Record<string, ReportState>>;
	openJob(id: string): void;
	closeJob(): void;
	compare(comparing: Comparing | null): void;
	/** Undefined forgets it. */
	putReport(id: string, report: ReportState | undefined): void;
}

export interface GenerationStore extends StoreApi<GenerationState> {
	readonly manager: JobManager;
}

/** What a person looks at among the jobs, and what is known of their videos; the jobs themselves live in the manager. */
export function createGenerationStore(manager: JobManager): GenerationStore {
	const store = createStore<GenerationState>()((set) => ({
		openJobId: null,
		comparing: null,
		reports: {},
		openJob: (id) => set({ openJobId: id }),
		closeJob: () => set({ openJobId: null }),
		compare: (comparing) => set({ comparing }),
		putReport: (id, report) =>
			set(({ reports: { [id]: _before, ...rest } }) => ({
				reports: report ? { ...rest, [id]: report } : rest,
			})),
	}));
	return Object.assign(store, { manager });
}

/** The job on show, or undefined: none is open, or it was deleted. */
export function useOpenJob(store: GenerationStore): Job | undefined {
	const id = useStore(store, (state) => state.openJobId);
	return useJobs(store.manager).find((job) => job.id === id);
}

export const useReport = (store: GenerationStore, id: string): ReportState | undefined =>
	useStore(store, ({ reports }) => reports[id]);
