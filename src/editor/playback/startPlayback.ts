import type { EditorStore } from '../store/createEditorStore.ts';

/** The browser's clock; tests pass their own. */
export interface FrameClock {
	readonly requestAnimationFrame: (callback: (timeMs: number) => void) => number;
	readonly cancelAnimationFrame: (handle: number) => void;
}

/** A pause of the page (a hidden tab, a breakpoint) does not make the playhead jump further than this. */
const maxStepSeconds = 0.25;

/** Moves the playhead with the clock while the store is playing. @returns stops it, for its owner's end. */
export function startPlayback(store: EditorStore, clock: FrameClock): () => void {
	let handle: number | null = null;
	let last: number | null = null;
	const tick = (timeMs: number): void => {
		handle = null;
		const seconds = last === null ? 0 : Math.min(maxStepSeconds, (timeMs - last) / 1000);
		last = timeMs;
		store.advance(seconds);
		follow();
	};
	const follow = (): void => {
		if (!store.getState().isPlaying) last = null;
		else handle ??= clock.requestAnimationFrame(tick);
	};
	const unsubscribe = store.subscribe(follow);
	follow();
	return () => {
		unsubscribe();
		if (handle !== null) clock.cancelAnimationFrame(handle);
	};
}
