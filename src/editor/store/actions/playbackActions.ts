import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { EditorState, LoopRange } from '../editorState.ts';
import type { StoreAccess } from '../storeAccess.ts';

export interface PlaybackActions {
	/** @param share 0..1, held to it. Scrubbing pauses. */
	readonly setPlayhead: (share: number) => void;
	/** Goes to the nearest frame and that many on; pauses. */
	readonly stepFrames: (frames: number) => void;
	readonly stepSeconds: (seconds: number) => void;
	readonly toFirstFrame: () => void;
	readonly toLastFrame: () => void;
	/** From the start when at the end. */
	readonly play: () => void;
	/** Stops on a frame. */
	readonly pause: () => void;
	readonly togglePlay: () => void;
	readonly toggleLoop: () => void;
	/** Plays a part of the clip; null: all of it. Kept to the clip and to one frame at least. */
	readonly setLoopRange: (range: LoopRange | null) => void;
	/** The loop begins or ends at the playhead; an end before the start takes the other one to the clip's end. */
	readonly loopFromHere: (edge: keyof LoopRange) => void;
	/** @param rate Held to 0.25..2. */
	readonly setPlaybackRate: (rate: number) => void;
	/** Time has passed while playing. */
	readonly advance: (seconds: number) => void;
}

export const createPlaybackActions = ({ get, update }: StoreAccess): PlaybackActions => {
	const play = () =>
		update((state) => ({
			...state,
			isPlaying: true,
			playhead: startOf(state),
		}));
	const pause = () => update((state) => (state.isPlaying ? atFrame(state, 0) : state));
	return {
		setPlayhead: (share) =>
			update((state) => ({ ...state, isPlaying: false, playhead: hold(share) })),
		stepFrames: (frames) => update((state) => atFrame(state, frames)),
		stepSeconds: (seconds) =>
			update((state) => atFrame(state, Math.round(seconds * state.history.present.frame.fps))),
		toFirstFrame: () => update((state) => ({ ...state, isPlaying: false, playhead: 0 })),
		toLastFrame: () => update((state) => ({ ...state, isPlaying: false, playhead: 1 })),
		play,
		pause,
		togglePlay: () => (get().isPlaying ? pause() : play()),
		toggleLoop: () => update((state) => ({ ...state, isLooping: !state.isLooping })),
		setLoopRange: (range) =>
			update((state) => ({ ...state, loopRange: range && heldRange(range, state) })),
		loopFromHere: (edge) =>
			update((state) => {
				const { start, end } = state.loopRange ?? wholeClip;
				const here = state.playhead;
				const range =
					edge === 'start'
						? { start: here, end: here < end ? end : 1 }
						: { start: here > start ? start : 0, end: here };
				return { ...state, isLooping: true, loopRange: heldRange(range, state) };
			}),
		setPlaybackRate: (rate) =>
			update((state) => ({ ...state, playbackRate: Math.min(2, Math.max(0.25, rate)) })),
		advance: (seconds) =>
			update((state) => {
				if (!state.isPlaying) return state;
				const length = clipSeconds(state.history.present.frame);
				const { start, end } = state.loopRange ?? wholeClip;
				const next = length > 0 ? state.playhead + (seconds * state.playbackRate) / length : end;
				if (next < end) return { ...state, playhead: next };
				if (!state.isLooping || length <= 0) return { ...state, playhead: end, isPlaying: false };
				return { ...state, playhead: start + ((next - start) % (end - start)) };
			}),
	};
};

const wholeClip: LoopRange = { start: 0, end: 1 };

/** From where it plays: here, or the start of what plays when the playhead is outside it. */
function startOf({ playhead, loopRange }: EditorState): number {
	const { start, end } = loopRange ?? wholeClip;
	return playhead >= end || playhead < start ? start : playhead;
}

function heldRange({ start, end }: LoopRange, { history }: EditorState): LoopRange | null {
	const { length } = history.present.frame;
	const gap = length > 1 ? 1 / (length - 1) : 1;
	const from = Math.min(1 - gap, hold(start));
	const to = Math.max(from + gap, hold(end));
	return from <= 0 && to >= 1 ? null : { start: from, end: Math.min(1, to) };
}

const hold = (share: number): number => Math.min(1, Math.max(0, share));

function atFrame(state: EditorState, offset: number): EditorState {
	const { length } = state.history.present.frame;
	const frame = shareToFrame(state.playhead, length) + offset;
	return {
		...state,
		isPlaying: false,
		playhead: frameToShare(Math.min(length - 1, Math.max(0, frame)), length),
	};
}
