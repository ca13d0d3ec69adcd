import { useEffect, useRef, useState } from 'react';
import type { Job } from '#jobs/job.ts';
import { downloadFrames } from './resultFiles.ts';

export type FramesDownload =
	| { readonly state: 'idle' }
	/** `fraction` 0..1. */
	| { readonly state: 'packing'; readonly fraction: number };

/** Unpacks a video into a zip of PNGs and downloads it; given up when the job changes or the owner goes. */
export function useFramesDownload(job: Job) {
	const [state, setState] = useState<FramesDownload>({ state: 'idle' });
	const work = useRef<AbortController>(undefined);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another job ends the work on this one
	useEffect(() => {
		setState({ state: 'idle' });
		return () => work.current?.abort();
	}, [job.id]);
	const frameCount = job.video?.frameCount ?? 1;
	return {
		state,
		/** @returns false only when the video could not be unpacked; giving up is no failure. */
		async start(bytes: Uint8Array): Promise<boolean> {
			work.current?.abort();
			const own = new AbortController();
			work.current = own;
			setState({ state: 'packing', fraction: 0 });
			try {
				// Decoding video is heavy code: it comes when it is wanted.
				const { framesToZip } = await import('#media/browser/framesZip.ts');
				const zip = await framesToZip(bytes, {
					signal: own.signal,
					onProgress: (done) =>
						own.signal.aborted || setState({ state: 'packing', fraction: done / frameCount }),
				});
				if (own.signal.aborted) return true;
				downloadFrames(job, zip);
				setState({ state: 'idle' });
				return true;
			} catch {
				if (own.signal.aborted) return true;
				setState({ state: 'idle' });
				return false;
			}
		},
		stop(): void {
			work.current?.abort();
			setState({ state: 'idle' });
		},
	};
}
