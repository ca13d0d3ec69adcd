import type { WanDocument } from '#core/document/document.ts';
import type { EngineId, RemoteRun } from './engine.ts';
import type { EngineError } from './engineError.ts';

/** The states scripts see as `data-state`. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'lost';

/** What happens inside `queued` and `running`. */
export type JobPhase = 'waiting' | 'uploading' | 'submitting' | 'pending' | 'running' | 'finishing';

/** What is stored of a job; survives a reload. Times are ms since the epoch. */
export interface JobRecord {
	readonly id: string;
	/** Counts up per project: "Run 48". */
	readonly number: number;
	readonly engine: EngineId;
	readonly document: WanDocument;
	readonly seed: number;
	/** The project that was open when it was asked for; absent: by an earlier version. */
	readonly projectId?: string;
	readonly tracksJson: string;
	readonly state: JobState;
	readonly phase: JobPhase;
	readonly createdAt: number;
	readonly startedAt?: number;
	readonly finishedAt?: number;
	readonly remote?: RemoteRun;
	/** The person put it before all others of its server. */
	readonly first?: boolean;
	/** The server answered out of its cache: nothing was rendered. */
	readonly fromCache?: boolean;
	/** Number of the earlier job whose video that is, where we know it. */
	readonly sameAs?: number;
	readonly error?: EngineError;
	/** What the person says of it; read with `marksOf`. */
	readonly marks?: unknown;
	/** Deleted then, ms since the epoch, and not shown: it can be taken back until it is removed. */
	readonly deletedAt?: number | undefined;
	/** Size and kind of the stored video; its bytes lie beside, under the job's id. */
	readonly video?: {
		readonly mediaType: string;
		readonly extension: string;
		readonly width: number;
		readonly height: number;
		readonly frameCount: number;
		readonly fps: number;
		readonly byteLength: number;
		/** False: this browser cannot show it, but it can be saved. */
		readonly playable?: boolean;
	};
}

/** What a person changes of a job; `deletedAt: undefined` takes it back. */
export type JobEdit = Pick<JobRecord, 'marks' | 'deletedAt'>;

/** A job as shown: its record and what is known only while it runs. */
export interface Job extends JobRecord {
	/** 0..1, never falling. */
	readonly fraction: number;
	readonly step?: { readonly value: number; readonly max: number };
	readonly node?: string;
	readonly position?: number;
	readonly preview?: { readonly bytes: Uint8Array; readonly mediaType: string };
	/** Ms without news; 0 or absent while news comes. */
	readonly stalledMs?: number;
}

/** Where jobs and their videos are kept; IndexedDB in the app, memory in tests. */
export interface JobStorage {
	list(): Promise<readonly JobRecord[]>;
	put(record: JobRecord): Promise<void>;
	putVideo(jobId: string, bytes: Uint8Array): Promise<void>;
	getVideo(jobId: string): Promise<Uint8Array | undefined>;
	remove(jobId: string): Promise<void>;
}
