/* One thing in one file: the one place that changes jobs, so that view, store, tabs and engines never disagree. */
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
import { type JobMessage, type LiveJob, liveOf, readJobMessage } from './tabs/jobMessage.ts';
import { createSoloTabLink, type TabLink } from './tabs/tabLink.ts';

export interface JobManagerDeps {
	readonly engines: readonly Engine[];
	readonly storage: JobStorage;
	/** Ms since the epoch. */
	now(): number;
	createId(): string;
	/** Makes the start frame of a stored document again, for jobs that begin after a reload, and for retries. */
	startFrame(document: WanDocument): Promise<StartFrame>;
	/** Jobs of an engine that may run at a time in this tab: one a server. Default 1. */
	slots?(engine: EngineId): number;
	/** 0 <= x < 1, for new seeds. Default Math.random. */
	random?(): number;
	/** Other tabs on the same storage: each job is worked on by one of them, the others show it. Default: there are none. */
	readonly tabs?: TabLink;
	/** A record or a video could not be stored (quota, private mode); the job goes on. */
	onStorageError?(cause: unknown): void;
}

export interface NewJob {
	readonly engine: EngineId;
	readonly document: WanDocument;
	/** Default: the manager's own. */
	readonly startFrame?: () => Promise<StartFrame>;
}

/**
 * All jobs of a project: runs one of each engine at a time (one more may wait on a server that works on ours), stores each
 * step, picks up after a reload. Of several tabs one
 * owns a job, with its socket; the others follow, pass on what the person asks, and take over when the owner closes.
 */
export interface JobManager {
	/** Fixes samples and seed, queues the job. @returns its id. */
	submit(job: NewJob): string;
	/** Stops a waiting or running job; one that is over stays as it is. */
	cancel(id: string): void;
	/** Runs a failed, cancelled or lost job again, same id, document and seed; finds its run again if it may still be there. */
	retry(id: string): void;
	/** Forgets a job and its video; a running one is cancelled. */
	remove(id: string): void;
	/** Puts a job that waits in this tab at a place among those that wait, 0 the next to start. Any other stays where it is. */
	moveTo(id: string, index: number): void;
	/** Jobs of an engine that wait in this tab and are on no server yet, the next to start first. */
	getWaiting(engine: EngineId): readonly string[];
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

/** A job that this tab works on. */
interface Owned {
	/** Aborts: leave it to another tab. */
	readonly detach: AbortController;
	/** The work has ended; its name is given back. */
	end(): void;
}

export function createJobManager(deps: JobManagerDeps): JobManager {
	const { storage, now, random = Math.random, tabs = createSoloTabLink() } = deps;
	const jobs = new Map<string, Job>();
	/** Of jobs that are not over, here or elsewhere. */
	const cancels = new Map<string, AbortController>();
	/** Of jobs that this tab works on. */
	const owned = new Map<string, Owned>();
	const resends = new Set<string>();
	const toldPreviews = new Map<string, NonNullable<Job['preview']>>();
	const startFrames = new Map<string, () => Promise<StartFrame>>();
	/** Videos that could not be stored, until the page closes. */
	const unstored = new Map<string, Uint8Array>();
	const listeners = new Set<() => void>();
	const closing = new AbortController();
	let snapshot: readonly Job[] = [];
	let writes: Promise<void> = Promise.resolve();

	const publish = (): void => {
		snapshot = [...jobs.values()].sort((a, b) => a.number - b.number);
		for (const listener of listeners) listener();
	};
	const tell = (message: JobMessage): void => tabs.post(message);
	const tellLive = (id: string): void => {
		const job = jobs.get(id);
		if (!job) return;
		const { preview, ...rest } = liveOf(job);
		const keepsPreview = preview !== undefined && toldPreviews.get(id) === preview;
		if (preview) toldPreviews.set(id, preview);
		else toldPreviews.delete(id);
		tell({
			type: 'jobs/live',
			live: { ...rest, ...(preview && !keepsPreview ? { preview } : {}) },
			keepsPreview,
		});
	};
	/** A job that this tab has changed. */
	const set = (job: Job): void => {
		jobs.set(job.id, job);
		publish();
		tellLive(job.id);
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
		const owner = owned.get(id);
		if (!cancel || !job || !owner) return;
		// Nothing is sent before it is stored.
		await writes;
		const outcome = await runEngine(job, cancel.signal, owner.detach.signal);
		if (outcome) await settle(id, outcome, owner);
		else owner.end();
	}, deps.slots);

	/**
	 * Works on a job as soon as no other tab does.
	 * @param begin The job as it is then; undefined: there is nothing left to do.
	 */
	function own(
		id: string,
		isNew: boolean,
		begin: (stored: Job | undefined) => Job | undefined,
	): void {
		cancels.set(id, new AbortController());
		void tabs.hold(`job ${id}`, { signal: closing.signal, isNew }, async (lost) => {
			const stored = isNew ? undefined : await storedJob(id);
			const job = jobs.has(id) && !closing.signal.aborted ? begin(stored) : undefined;
			if (!job) {
				cancels.delete(id);
				return;
			}
			const detach = new AbortController();
			let leave = (): void => undefined;
			await new Promise<void>((end) => {
				owned.set(id, { detach, end });
				leave = () => {
					detach.abort();
					if (queue.drop(id)) end();
				};
				lost.addEventListener('abort', leave);
				if (jobs.get(id) !== job) set(job);
				// Other tabs read the rest of a new job from the store.
				void store(job).then(() => tellLive(id));
				// What is on a server already needs no turn.
				if (job.remote && !resends.has(id)) queue.join(job.engine, id);
				else queue.add(job.engine, id);
			});
			lost.removeEventListener('abort', leave);
			owned.delete(id);
			// Another tab thought this one dead, and goes on.
			if (lost.aborted) follow(id);
		});
	}

	/** Waits for the owner of an open job to close, and goes on then. */
	const follow = (id: string): void =>
		own(id, false, (stored) => {
			const here = jobs.get(id);
			if (!here) return undefined;
			// The owner may have ended or sent it a moment ago.
			const over = [stored, here].find((job) => job && isOver(job));
			const sent = [here, stored].find((job) => job?.remote);
			if (!over) return sent ?? startedOver(here);
			jobs.set(id, over);
			publish();
			return undefined;
		});

	async function storedJob(id: string): Promise<Job | undefined> {
		try {
			const record = (await storage.list()).find((stored) => stored.id === id);
			return record && idleJob(record);
		} catch {
			return undefined;
		}
	}

	/** Undefined when the owner has gone; the record stays open for the next `resume`. */
	async function runEngine(
		job: Job,
		cancel: AbortSignal,
		detach: AbortSignal,
	): Promise<EngineOutcome | undefined> {
		if (detach.aborted) return undefined;
		if (cancel.aborted && !job.remote) return { state: 'cancelled' };
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
				jobId: job.id,
				cancel,
				detach,
				emit: (event) => onEvent(job.id, event),
				...(job.remote ? { resume: job.remote } : {}),
				...(resends.has(job.id) ? { resend: true } : {}),
			});
		} catch (cause) {
			if (detach.aborted) return undefined;
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
		if (next.phase === 'running' && next.remote) queue.atWork(id);
		if (event.type === 'remote' || next.phase !== job.phase) return store(next);
	}

	async function settle(id: string, outcome: EngineOutcome, owner?: Owned): Promise<void> {
		const job = jobs.get(id);
		if (!job) return owner?.end();
		const ended = afterOutcome(job, outcome, now());
		const same = ended.fromCache ? findSame(ended, snapshot) : undefined;
		const next = same ? { ...ended, sameAs: same.number } : ended;
		forgetWork(id);
		if (outcome.state === 'done') {
			// The video first: a record that says done must have one.
			unstored.set(id, outcome.video.bytes);
			await write(async () => {
				await storage.putVideo(id, outcome.video.bytes);
				unstored.delete(id);
			});
		}
		if (jobs.has(id)) {
			set(next);
			await store(next);
		}
		owner?.end();
	}

	function forgetWork(id: string): void {
		toldPreviews.delete(id);
		cancels.delete(id);
		startFrames.delete(id);
		resends.delete(id);
	}

	function cancelHere(id: string): void {
		cancels.get(id)?.abort();
		// A run on a server is stopped there.
		if (!jobs.get(id)?.remote && queue.drop(id))
			void settle(id, { state: 'cancelled' }, owned.get(id));
	}

	function removeHere(id: string): void {
		const waited = queue.drop(id);
		cancels.get(id)?.abort();
		forgetWork(id);
		unstored.delete(id);
		jobs.delete(id);
		if (waited) owned.get(id)?.end();
		publish();
	}

	/** A job as its owner, another tab, tells it. */
	async function take(live: LiveJob, keepsPreview: boolean): Promise<void> {
		const known = jobs.get(live.id) ?? (await storedJob(live.id));
		if (!known || owned.has(live.id) || closing.signal.aborted) return;
		const { document, tracksJson, preview } = known;
		const kept = keepsPreview && preview ? { preview } : {};
		jobs.set(live.id, { ...live, ...kept, document, tracksJson });
		publish();
		// Begun elsewhere, or begun again: if its owner closes, somebody must go on.
		if (!isOver(live) && !cancels.has(live.id)) follow(live.id);
	}

	const leaveTabs = tabs.subscribe((raw) => {
		const message = readJobMessage(raw);
		switch (message?.type) {
			case 'jobs/ask':
				// The one that asks has seen no picture yet.
				toldPreviews.clear();
				for (const id of owned.keys()) tellLive(id);
				return;
			case 'jobs/live':
				void take(message.live, message.keepsPreview);
				return;
			case 'jobs/cancel':
				if (owned.has(message.id)) cancelHere(message.id);
				return;
			case 'jobs/removed':
				if (jobs.has(message.id)) removeHere(message.id);
		}
	});

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
			const job = idleJob(record);
			jobs.set(job.id, job);
			publish();
			own(job.id, true, () => job);
			return record.id;
		},
		cancel(id) {
			const job = jobs.get(id);
			if (!job || isOver(job)) return;
			if (!owned.has(id)) tell({ type: 'jobs/cancel', id });
			cancelHere(id);
		},
		retry(id) {
			const job = jobs.get(id);
			if (!job || !isOver(job) || job.state === 'done' || cancels.has(id)) return;
			own(id, false, () => {
				const ended = jobs.get(id);
				// Another tab may have been quicker.
				if (!ended || !isOver(ended) || ended.state === 'done') return undefined;
				if (!mayStillRun(ended)) return startedOver(ended);
				resends.add(id);
				return lookedForAgain(ended);
			});
		},
		remove(id) {
			if (!jobs.has(id)) return;
			removeHere(id);
			tell({ type: 'jobs/removed', id });
			void write(() => storage.remove(id));
		},
		moveTo(id, index) {
			if (queue.move(id, index)) publish();
		},
		getWaiting: queue.waiting,
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
				jobs.set(record.id, idleJob(record));
				if (!isOver(record)) follow(record.id);
			}
			publish();
			tell({ type: 'jobs/ask' });
		},
		dispose() {
			leaveTabs();
			queue.close();
			closing.abort();
			for (const { detach, end } of owned.values()) {
				detach.abort();
				end();
			}
			listeners.clear();
		},
	};
}

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
