import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import type { EngineOutcome } from '../engine.ts';
import type { BatchJob, BatchServer, BatchTalk } from './batchJob.ts';
import { createWaitingRoom, type WaitingJob } from './createWaitingRoom.ts';
import { faultKind, isOfTheServer, isWorthLooking } from './serverFault.ts';
import { createTurn, pause } from './turn.ts';

export interface BatchOptions extends BatchTalk {
	readonly jobs: readonly BatchJob[];
	/** The least busy first. */
	readonly servers: readonly BatchServer[];
	/** Runs that a server has of ours at a time, 1 or more: with 2 the next one waits there already. */
	readonly perServer: number;
	/** Times that a job, or a server that does not answer, is tried again after a server's fault. */
	readonly retries: number;
	readonly platform: Pick<ComfyPlatform, 'setTimeout' | 'clearTimeout' | 'randomBytes'>;
	/** Stops what runs, also on the servers; nothing new begins. */
	readonly cancel: AbortSignal;
	/** As `EngineContext.first`, for every job. */
	readonly first?: AbortSignal;
}

/**
 * Makes many videos on several servers. Each server takes the next job itself: first what is there of ours already, then one
 * that needs what it has loaded; its models are freed when it goes on to another group and at the end. A job that a server
 * cannot do is left to the others; one that a server's fault ended is tried again, after longer and longer pauses, on the
 * server that may still have it or on any.
 * @returns when every job has had its `onEnd`.
 */
export async function runBatch(options: BatchOptions): Promise<void> {
	const room = createWaitingRoom(options.jobs);
	const turn = createTurn();
	const open = new Set(options.servers.map(({ id }) => id));
	let running = 0;

	async function serve(server: BatchServer): Promise<void> {
		const mine = new Set<Promise<void>>();
		let group: string | undefined;
		let faults = 0;
		let isAway = false;
		/** Pauses after a fault: nothing is begun meanwhile. */
		let pauses = 0;

		async function runOne(waiting: WaitingJob): Promise<void> {
			const outcome = await runJob(waiting, server, options);
			running--;
			const kind = options.cancel.aborted ? 'run' : faultKind(outcome);
			if (isOfTheServer(outcome)) faults++;
			else faults = 0;
			isAway = faults > options.retries;
			if (kind !== 'fault' || !isWorthLooking(outcome)) waiting.remote = undefined;
			waiting.last = outcome;
			if (kind === 'refusal') waiting.refusedBy.add(server.id);
			if (kind === 'fault' && !isOfTheServer(outcome)) waiting.tries++;
			const isTriedAgain =
				(kind === 'fault' && waiting.tries <= options.retries) ||
				(kind === 'refusal' && options.servers.some((one) => canDo(one, waiting)));
			if (!isTriedAgain) {
				await options.onEnd(waiting.job, outcome, server);
				turn.next();
				return;
			}
			room.putBack(waiting);
			turn.next();
			if (kind !== 'fault' || isAway) return;
			const waitMs = backOffMs(Math.max(waiting.tries, faults));
			options.onRetry(waiting.job, outcome, server, waitMs);
			pauses++;
			await pause(options.platform, waitMs, options.cancel);
			pauses--;
		}

		while (!options.cancel.aborted && !isAway) {
			const isFull = pauses > 0 || mine.size >= options.perServer;
			const waiting = isFull ? undefined : room.take(server, group, mine.size === 0);
			if (!waiting) {
				const mayCome = running > 0 && server.takesNew;
				if (mine.size === 0 && !mayCome && !room.hasWorkFor(server)) break;
				await Promise.race([...mine, turn.wait(options.cancel)]);
				continue;
			}
			running++;
			if (group !== undefined && waiting.job.group !== group && mine.size === 0)
				await server.free?.();
			group = waiting.job.group;
			room.setGroup(server.id, group);
			const one: Promise<void> = runOne(waiting).finally(() => mine.delete(one));
			mine.add(one);
		}
		await Promise.all(mine);
		open.delete(server.id);
		room.setGroup(server.id, undefined);
		turn.next();
		if (group !== undefined && !isAway && !options.cancel.aborted) await server.free?.();
	}

	const canDo = (server: BatchServer, { refusedBy }: WaitingJob): boolean =>
		open.has(server.id) && server.takesNew && !refusedBy.has(server.id);

	await Promise.all(options.servers.map(serve));
	for (const { job, last } of room.empty())
		await options.onEnd(
			job,
			options.cancel.aborted ? cancelled : (last ?? noServer(job)),
			undefined,
		);
}

const cancelled: EngineOutcome = { state: 'cancelled' };
const noServer = ({ remote }: BatchJob): EngineOutcome => ({
	state: 'failed',
	error: { kind: 'unreachable', url: remote?.serverId ?? '' },
});

/** 2, 4, 8 ... 60 s. */
const backOffMs = (tries: number): number => Math.min(60_000, 1_000 * 2 ** Math.min(tries, 10));

/** What an engine throws, or a picture that is gone, ends this job only. */
async function runJob(
	waiting: WaitingJob,
	server: BatchServer,
	{ platform, cancel, first, onEvent }: BatchOptions,
): Promise<EngineOutcome> {
	const { job, remote } = waiting;
	try {
		return await server.engine.run(await job.input(), {
			jobId: createUuid((count) => platform.randomBytes(count)),
			cancel,
			detach: never,
			emit(event) {
				if (event.type === 'remote') waiting.remote = event.remote;
				return onEvent(job, event, server);
			},
			...(first ? { first } : {}),
			...(remote ? { resume: remote, resend: true } : {}),
		});
	} catch (cause) {
		if (cancel.aborted) return cancelled;
		const detail = cause instanceof Error ? cause.message : String(cause);
		return { state: 'failed', error: { kind: 'internal', detail } };
	}
}

const never = new AbortController().signal;
