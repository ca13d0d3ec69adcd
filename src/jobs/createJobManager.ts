/* One thing in one file: the one place that changes jobs, so that view, store and engines never disagree. */
import type { WanDocument } from '#core/document/document.ts';
import type { StartFrame } from '#media/media.ts';
import type { Engine, EngineEvent, EngineId, EngineOutcome } from './engine.ts';
import type { Job, JobRecord, JobStorage } from './job.ts';
import { findSame, jobInput, randomSeed, samplesOf } from './jobInput.ts';
import { createJobQueue } from './jobQueue.ts';
import {
	afterEvent,
	afterOutcome,
	idleJob,
	isOver,
	lookedForAgain,
	mayStillRun,
	recordOf,
	startedOver,
} from './jobTransitions.ts';

export interface JobManagerDeps {
	readonly engines: readonly Engine[];
	readonly storage: JobStorage;
	/** Ms since the epoch. */
	now(): number;
	createId(): string;
	/** Makes the start frame of a stored document again, for jobs that begin after a reload, and for retries. */
	startFrame(document: WanDocument): Promise<StartFrame>;
	/** 0 <= x < 1, for new seeds. Default Math.random. */
	random?(): number;
	/** A record or a video could not be stored (quota, private mode); the job goes on. */
	onStorageError?(cause: unknown): void;
}

export interface NewJob {
	readonly engine: EngineId;
	readonly document: WanDocument;
	/** Default: the manager's own. */
	readonly startFrame?: () => Promise<StartFrame>;
}

/** All jobs of a project: runs one of each engine at a time, stores each step, picks up after a reload. */
export interface JobManager {
	/** Fixes samples and seed, queues the job. @returns its id. */
	submit(job: NewJob): string;
	/** Stops a waiting or running job; one that is over stays as it is. */
	cancel(id: string): void;
	/** Runs a failed, cancelled or lost job again, same id, document and seed; finds its run again if it may still be there. */
	retry(id: string): void;
	/** Forgets a job and its video; a running one is cancelled. */
	remove(id: string): void;
	/** By number, oldest first. The same array until something changes. */
	getJobs(): readonly Job[];
	/** Called after each change; returns the way out. */
	subscribe(listener: () => void): () => void;
	getVideo(id: string): Promise<Uint8Array | undefined>;
	/** Loads what is stored; open runs on servers are watched again, others start over. Call once, before the first submit. */
	resume(): Promise<void>;
	/** Stops watching; runs on servers go on and are found again by the next `resume`. */
	dispose(): void;
}

export function createJobManager(deps: JobManagerDeps): JobManager {
	const { storage, now, random = Math.random } = deps;
	const jobs = new Map<string, Job>();
	const cancels = new Map<string, AbortController>();
	const startFrames = new Map<string, () => Promise<StartFrame>>();
	/** Videos that could not be stored, until the page closes. */
	const unstored = new Map<string, Uint8Array>();
	const listeners = new Set<() => void>();
	const detach = new AbortController();
	let snapshot: readonly Job[] = [];
	let writes: Promise<void> = Promise.resolve();

	const publish = (): void => {
		snapshot = [...jobs.values()].sort((a, b) => a.number - b.number);
		for (const listener of listeners) listener();
	};
	const set = (job: Job): void => {
		jobs.set(job.id, job);
		publish();
	};
	/** One write after the other, so that an older record never lands on a newer one. */
	const write = (work: () => Promise<void>): Promise<void> => {
		writes = writes.then(work).catch((cause) => deps.onStorageError?.(cause));
		return writes;
	};
	const store = (job: Job): Promise<void> => {
		const record = recordOf(job);
		return write(async () => {
			if (jobs.has(record.id)) await storage.put(record);
		});
	};

	const queue = createJobQueue(async (id) => {
		const cancel = cancels.get(id);
		const job = jobs.get(id);
		if (!cancel || !job) return;
		// Nothing is sent before it is stored.
		await writes;
		const outcome = await runEngine(job, cancel.signal);
		if (outcome) await settle(id, outcome);
	});

	/** Undefined when the owner has gone; the record stays open for the next `resume`. */
	async function runEngine(job: Job, cancel: AbortSignal): Promise<EngineOutcome | undefined> {
		if (detach.signal.aborted) return undefined;
		if (cancel.aborted) return { state: 'cancelled' };
		const engine = deps.engines.find(({ id }) => id === job.engine);
		if (!engine)
			return { state: 'failed', error: { kind: 'internal', detail: `no engine ${job.engine}` } };
		let imageFault: string | undefined;
		const startFrame = async (): Promise<StartFrame> => {
			try {
				return await (startFrames.get(job.id)?.() ?? deps.startFrame(job.document));
			} catch (cause) {
				imageFault = words(cause);
				throw cause;
			}
		};
		try {
			return await engine.run(jobInput(job, startFrame), {
				cancel,
				detach: detach.signal,
				emit: (event) => onEvent(job.id, event),
				...(job.remote ? { resume: job.remote } : {}),
			});
		} catch (cause) {
			if (detach.signal.aborted) return undefined;
			if (cancel.aborted) return { state: 'cancelled' };
			return imageFault === undefined
				? { state: 'failed', error: { kind: 'internal', detail: words(cause) } }
				: { state: 'failed', error: { kind: 'image', detail: imageFault } };
		}
	}

	function onEvent(id: string, event: EngineEvent): void | Promise<void> {
		const job = jobs.get(id);
		if (!job || isOver(job)) return;
		const next = afterEvent(job, event, now());
		set(next);
		if (event.type === 'remote' || next.phase !== job.phase) return store(next);
	}

	async function settle(id: string, outcome: EngineOutcome): Promise<void> {
		const job = jobs.get(id);
		if (!job) return;
		const ended = afterOutcome(job, outcome, now());
		const same = ended.fromCache ? findSame(ended, snapshot) : undefined;
		const next = same ? { ...ended, sameAs: same.number } : ended;
		cancels.delete(id);
		startFrames.delete(id);
		if (outcome.state === 'done') {
			// The video first: a record that says done must have one.
			unstored.set(id, outcome.video.bytes);
			await write(async () => {
				await storage.putVideo(id, outcome.video.bytes);
				unstored.delete(id);
			});
			if (!jobs.has(id)) return;
		}
		set(next);
		await store(next);
	}

	function enqueue(job: Job): void {
		cancels.set(job.id, new AbortController());
		set(job);
		void store(job);
		queue.add(job.engine, job.id);
	}

	return {
		submit({ engine, document, startFrame }) {
			const { tracksJson } = samplesOf(document);
			const { shot } = document;
			const record: JobRecord = {
				id: deps.createId(),
				number: Math.max(0, ...snapshot.map((job) => job.number)) + 1,
				engine,
				document,
				seed: shot.newSeedEachTime ? randomSeed(random) : shot.seed,
				tracksJson,
				state: 'queued',
				phase: 'waiting',
				createdAt: now(),
			};
			if (startFrame) startFrames.set(record.id, startFrame);
			enqueue(idleJob(record));
			return record.id;
		},
		cancel(id) {
			const job = jobs.get(id);
			if (!job || isOver(job)) return;
			cancels.get(id)?.abort();
			if (queue.drop(id)) void settle(id, { state: 'cancelled' });
		},
		retry(id) {
			const job = jobs.get(id);
			if (!job || !isOver(job) || job.state === 'done') return;
			enqueue(mayStillRun(job) ? lookedForAgain(job) : startedOver(job));
		},
		remove(id) {
			if (!jobs.has(id)) return;
			queue.drop(id);
			cancels.get(id)?.abort();
			cancels.delete(id);
			startFrames.delete(id);
			unstored.delete(id);
			jobs.delete(id);
			publish();
			void write(() => storage.remove(id));
		},
		getJobs: () => snapshot,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		getVideo: async (id) => unstored.get(id) ?? storage.getVideo(id),
		async resume() {
			const records = [...(await storage.list())].sort((a, b) => a.number - b.number);
			for (const record of records) {
				if (jobs.has(record.id)) continue;
				const job = idleJob(record);
				if (isOver(job)) jobs.set(job.id, job);
				else enqueue(record.remote ? job : startedOver(job));
			}
			publish();
		},
		dispose() {
			queue.close();
			detach.abort();
			listeners.clear();
		},
	};
}

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
