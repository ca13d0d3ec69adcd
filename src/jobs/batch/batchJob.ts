import type { Engine, EngineEvent, EngineOutcome, JobInput, RemoteRun } from '../engine.ts';

/** One video of many. */
export interface BatchJob {
	/** Names it in the journal: the same for the same shot, settings and seed. */
	readonly key: string;
	/** Jobs of one group share models, LoRAs and size: run after each other, the server keeps what it has loaded. */
	readonly group: string;
	/** Read when the job begins. Rejects with a plain sentence when the picture is gone. */
	input(): Promise<JobInput>;
	/** Where a run of it was left by a process that died. */
	readonly remote?: RemoteRun;
}

export interface BatchServer {
	/** As in `RemoteRun.serverId`. */
	readonly id: string;
	/** Speaks to this server only. */
	readonly engine: Engine;
	/** False: it only ends what it has of ours already. */
	readonly takesNew: boolean;
	/** Unloads its models. Absent: nothing to unload. */
	free?(): Promise<void>;
}

export interface BatchTalk {
	/** `remote` is waited for: then the run is in the journal before it exists. */
	onEvent(job: BatchJob, event: EngineEvent, server: BatchServer): void | Promise<void>;
	/** A server's fault; the job is tried again after `waitMs`. */
	onRetry(job: BatchJob, outcome: EngineOutcome, server: BatchServer, waitMs: number): void;
	/**
	 * Once a job, waited for. `server` undefined: it never began.
	 * What it throws ends the batch: it keeps the videos.
	 */
	onEnd(job: BatchJob, outcome: EngineOutcome, server: BatchServer | undefined): Promise<void>;
}
