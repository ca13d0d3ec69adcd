import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { EditorState } from '../editorState.ts';
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
	/** Time has passed while playing. */
	readonly advance: (seconds: number) => void;
}

export const createPlaybackActions = ({ get, update }: StoreAccess): PlaybackActions => {
	const play = () =>
		update((state) => ({
			...state,
			isPlaying: true,
			playhead: state.playhead >= 1 ? 0 : state.playhead,
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
		advance: (seconds) =>
			update((state) => {
				if (!state.isPlaying) return state;
				const length = clipSeconds(state.history.present.frame);
				const next = length > 0 ? state.playhead + seconds / length : 1;
				if (next < 1) return { ...state, playhead: next };
				if (!state.isLooping || length <= 0) return { ...state, playhead: 1, isPlaying: false };
				return { ...state, playhead: next % 1 };
			}),
	};
};

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
