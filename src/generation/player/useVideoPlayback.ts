import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { frameAtTime, momentInFrame } from './frameTime.ts';
import type { LoopRange } from './useLoopRange.ts';

export interface VideoClip {
	readonly fps: number;
	readonly frameCount: number;
}

export interface Playback {
	readonly frame: number;
	readonly playing: boolean;
	readonly failed: boolean;
	play(): void;
	pause(): void;
	/** Pauses and shows that frame, held to the clip. */
	seek(frame: number): void;
	/** Put on the `video`. */
	readonly handlers: {
		onPlay(): void;
		onPause(): void;
		onError(): void;
		onSeeked(): void;
		onLoadedData(): void;
		onTimeUpdate(): void;
	};
}

/**
 * Play, pause and exact frames of a video element. The frame comes from the decoder (`requestVideoFrameCallback`), so that
 * what is drawn over it belongs to the picture on show; without that call, from the clock.
 * @param onFrame Called with each frame as it is shown.
 * @param range First and last frame that are played over and over; absent: the whole clip.
 */
export function useVideoPlayback(
	video: RefObject<HTMLVideoElement | null>,
	{ fps, frameCount }: VideoClip,
	onFrame: (frame: number) => void,
	range?: Pick<LoopRange, 'from' | 'to' | 'isWhole'>,
): Playback {
	const [frame, setFrame] = useState(0);
	const [playing, setPlaying] = useState(false);
	const [failed, setFailed] = useState(false);
	const report = useRef(onFrame);
	report.current = onFrame;
	const stretch = useRef(range);
	stretch.current = range;
	/** What is on show now; the state of the last render may be a frame behind. */
	const shown = useRef(0);

	const show = useCallback(
		(seconds: number) => {
			const next = frameAtTime(seconds, fps, frameCount);
			shown.current = next;
			setFrame(next);
			report.current(next);
			const element = video.current;
			const { from, to, isWhole } = stretch.current ?? { from: 0, to: 0, isWhole: true };
			if (element && !element.paused && !isWhole && (next >= to || next < from))
				element.currentTime = momentInFrame(from, fps);
		},
		[video, fps, frameCount],
	);

	useEffect(() => {
		const element = video.current;
		if (!element?.requestVideoFrameCallback) return;
		let handle = 0;
		const next: VideoFrameRequestCallback = (_now, { mediaTime }) => {
			show(mediaTime);
			handle = element.requestVideoFrameCallback(next);
		};
		handle = element.requestVideoFrameCallback(next);
		return () => element.cancelVideoFrameCallback(handle);
	}, [video, show]);

	const sync = () => {
		const element = video.current;
		if (element) show(element.currentTime);
	};
	return {
		frame,
		playing,
		failed,
		play() {
			const element = video.current;
			if (!element) return;
			if (element.ended) element.currentTime = 0;
			// Refused when the page may not play by itself: the button stays "Play".
			element.play().catch(() => setPlaying(false));
		},
		pause: () => video.current?.pause(),
		seek(to) {
			const element = video.current;
			if (!element) return;
			const next = Math.min(frameCount - 1, Math.max(0, to));
			element.pause();
			element.currentTime = momentInFrame(next, fps);
			shown.current = next;
			setFrame(next);
			report.current(next);
		},
		handlers: {
			onPlay: () => setPlaying(true),
			onPause() {
				setPlaying(false);
				// The clock runs ahead of the picture, for a moment even after the stop: it stops at the frame that was seen last.
				// What is sought already has its frame.
				const element = video.current;
				if (element && !element.ended && !element.seeking)
					element.currentTime = momentInFrame(shown.current, fps);
			},
			onError: () => setFailed(true),
			onSeeked: sync,
			onLoadedData: () => {
				setFailed(false);
				sync();
			},
			onTimeUpdate: () => {
				if (!video.current?.requestVideoFrameCallback) sync();
			},
		},
	};
}
