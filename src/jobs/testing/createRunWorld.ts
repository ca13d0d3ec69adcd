/* One thing in one file: a person's browser before one server, on a virtual clock, and what may be held against it. */
import type { FakeComfy, RunTruth } from '#comfy/testing/fakeComfy.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { emptyDocument } from '#core/document/document.ts';
import type { VideoProbe } from '../comfy/fetchVideo.ts';
import { createComfyEngine } from '../comfyEngine.ts';
import { createJobManager, type JobManager } from '../createJobManager.ts';
import { createMemoryJobStorage } from '../createMemoryJobStorage.ts';
import type { Job, JobStorage } from '../job.ts';
import { createMortalPlatform, type MortalPlatform } from './createMortalPlatform.ts';
import { createTabHub } from './createTabHub.ts';

export interface RunWorldOptions {
	readonly comfy: FakeComfy;
	/** The way to the server; default: without faults. */
	readonly platform?: ComfyPlatform;
	readonly template: Graph;
	readonly models: ModelChoice;
	readonly tabs?: 'locks' | 'election';
	readonly stallMs?: number;
	readonly probe?: VideoProbe;
	/** Ms that each write to the store takes. Default 3. */
	readonly writeMs?: number;
}

/** One open page of the app. */
export interface Tab extends Pick<MortalPlatform, 'setHidden' | 'wake' | 'listeners'> {
	readonly manager: JobManager;
	/** Closed by the person, or reloaded: its code cleans up. */
	close(): void;
	/** The process is killed. */
	crash(): void;
}

export interface RunWorld {
	readonly storage: JobStorage;
	/** Opens the app; it picks up what is stored. */
	openTab(): Tab;
	/** Presses Generate with ComfyUI. @returns the job's id. */
	generate(tab: Tab): string;
	job(tab: Tab, id: string): Job | undefined;
	/** Kinds of sentences that a person would rightly complain about; empty when all is well. */
	complaints(tab: Tab, asked: { readonly cancelled: boolean }): readonly string[];
}

export function createRunWorld(options: RunWorldOptions): RunWorld {
	const { comfy, template, models, writeMs = 3 } = options;
	const hub = createTabHub(options.tabs ?? 'locks');
	const memory = createMemoryJobStorage();
	const pause = (): Promise<void> => new Promise((resolve) => comfy.at(writeMs, resolve));
	let ids = 0;

	/** What a page that died was still writing does not arrive. */
	const storageOf = (isAlive: () => boolean): JobStorage => ({
		list: memory.list,
		getVideo: memory.getVideo,
		remove: memory.remove,
		put: async (record) => {
			await pause();
			if (isAlive()) await memory.put(record);
		},
		putVideo: async (jobId, bytes) => {
			await pause();
			if (isAlive()) await memory.putVideo(jobId, bytes);
		},
	});

	return {
		storage: memory,
		openTab() {
			const mortal = createMortalPlatform(options.platform ?? comfy.platform);
			const { platform, isAlive } = mortal;
			const link = hub.open(`tab ${ids++}`, platform, isAlive);
			const manager = createJobManager({
				engines: [
					createComfyEngine({
						platform,
						server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
						template,
						models: () => models,
						...(options.stallMs === undefined ? {} : { stallMs: () => options.stallMs ?? 0 }),
						...(options.probe ? { probe: options.probe } : {}),
					}),
				],
				storage: storageOf(isAlive),
				tabs: link,
				now: platform.now,
				createId: () => `job${ids++}`,
				random: () => 0.5,
				startFrame: async () => ({
					width: 1,
					height: 1,
					rgba: new Uint8ClampedArray(4),
					png: Uint8Array.of(1),
				}),
			});
			void manager.resume();
			return {
				manager,
				setHidden: mortal.setHidden,
				wake: mortal.wake,
				listeners: mortal.listeners,
				close() {
					manager.dispose();
					link.dispose();
					link.kill();
				},
				crash() {
					mortal.kill();
					link.kill();
				},
			};
		},
		generate: ({ manager }) => manager.submit({ engine: 'comfy', document: emptyDocument }),
		job: ({ manager }, id) => manager.getJobs().find((job) => job.id === id),
		complaints: ({ manager }, asked) => [
			...doublePosts(comfy),
			...manager.getJobs().flatMap((job) => complaintsAbout(job, comfy, asked.cancelled)),
		],
	};
}

/** A second run is only right when the first one has gone without a trace. */
function doublePosts({ posted, truthOf }: FakeComfy): string[] {
	const twice = posted.filter((id, at) => posted.indexOf(id) < at);
	const superseded = posted.slice(0, -1).filter((id) => !isGone(truthOf(id)));
	return [
		...twice.map((id) => `${id} was posted twice`),
		...superseded.map((id) => `another run was posted while the first was ${truthOf(id)}`),
	];
}

const isGone = (truth: RunTruth): boolean =>
	truth === 'forgotten' || truth === 'deleted' || truth.endsWith(', cleared');

/** Holds what a job says against what really became of its run. */
function complaintsAbout(job: Job, comfy: FakeComfy, cancelled: boolean): string[] {
	const truth = job.remote ? comfy.truthOf(job.remote.promptId) : 'never posted';
	const kind = job.error?.kind;
	return saysTheTruth(job, truth, comfy.switches.workerDead, cancelled)
		? []
		: [`run ${truth}, job ${job.state}${kind === undefined ? '' : ` (${kind})`}`];
}

function saysTheTruth(job: Job, truth: RunTruth, workerDead: boolean, cancelled: boolean): boolean {
	const gone = isGone(truth);
	switch (job.state) {
		case 'done':
			return truth === 'succeeded' || truth === 'succeeded, cleared';
		case 'cancelled':
			return cancelled;
		case 'lost':
			return gone;
		case 'failed':
			if (truth.startsWith('failed') && job.error?.kind === 'execution') return true;
			if (truth.startsWith('interrupted') && job.error?.kind === 'interrupted') return true;
			// Never while the run is alive or its video is there.
			return truth === 'never posted' || gone;
		case 'queued':
			return truth === 'waiting' && workerDead && !cancelled;
		case 'running':
			return truth === 'running' && workerDead && !cancelled && (job.stalledMs ?? 0) > 0;
	}
}
