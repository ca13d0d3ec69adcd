/// <reference lib="webworker" />
import type { ClipTrack } from '#core/retarget/clipTrack.ts';
import type { VideoTracksReply, VideoTracksWork, Wanted } from '#core/retarget/videoTracksWork.ts';
import { type FollowHooks, followPoints } from './followPoints.ts';
import { pickMovers } from './pickMovers.ts';
import { type ReadClip, readClip } from './readClip.ts';
import { readFrame } from './storedFrame.ts';

/* Keeps one clip, shows its frames and follows what is in them; whoever started it stops it by ending the worker. */

declare const self: DedicatedWorkerGlobalScope;

type Reply = VideoTracksReply<ImageBitmap>;

let kept: ReadClip | undefined;
/** What runs, by its id. */
const running = new Map<number, AbortController>();

self.onmessage = ({ data }: MessageEvent<VideoTracksWork>) => {
	if (data.type === 'cancel') running.get(data.id)?.abort();
	else void answer(data);
};

async function answer(work: Exclude<VideoTracksWork, { type: 'cancel' }>): Promise<void> {
	const { id } = work;
	const cancel = new AbortController();
	running.set(id, cancel);
	try {
		if (work.type === 'open') await open(work, cancel.signal);
		else if (work.type === 'show') await show(work);
		else {
			const tracks = await follow(work.frame, work.wanted, id, cancel.signal);
			reply({ type: 'followed', id, tracks });
		}
	} catch (error) {
		// Told to nobody who gave it up; anything else is a bug and ends up with the page's `onerror`.
		if (!cancel.signal.aborted) reportError(error);
	} finally {
		running.delete(id);
	}
}

async function open(
	{ id, bytes, from }: Extract<VideoTracksWork, { type: 'open' }>,
	signal: AbortSignal,
): Promise<void> {
	// The clip before is let go first: two would not fit into the promise about memory.
	kept = undefined;
	const read = await readClip(bytes, from, {
		signal,
		onProgress: (share) => reply({ type: 'progress', id, share }),
	});
	if (!read.ok) return reply({ type: 'unread', id, problem: read.error });
	kept = read.value;
	reply({ type: 'opened', id, clip: read.value.clip });
}

async function show({ id, frame }: Extract<VideoTracksWork, { type: 'show' }>): Promise<void> {
	const bitmap = await createImageBitmap(readFrame(framesKept()[frame]!));
	reply({ type: 'shown', id, bitmap }, [bitmap]);
}

function follow(at: number, wanted: Wanted, id: number, signal: AbortSignal): Promise<ClipTrack[]> {
	const frames = framesKept();
	const hooks: FollowHooks = {
		onProgress: (done) => reply({ type: 'progress', id, share: done / (frames.length + 1) }),
		breathe: async () => {
			await nextTurn();
			signal.throwIfAborted();
		},
	};
	return 'pick' in wanted
		? pickMovers(frames, at, wanted.pick, hooks)
		: followPoints(frames, at, wanted.points, hooks);
}

function framesKept(): ReadClip['frames'] {
	if (!kept) throw new Error('no clip is open');
	return kept.frames;
}

/** Messages that wait, a cancel among them, come in before it is over. */
function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

function reply(message: Reply, transfer: Transferable[] = []): void {
	self.postMessage(message, transfer);
}
