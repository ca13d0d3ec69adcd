/* One thing in one file: who works on which job, so that view, store, tabs and engines never disagree. */
import type { WanDocument } from '#core/document/document.ts';
import type { StartFrame } from '#media/media.ts';
import type { Engine, EngineEvent, EngineId, EngineOutcome } from './engine.ts';
import type { Job, JobEdit, JobRecord, JobStorage } from './job.ts';
import { findSame, randomSeed, samplesOf } from './jobInput.ts';
import { createJobQueue } from './jobQueue.ts';
import {
	afterEvent,
	afterOutcome,
	idleJob,
	isOver,
	isWaiting,
	lookedForAgain,
	mayStillRun,
	startedOver,
} from './jobTransitions.ts';
import { createJobBook } from './manager/jobBook.ts';
import { runJob } from './manager/runJob.ts';
import { createTabTalk } from './manager/tabTalk.ts';
import type { LiveJob } from './tabs/jobMessage.ts';
import { createSoloTabLink, type TabLink } from './tabs/tabLink.ts';

export interface JobManagerDeps {
	readonly engines: readonly Engine[];
	readonly storage: JobStorage;
	/** Ms since the epoch. */
	now(): number;
	createId(): string;
	/** Makes the start frame of a stored document again, for jobs that begin after a reload, and for retries. */
	startFrame(document: WanDocument): Promise<StartFrame>;
	/** The project that a new job is of. Default: none. */
	projectId?(): string;
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
	/** Forgets a job and its video for good; a running one is cancelled. */
	remove(id: string): void;
	/** Marks a job, takes it out of sight, or takes it back: here, in the store, and in the other tabs. */
	edit(id: string, edit: JobEdit): void;
	/**
	 * The job goes before all others of its server, ours and other people's: what waits here is sent at once to the head of the
	 * server's queue, what waits there is taken back and sent anew. One that is at work or over stays as it is.
	 */
	putFirst(id: string): void;
	/** Puts a job that waits in this tab at a place among those that wait, 0 the next to start. Any other stays where it is. */
	moveTo(id: string, index: number): void;
	/** Jobs of an engine that wait in this tab and are on no server yet, the next to start first. */
	getWaiting(engine: EngineId): readonly string[];
	/** By number, oldest first, without the deleted. The same array until something changes. */
	getJobs(): readonly Job[];
	/** Deleted ones that can still be taken back. */
	getDeleted(): readonly Job[];
	/** Called after each change; returns the way out. */
	subscribe(listener: () => void): () => void;
	/** Undefined when there is none, or when the store cannot be read. */
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
	/** Aborts: to the head of the server's queue. */
	readonly first: AbortController;
	/** The work has ended; its name is given back. */
	end(): void;
}

export function createJobManager(deps: JobManagerDeps): JobManager {
	const { now, random = Math.random, tabs = createSoloTabLink() } = deps;
	const book = createJobBook(deps.storage, (cause) => deps.onStorageError?.(cause));
	/** Of jobs that are not over, here or elsewhere. */
	const cancels = new Map<string, AbortController>();
	/** Of jobs that this tab works on. */
	const owned = new Map<string, Owned>();
	const resends = new Set<string>();
	const startFrames = new Map<string, () => Promise<StartFrame>>();
	const closing = new AbortController();

	const tellLive = (id: string): void => {
		const job = book.get(id);
		if (job) talk.tellLive(job);
	};
	/** A job that this tab has changed. */
	const set = (job: Job): void => {
		book.put(job);
		talk.tellLive(job);
	};

	const queue = createJobQueue(async (id) => {
		const cancel = cancels.get(id);
		const job = book.get(id);
		const owner = owned.get(id);
		if (!cancel || !job || !owner) return;
		// Nothing is sent before it is stored.
		await book.written();
		const outcome = await runJob(job, {
			engines: deps.engines,
			startFrame: () => startFrames.get(id)?.() ?? deps.startFrame(job.document),
			jobId: id,
			cancel: cancel.signal,
			detach: owner.detach.signal,
			first: owner.first.signal,
			emit: (event) => onEvent(id, event),
			...(job.remote ? { resume: job.remote } : {}),
			...(resends.has(id) ? { resend: true } : {}),
		});
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
			const stored = isNew ? undefined : await book.storedJob(id);
			const job = book.has(id) && !closing.signal.aborted ? begin(stored) : undefined;
			if (!job) {
				cancels.delete(id);
				return;
			}
			const detach = new AbortController();
			const first = new AbortController();
			if (job.first) first.abort();
			let leave = (): void => undefined;
			await new Promise<void>((end) => {
				owned.set(id, { detach, first, end });
				leave = () => {
					detach.abort();
					if (queue.drop(id)) end();
				};
				lost.addEventListener('abort', leave);
				if (book.get(id) !== job) set(job);
				// Other tabs read the rest of a new job from the store.
				void book.store(job).then(() => tellLive(id));
				// What is on a server already needs no turn, nor does what goes before all others there.
				if ((job.remote && !resends.has(id)) || job.first) queue.join(job.engine, id);
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
			const here = book.get(id);
			if (!here) return undefined;
			// The owner may have ended or sent it a moment ago.
			const over = [stored, here].find((job) => job && isOver(job));
			const sent = [here, stored].find((job) => job?.remote);
			if (!over) return sent ?? startedOver(here);
			book.put(over);
			return undefined;
		});

	function onEvent(id: string, event: EngineEvent): void | Promise<void> {
		const job = book.get(id);
		if (!job || isOver(job)) return;
		const next = afterEvent(job, event, now());
		set(next);
		if (next.phase === 'running' && next.remote) queue.atWork(id);
		if (event.type === 'remote' || next.phase !== job.phase) return book.store(next);
	}

	async function settle(id: string, outcome: EngineOutcome, owner?: Owned): Promise<void> {
		const job = book.get(id);
		if (!job) return owner?.end();
		const ended = afterOutcome(job, outcome, now());
		const same = ended.fromCache ? findSame(ended, book.all()) : undefined;
		const next = same ? { ...ended, sameAs: same.number } : ended;
		forgetWork(id);
		if (outcome.state === 'done') {
			// Shown here out of memory; told and stored when the video is: a record that says done must have one.
			const stored = book.storeVideo(id, outcome.video.bytes);
			book.put(next);
			await stored;
		}
		if (book.has(id)) {
			set(next);
			await book.store(next);
		}
		owner?.end();
	}

	function forgetWork(id: string): void {
		talk.forget(id);
		cancels.delete(id);
		startFrames.delete(id);
		resends.delete(id);
	}

	function cancelHere(id: string): void {
		cancels.get(id)?.abort();
		// A run on a server is stopped there.
		if (!book.get(id)?.remote && queue.drop(id))
			void settle(id, { state: 'cancelled' }, owned.get(id));
	}

	function putFirstHere(id: string): void {
		const job = book.get(id);
		const owner = owned.get(id);
		if (!job || !owner || !isWaiting(job)) return;
		const marked = { ...job, first: true };
		set(marked);
		void book.store(marked);
		owner.first.abort();
		if (queue.drop(id)) queue.join(job.engine, id);
	}

	function editHere(id: string, edit: JobEdit): void {
		const job = book.get(id);
		if (!job) return;
		const next = { ...job, ...edit };
		book.put(next);
		// Of an open job the owner has the newest.
		if (owned.has(id) || isOver(next)) void book.store(next);
	}

	function removeHere(id: string): void {
		const waited = queue.drop(id);
		cancels.get(id)?.abort();
		forgetWork(id);
		book.drop(id);
		if (waited) owned.get(id)?.end();
	}

	/** A job as its owner, another tab, tells it. */
	async function take(live: LiveJob, keepsPreview: boolean): Promise<void> {
		const known = book.get(live.id) ?? (await book.storedJob(live.id));
		if (!known || owned.has(live.id) || closing.signal.aborted) return;
		const { document, tracksJson, preview } = known;
		const kept = keepsPreview && preview ? { preview } : {};
		book.put({ ...live, ...kept, document, tracksJson });
		// Begun elsewhere, or begun again: if its owner closes, somebody must go on.
		if (!isOver(live) && !cancels.has(live.id)) follow(live.id);
	}

	const talk = createTabTalk(tabs, {
		asked: () => {
			for (const id of owned.keys()) tellLive(id);
		},
		live: (live, keepsPreview) => void take(live, keepsPreview),
		wish(message) {
			const { type, id } = message;
			if (type === 'jobs/edit') editHere(id, message.edit);
			if (type === 'jobs/cancel' && owned.has(id)) cancelHere(id);
			if (type === 'jobs/first') putFirstHere(id);
			if (type === 'jobs/removed' && book.has(id)) removeHere(id);
		},
	});

	return {
		submit({ engine, document, startFrame }) {
			const { tracksJson } = samplesOf(document);
			const { shot } = document;
			const record: JobRecord = {
				id: deps.createId(),
				number: book.nextNumber(),
				engine,
				document,
				seed: shot.newSeedEachTime ? randomSeed(random) : shot.seed,
				...(deps.projectId && { projectId: deps.projectId() }),
				tracksJson,
				state: 'queued',
				phase: 'waiting',
				createdAt: now(),
			};
			if (startFrame) startFrames.set(record.id, startFrame);
			const job = idleJob(record);
			book.put(job);
			own(job.id, true, () => job);
			return record.id;
		},
		cancel(id) {
			const job = book.get(id);
			if (!job || isOver(job)) return;
			if (!owned.has(id)) talk.tell({ type: 'jobs/cancel', id });
			cancelHere(id);
		},
		retry(id) {
			const job = book.get(id);
			if (!job || !isOver(job) || job.state === 'done' || cancels.has(id)) return;
			own(id, false, () => {
				const ended = book.get(id);
				// Another tab may have been quicker.
				if (!ended || !isOver(ended) || ended.state === 'done') return undefined;
				if (!mayStillRun(ended)) return startedOver(ended);
				resends.add(id);
				return lookedForAgain(ended);
			});
		},
		remove(id) {
			if (!book.has(id)) return;
			removeHere(id);
			talk.tell({ type: 'jobs/removed', id });
			void book.forget(id);
		},
		edit(id, edit) {
			editHere(id, edit);
			talk.tell({ type: 'jobs/edit', id, edit });
		},
		putFirst(id) {
			if (owned.has(id)) putFirstHere(id);
			else talk.tell({ type: 'jobs/first', id });
		},
		moveTo(id, index) {
			if (queue.move(id, index)) book.publish();
		},
		getWaiting: queue.waiting,
		getJobs: book.all,
		getDeleted: book.deleted,
		subscribe: book.subscribe,
		getVideo: book.getVideo,
		async resume() {
			const stored = [...(await book.stored())].filter(({ id }) => !book.has(id));
			book.putAll(stored.map(idleJob));
			stored.sort((a, b) => a.number - b.number);
			for (const record of stored) if (!isOver(record)) follow(record.id);
			talk.tell({ type: 'jobs/ask' });
		},
		dispose() {
			talk.dispose();
			queue.close();
			closing.abort();
			for (const { detach, end } of owned.values()) {
				detach.abort();
				end();
			}
			book.dispose();
		},
	};
}
