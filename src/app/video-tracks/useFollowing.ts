import { useEffect, useMemo, useRef, useState } from 'react';
import type { ClipTrack } from '#core/retarget/clipTrack.ts';
import { type ClipPoint, clipLimits, type Wanted } from '#core/retarget/videoTracksWork.ts';
import type { ClipReader } from './createClipReader.ts';

/** What was followed. */
export interface Found {
	readonly id: number;
	readonly track: ClipTrack;
	/** The clip was let pick it. */
	readonly isPicked: boolean;
	/** Wanted for the shot. */
	readonly isKept: boolean;
}

/** A place that waits to be followed. */
export interface Pending extends ClipPoint {
	readonly frame: number;
}

export type FollowNote =
	| { readonly kind: 'nothingMoves' | 'full' | 'flat' | 'stopped' }
	| { readonly kind: 'fewer'; readonly found: number; readonly wanted: number }
	| { readonly kind: 'broke'; readonly detail: string };

export interface FollowState {
	readonly found: readonly Found[];
	readonly pending: readonly Pending[];
	/** 0..1 while something is followed. */
	readonly share: number | undefined;
	readonly note: FollowNote | undefined;
}

export interface Following extends FollowState {
	/** Follows a place of a frame, after those that wait. */
	addPoint(point: Pending): void;
	/** Lets the clip pick; what it picked before goes. */
	pick(frame: number, count: number): void;
	cancel(): void;
	keep(id: number, isKept: boolean): void;
	clear(): void;
}

const barStep = 0.02;
const nothing: FollowState = { found: [], pending: [], share: undefined, note: undefined };

/** Follows things through the open clip, one job after the other; a new clip begins with none. */
export function useFollowing(reader: ClipReader | undefined): Following {
	const [state, setState] = useState(nothing);
	const latest = useRef(state);
	const actions = useMemo(
		() =>
			createFollowing(
				reader,
				() => latest.current,
				(change) => {
					latest.current = { ...latest.current, ...change };
					setState(latest.current);
				},
			),
		[reader],
	);
	useEffect(() => actions.dispose, [actions]);
	return useMemo(() => ({ ...state, ...actions }), [state, actions]);
}

function createFollowing(
	reader: ClipReader | undefined,
	get: () => FollowState,
	set: (change: Partial<FollowState>) => void,
): Omit<Following, keyof FollowState> & { dispose(): void } {
	let running: AbortController | undefined;
	let lastId = 0;

	/** @returns the tracks, or undefined when it was cancelled or went wrong. */
	const follow = async (frame: number, wanted: Wanted) => {
		if (!reader) return undefined;
		const cancel = new AbortController();
		running = cancel;
		set({ share: 0, note: undefined });
		try {
			return await reader.follow(frame, wanted, {
				signal: cancel.signal,
				onProgress: (share) => {
					// A step of the bar at a time: each draws the dialog anew.
					if (share - (get().share ?? 0) >= barStep) set({ share });
				},
			});
		} catch (error) {
			if (!cancel.signal.aborted) {
				const detail = error instanceof Error ? error.message : String(error);
				set({ note: { kind: 'broke', detail }, pending: [] });
			}
			return undefined;
		} finally {
			if (running === cancel) running = undefined;
			if (!cancel.signal.aborted) set({ share: undefined });
		}
	};
	const toFound = (track: ClipTrack, isPicked: boolean): Found => {
		lastId++;
		return { id: lastId, track, isPicked, isKept: true };
	};
	const next = async (): Promise<void> => {
		const [first] = get().pending;
		if (!first || running) return;
		const points = get().pending.filter(({ frame }) => frame === first.frame);
		const tracks = await follow(first.frame, { points });
		if (!tracks) return;
		const held = tracks.filter(({ seen }) => seen.indexOf(1) !== seen.lastIndexOf(1));
		set({
			found: [...get().found, ...held.map((track) => toFound(track, false))],
			pending: get().pending.filter((point) => !points.includes(point)),
			...(held.length < tracks.length && { note: { kind: 'flat' } }),
		});
		await next();
	};
	const stop = () => {
		running?.abort();
		running = undefined;
	};
	return {
		addPoint(point) {
			const { found, pending } = get();
			if (found.length + pending.length >= clipLimits.tracks)
				return set({ note: { kind: 'full' } });
			set({ pending: [...pending, point], note: undefined });
			void next();
		},
		async pick(frame, count) {
			const own = get().found.filter(({ isPicked }) => !isPicked);
			const wanted = Math.min(count, clipLimits.tracks - own.length);
			if (running) return;
			if (wanted <= 0) return set({ note: { kind: 'full' } });
			const tracks = await follow(frame, { pick: wanted });
			if (!tracks) return;
			const found = [...own, ...tracks.map((track) => toFound(track, true))];
			if (tracks.length === 0) set({ note: { kind: 'nothingMoves' } });
			else if (tracks.length < wanted)
				set({ found, note: { kind: 'fewer', found: tracks.length, wanted } });
			else set({ found });
			await next();
		},
		cancel() {
			stop();
			set({ pending: [], share: undefined, note: { kind: 'stopped' } });
		},
		keep(id, isKept) {
			set({ found: get().found.map((one) => (one.id === id ? { ...one, isKept } : one)) });
		},
		clear() {
			stop();
			set(nothing);
		},
		dispose() {
			stop();
			set(nothing);
		},
	};
}
