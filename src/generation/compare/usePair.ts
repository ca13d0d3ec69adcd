import { useRef, useState } from 'react';
import type { GenerationStore } from '../jobs/createGenerationStore.ts';
import { useVideoUrl } from '../jobs/useVideoUrl.ts';
import { useLoopRange } from '../player/useLoopRange.ts';
import type { ResultSide } from './resultSide.ts';
import { usePairPlayback } from './usePairPlayback.ts';

const unknownClip = { fps: 16, frameCount: 1 };

/** The two videos, played as one. */
export function usePair(generation: GenerationStore, a: ResultSide, b: ResultSide | undefined) {
	const videoA = useRef<HTMLVideoElement>(null);
	const videoB = useRef<HTMLVideoElement>(null);
	const sourceA = useVideoUrl(generation.manager, a.job);
	const sourceB = useVideoUrl(generation.manager, b?.job ?? noJob);
	const clip = a.job.video ?? unknownClip;
	const [loop, setLoop] = useState(true);
	const [speed, setSpeed] = useState(1);
	const [wipe, setWipe] = useState(0.5);
	const range = useLoopRange(clip.frameCount);
	const playback = usePairPlayback(videoA, videoB, clip, b?.job.video, speed, range);
	return {
		clip,
		playback,
		stage: {
			a: { side: a, video: videoA, source: sourceA },
			b: b && { side: b, video: videoB, source: sourceB },
			loop,
			wipe,
			onWipe: setWipe,
		},
		range,
		transport: { loop, onLoop: setLoop, speed, onSpeed: setSpeed, range },
	};
}

const noJob = { id: '' };
