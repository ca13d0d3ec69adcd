import { useEffect, useRef } from 'react';

/** Plays a part of a clip at its own pace, round and round, while it is playing. */
export function usePlayback(
	isPlaying: boolean,
	times: readonly number[],
	[inFrame, outFrame]: readonly [number, number],
	frame: number,
	onFrame: (frame: number) => void,
): void {
	const latest = useRef({ frame, onFrame });
	latest.current = { frame, onFrame };
	useEffect(() => {
		if (!isPlaying) return;
		const from = latest.current.frame;
		const begin = times[inFrame] ?? 0;
		// The last frame is on show as long as the one before it.
		const end = (times[outFrame] ?? 0) + (times[outFrame] ?? 0) - (times[outFrame - 1] ?? 0);
		const first = from > inFrame && from < outFrame ? (times[from] ?? begin) : begin;
		let started: number | undefined;
		let id = requestAnimationFrame(function step(now) {
			started ??= now;
			const elapsed = first - begin + (now - started) / 1000;
			const seconds = begin + (elapsed % (end - begin));
			let shown = inFrame;
			while (shown < outFrame && (times[shown + 1] ?? end) <= seconds) shown++;
			if (shown !== latest.current.frame) latest.current.onFrame(shown);
			id = requestAnimationFrame(step);
		});
		return () => cancelAnimationFrame(id);
	}, [isPlaying, times, inFrame, outFrame]);
}
