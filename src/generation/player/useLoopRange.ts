import { useState } from 'react';

/** The stretch of a clip that is played over and over. */
export interface LoopRange {
	/** First and last frame. */
	readonly from: number;
	readonly to: number;
	/** Nothing is left out. */
	readonly isWhole: boolean;
	/** Begins at this frame; when that is behind the end, the end goes back to the clip's. */
	startAt(frame: number): void;
	endAt(frame: number): void;
	clear(): void;
}

export function useLoopRange(frameCount: number): LoopRange {
	const last = Math.max(0, frameCount - 1);
	const [{ from, to }, set] = useState({ from: 0, to: last });
	return {
		from,
		to,
		isWhole: from === 0 && to === last,
		startAt: (frame) => set({ from: frame, to: frame < to ? to : last }),
		endAt: (frame) => set({ from: frame > from ? from : 0, to: frame }),
		clear: () => set({ from: 0, to: last }),
	};
}
