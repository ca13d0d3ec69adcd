import type { WanDocument } from '#core/document/document.ts';
import type { EncodedVideo, StartFrame } from '#media/media.ts';
import type { EngineError } from './engineError.ts';

export type EngineId = 'draft' | 'comfy';

/** One generation as it was when Generate was pressed; nothing in it changes afterwards. */
export interface JobInput {
	readonly document: WanDocument;
	/** The seed really used. */
	readonly seed: number;
	/** One entry a visible track: 121 x 2 values in frame pixels, 2 decimals (fewer for a released one): the very numbers that are exported. */
	readonly samples: readonly Float64Array[];
	/** The same as ATI tracks JSON. */
	readonly tracksJson: string;
	/** Decodes and crops on demand; a resumed job never asks. */
	startFrame(): Promise<StartFrame>;
}

/** Where a run lives on a server: enough to find it again after a reload. */
export interface RemoteRun {
	/** Base URL or name of the server the run was sent to. */
	readonly serverId: string;
	readonly promptId: string;
	readonly clientId: string;
	/** `posting`: about to be sent, the server has not said yet that it has it. Absent: `accepted`. */
	readonly stage?: 'posting' | 'accepted';
	/** Our files in the server's input folder that the run reads, as LoadImage takes them. */
	readonly uploads?: readonly string[];
}

export type EngineEvent =
	| {
			readonly type: 'state';
			readonly state: 'uploading' | 'submitting' | 'pending' | 'running' | 'finishing';
			/** Runs ahead of ours, when pending. */
			readonly position?: number;
	  }
	/** Said before the run is submitted, so that it is stored before it can exist; again when the server has it. */
	| { readonly type: 'remote'; readonly remote: RemoteRun }
	| {
			readonly type: 'progress';
			/** 0..1 of the whole job, never falling. */
			readonly fraction: number;
			readonly step?: { readonly value: number; readonly max: number };
			/** Class or title of the node at work, the server's text. */
			readonly node?: string;
	  }
	/** A still of the first latent frame while sampling; an encoded picture. */
	| { readonly type: 'preview'; readonly bytes: Uint8Array; readonly mediaType: string }
	/** No news for so long; the run goes on. Silence 0 means news came again. */
	| { readonly type: 'stalled'; readonly silentMs: number };

export type EngineOutcome =
	| {
			readonly state: 'done';
			readonly video: EncodedVideo;
			/** The server answered out of its cache: nothing was rendered. */
			readonly fromCache: boolean;
			/** False: a whole video that this browser cannot show; it can be saved. Absent: not known. */
			readonly playable?: boolean;
	  }
	| { readonly state: 'failed'; readonly error: EngineError }
	| { readonly state: 'cancelled' }
	/** The server knows nothing of the run any more (restart, history cleared). */
	| { readonly state: 'lost' };

export interface EngineContext {
	/** Id of the job, for the run log. */
	readonly jobId?: string;
	/** Aborts when the person cancels: the remote run is stopped too. */
	readonly cancel: AbortSignal;
	/** Aborts when the owner goes (page closes): stop watching, leave the remote run alone; the promise rejects with AbortError. */
	readonly detach: AbortSignal;
	/** For `remote`: wait for the answer before the run is sent; then it is stored. */
	emit(event: EngineEvent): void | Promise<void>;
	/** Set when the run was already sent: find it again, send nothing. */
	readonly resume?: RemoteRun;
	/**
	 * Aborts when the person puts the run before all others of its server: one that waits there is taken back and sent anew to
	 * the head of the queue. Aborted from the start: it is sent there. Absent: never.
	 */
	readonly first?: AbortSignal;
	/** With `resume`: the person asks for it again; when the server has no such run it is sent anew. */
	readonly resend?: boolean;
}

/** What makes videos: ComfyUI or the draft. Expected failures are outcomes. */
export interface Engine {
	readonly id: EngineId;
	run(input: JobInput, context: EngineContext): Promise<EngineOutcome>;
}
