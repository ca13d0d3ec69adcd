import { fail, ok, type Result } from '#core/result.ts';
import type { ClipTrack } from '#core/retarget/clipTrack.ts';
import type {
	Clip,
	ClipProblem,
	VideoTracksReply,
	VideoTracksWork,
	Wanted,
} from '#core/retarget/videoTracksWork.ts';
import { createWorker } from '../trusted/createWorker.ts';

export interface ReaderHooks {
	readonly signal: AbortSignal;
	/** 0..1. */
	onProgress(share: number): void;
}

/** Reads one clip at a time in a worker of its own, which keeps it. Promises reject with the signal's reason when cancelled. */
export interface ClipReader {
	/**
	 * @param bytes Of the file; they go to the worker and are empty here afterwards.
	 * @param from Seconds: where reading begins.
	 */
	open(bytes: Uint8Array, from: number, hooks: ReaderHooks): Promise<Result<Clip, ClipProblem>>;
	/** A frame of the open clip, to be closed by who asked. */
	show(frame: number, signal: AbortSignal): Promise<ImageBitmap>;
	/** Follows both ways from a frame of the open clip. */
	follow(frame: number, wanted: Wanted, hooks: ReaderHooks): Promise<readonly ClipTrack[]>;
	/** Ends the worker and whatever runs in it. */
	dispose(): void;
}

type Reply = VideoTracksReply<ImageBitmap>;
type WithoutId<Work> = Work extends { readonly id: number } ? Omit<Work, 'id'> : never;

interface Waiting {
	take(reply: Reply): void;
	fail(reason: unknown): void;
}

export function createClipReader(): ClipReader {
	const worker = createWorker('videoTracks');
	const waiting = new Map<number, Waiting>();
	let lastId = 0;
	const post = (message: VideoTracksWork, transfer: Transferable[] = []) =>
		worker.postMessage(message, transfer);
	const failAll = (reason: unknown) => {
		for (const { fail } of [...waiting.values()]) fail(reason);
	};
	worker.onmessage = ({ data }: MessageEvent<Reply>) => {
		const asker = waiting.get(data.id);
		if (asker) asker.take(data);
		else if (data.type === 'shown') data.bitmap.close();
	};
	worker.onerror = (event) => {
		// Handled here: no uncaught error of the page.
		event.preventDefault();
		failAll(new Error(event.message || 'the worker died'));
	};

	function ask<T>(
		work: WithoutId<VideoTracksWork>,
		{ signal, onProgress }: ReaderHooks,
		read: (reply: Reply) => T | undefined,
		transfer?: Transferable[],
	): Promise<T> {
		return new Promise((resolve, reject) => {
			signal.throwIfAborted();
			lastId++;
			const id = lastId;
			const settle = (finish: () => void) => {
				waiting.delete(id);
				signal.removeEventListener('abort', onAbort);
				finish();
			};
			const onAbort = () => {
				post({ type: 'cancel', id });
				settle(() => reject(signal.reason));
			};
			signal.addEventListener('abort', onAbort);
			waiting.set(id, {
				take(reply) {
					if (reply.type === 'progress') return onProgress(reply.share);
					const answer = read(reply);
					if (answer !== undefined) settle(() => resolve(answer));
				},
				fail: (reason) => settle(() => reject(reason)),
			});
			post({ ...work, id } as VideoTracksWork, transfer);
		});
	}

	return {
		open: (bytes, from, hooks) =>
			ask<Result<Clip, ClipProblem>>(
				{ type: 'open', bytes, from },
				hooks,
				(reply) =>
					reply.type === 'opened'
						? ok(reply.clip)
						: reply.type === 'unread'
							? fail(reply.problem)
							: undefined,
				[bytes.buffer as ArrayBuffer],
			),
		show: (frame, signal) =>
			ask({ type: 'show', frame }, { signal, onProgress: () => undefined }, (reply) =>
				reply.type === 'shown' ? reply.bitmap : undefined,
			),
		follow: (frame, wanted, hooks) =>
			ask({ type: 'follow', frame, wanted }, hooks, (reply) =>
				reply.type === 'followed' ? reply.tracks : undefined,
			),
		dispose() {
			worker.terminate();
			failAll(new DOMException('The clip was closed.', 'AbortError'));
		},
	};
}
