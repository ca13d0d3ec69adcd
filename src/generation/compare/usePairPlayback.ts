import { type RefObject, useCallback, useEffect } from 'react';
import { frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import { momentInFrame } from '../player/frameTime.ts';
import type { LoopRange } from '../player/useLoopRange.ts';
import { type Playback, useVideoPlayback, type VideoClip } from '../player/useVideoPlayback.ts';

/** Frames by which the second may be off while both play; a decoder is never exact, a seek costs one. */
const mostDriftFrames = 1.5;

/**
 * Plays two videos as one: the first leads, the second shows the same share of its own clip. Paused, both show exactly the
 * frame that is named; playing, the second is put right whenever it is more than 1.5 frames off.
 */
export function usePairPlayback(
	leader: RefObject<HTMLVideoElement | null>,
	follower: RefObject<HTMLVideoElement | null>,
	clip: VideoClip,
	other: VideoClip | undefined,
	speed: number,
	range: LoopRange,
): Playback {
	const follow = useCallback(
		(frame: number) => {
			const [first, second] = [leader.current, follower.current];
			if (!first || !second || !other) return;
			const to = followedFrame(frame, clip, other);
			const moment = momentInFrame(to, other.fps);
			const drift = Math.abs(second.currentTime - moment) * other.fps;
			if (first.paused) {
				second.pause();
				if (drift > 0.05) second.currentTime = moment;
				return;
			}
			if (drift > mostDriftFrames) second.currentTime = moment;
			if (second.paused && to < other.frameCount - 1) void second.play().catch(() => undefined);
		},
		[leader, follower, clip, other],
	);
	const playback = useVideoPlayback(leader, clip, follow, range);
	const { frame, playing } = playback;
	// A second video that was just opened, and one whose leader has stopped, shows the leader's moment.
	useEffect(() => {
		if (!playing) follow(frame);
	}, [playing, frame, follow]);
	useEffect(() => {
		if (leader.current) leader.current.playbackRate = speed;
		if (follower.current && other) follower.current.playbackRate = speed * paceOf(clip, other);
	}, [leader, follower, speed, clip, other]);
	return playback;
}

/** The frame of the other clip at the same share of it. */
export const followedFrame = (
	frame: number,
	{ frameCount }: Pick<VideoClip, 'frameCount'>,
	other: Pick<VideoClip, 'frameCount'>,
): number => shareToFrame(frameToShare(frame, frameCount), other.frameCount);

/** How much faster the other must run, so that both end together. */
const paceOf = (clip: VideoClip, other: VideoClip): number => {
	const seconds = ({ fps, frameCount }: VideoClip) => Math.max(1, frameCount - 1) / fps;
	return Math.min(4, Math.max(0.25, seconds(other) / seconds(clip)));
};
