import type { ServerFile } from '../client/createComfyClient.ts';
import type { SocketMessage } from '../protocol/parseSocketMessage.ts';
import type { Verdict } from './judgeHistory.ts';

/** Something learned about a run. `at` is ms of the platform's clock. */
export type RunFact =
	/** A text frame of the socket; those of other runs are ignored. */
	| { readonly type: 'message'; readonly message: SocketMessage; readonly at: number }
	/** The queue was read and our run is in it. `ahead`: runs before ours, 0 while it runs. */
	| {
			readonly type: 'queued';
			readonly place: 'running' | 'pending';
			readonly ahead: number;
			readonly at: number;
	  }
	/** The queue, then history, then the queue again were read, and our run is in none of them. `confirmed`: the server once said that it has it. */
	| { readonly type: 'absent'; readonly confirmed: boolean; readonly at: number }
	/** History has it. */
	| { readonly type: 'history'; readonly verdict: Verdict; readonly at: number }
	/** The person wants it stopped. */
	| { readonly type: 'cancelRequested'; readonly at: number }
	| { readonly type: 'clock'; readonly at: number };

/** How a run ended, from our side. */
export type RunEnd =
	| Verdict
	| { readonly state: 'cancelled' }
	/** `file`: the video that the socket told of before the server forgot the run; it may still lie there. */
	| { readonly state: 'lost'; readonly file?: ServerFile };

export interface RunState {
	readonly phase: 'pending' | 'running' | 'finishing' | 'ended';
	/** Set once, by history or by a lasting absence; nothing changes after it. */
	readonly end?: RunEnd;
	/** Runs ahead of ours while pending. */
	readonly position?: number;
	/** 0..1 of the server's work, never falling. */
	readonly fraction: number;
	/** The sampler's step; never falling. */
	readonly step?: { readonly value: number; readonly max: number };
	/** Id of the node that was last seen at work. */
	readonly node?: string;
	/** Share done of each node, 0..1; cached nodes are 1. */
	readonly done: Readonly<Record<string, number>>;
	/** The video that our save node told of on the socket. Only history proves it; it helps when history was cleared. */
	readonly file?: ServerFile;
	readonly cancelRequested: boolean;
	/** When something about this run was last heard (a poll that repeats itself is no news). */
	readonly newsAt: number;
	/** When the clock was last read. */
	readonly now: number;
	/** Since when it is in neither queue nor history. */
	readonly absentSince?: number;
}

export const startRun = (at: number): RunState => ({
	phase: 'pending',
	fraction: 0,
	done: {},
	cancelRequested: false,
	newsAt: at,
	now: at,
});
