import { useCallback, useEffect, useRef, useState } from 'react';
import { type Clip, type ClipProblem, clipLimits } from '#core/retarget/videoTracksWork.ts';
import { type ClipReader, createClipReader } from './createClipReader.ts';

/** The clip of the dialog. */
export type ClipState =
	| { readonly name: 'none' }
	| { readonly name: 'reading'; readonly file: File; readonly share: number }
	/** A sentence where no problem is known by name. */
	| { readonly name: 'failed'; readonly file: File; readonly problem: ClipProblem | string }
	| {
			readonly name: 'ready';
			readonly file: File;
			/** Seconds: where its reading began. */
			readonly from: number;
			readonly clip: Clip;
			readonly reader: ClipReader;
	  };

export interface ClipHandle {
	readonly state: ClipState;
	open(file: File, from?: number): void;
	/** Ends the reading. */
	cancel(): void;
}

const none: ClipState = { name: 'none' };
const megabyte = 1024 * 1024;

/** Reads the file that is chosen; a later one takes the place of an earlier. The worker ends with the dialog. */
export function useClip(first: File | undefined): ClipHandle {
	const [state, setState] = useState<ClipState>(none);
	const reader = useRef<ClipReader>(undefined);
	const running = useRef<AbortController>(undefined);

	const open = useCallback(async (file: File, from = 0) => {
		running.current?.abort();
		const cancel = new AbortController();
		running.current = cancel;
		const { signal } = cancel;
		const set = (next: ClipState) => {
			if (!signal.aborted) setState(next);
		};
		const megabytes = Math.ceil(file.size / megabyte);
		const limit = clipLimits.megabytes;
		if (megabytes > limit) {
			const problem: ClipProblem = { kind: 'tooLarge', megabytes, limit };
			return set({ name: 'failed', file, problem });
		}
		set({ name: 'reading', file, share: 0 });
		try {
			const bytes = new Uint8Array(await file.arrayBuffer());
			signal.throwIfAborted();
			reader.current ??= createClipReader();
			const clips = reader.current;
			const opened = await clips.open(bytes, from, {
				signal,
				onProgress: (share) => set({ name: 'reading', file, share }),
			});
			if (opened.ok) set({ name: 'ready', file, from, clip: opened.value, reader: clips });
			else set({ name: 'failed', file, problem: opened.error });
		} catch (error) {
			const problem = error instanceof Error ? error.message : String(error);
			set({ name: 'failed', file, problem });
		}
	}, []);

	useEffect(() => {
		if (first) void open(first);
		return () => {
			running.current?.abort();
			reader.current?.dispose();
			reader.current = undefined;
		};
	}, [first, open]);

	const cancel = useCallback(() => {
		running.current?.abort();
		setState(none);
	}, []);
	return { state, open: (file, from) => void open(file, from), cancel };
}
