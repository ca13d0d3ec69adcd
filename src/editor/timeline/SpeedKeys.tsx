import { Fragment, type KeyboardEvent, type RefObject, useMemo, useRef } from 'react';
import { isCameraStill } from '#core/camera/cameraPoseAt.ts';
import type { Command } from '#core/document/commands.ts';
import type { WanDocument } from '#core/document/document.ts';
import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { selectPoints } from '../store/selection.ts';
import { useEditor } from '../useEditor.ts';
import styles from './SpeedGraph.module.css';
import { SpeedTangents } from './SpeedTangents.tsx';
import { paceOf, type SpeedKey, sampleSpeeds, speedKeys } from './speed.ts';
import { timeGestures } from './timeGestures.ts';
import { useShareDrag } from './useShareDrag.ts';
import { useTimeText } from './useTimeText.ts';

/**
 * Keys as flat numbers, five each, so that they are compared one by one; before them the graph's top.
 * Looked up again when the history changed: playing costs nothing. None while something else than times is dragged.
 */
function createKeys(trackId: string): (state: EditorState) => readonly number[] {
	let seen: unknown;
	let keys: readonly number[] = [0];
	return ({ history }) => {
		if (history === seen) return keys;
		seen = history;
		const { gesture } = history;
		keys = gesture && !timeGestures.has(gesture.label) ? [0] : keysOf(history.present, trackId);
		return keys;
	};
}

function keysOf(document: WanDocument, trackId: string): readonly number[] {
	const track = document.tracks.find((t) => t.id === trackId);
	if (!track) return [0];
	const speeds = sampleSpeeds(track, document);
	const top = speeds.reduce((a, b) => Math.max(a, b), 0);
	const keys = speedKeys(track, speeds, document);
	return [
		top,
		...keys.flatMap(({ index, share, speed, before, after }) => [
			index,
			share,
			speed,
			before ?? none,
			after ?? none,
		]),
	];
}

const mostKeys = 100;
const perKey = 5;
/** A number that is no speed: there is no part on this side. */
const none = -1;

/** The fixed places of a track on its speed graph: sideways changes their time, up and down their speed. */
export function SpeedKeys({
	store,
	trackId,
	area,
}: {
	readonly store: EditorStore;
	readonly trackId: string;
	readonly area: RefObject<HTMLDivElement | null>;
}) {
	const keys = useMemo(() => createKeys(trackId), [trackId]);
	const [top = 0, ...flat] = useEditor(store, keys);
	const head = useEditor(store, ({ history, selection }) => {
		const track = history.present.tracks.find((t) => t.id === trackId);
		return {
			name: track?.name ?? '',
			isLocked: track?.locked ?? true,
			// With an easing the speed at a key is the easing's; a follower's is its leader's as well, and the camera's.
			hasPace:
				track?.timing.easing === 'linear' &&
				!track.follow &&
				(track.staysOnScreen === true || isCameraStill(history.present.camera)),
			chosen: selection.points?.trackId === trackId ? selection.points.indices[0] : undefined,
		};
	});
	if (head.isLocked || flat.length > mostKeys * perKey) return null;
	return Array.from({ length: flat.length / perKey }, (_, n) => {
		const [index = 0, share = 0, speed = 0, before = none, after = none] = flat.slice(n * perKey);
		const key = {
			index,
			share,
			speed,
			before: before === none ? null : before,
			after: after === none ? null : after,
		};
		return (
			<Fragment key={key.index}>
				<Key
					store={store}
					trackId={trackId}
					area={area}
					value={key}
					top={top}
					name={head.name}
					hasPace={head.hasPace}
					isSelected={head.chosen === key.index}
				/>
				{head.hasPace && head.chosen === key.index && (
					<SpeedTangents
						store={store}
						trackId={trackId}
						area={area}
						value={key}
						top={top}
						name={head.name}
					/>
				)}
			</Fragment>
		);
	});
}

function Key({
	store,
	trackId,
	area,
	value: { index, share, speed },
	top,
	name,
	hasPace,
	isSelected,
}: {
	readonly store: EditorStore;
	readonly trackId: string;
	readonly area: RefObject<HTMLDivElement | null>;
	readonly value: SpeedKey;
	readonly top: number;
	readonly name: string;
	readonly hasPace: boolean;
	readonly isSelected: boolean;
}) {
	const text = useTimeText();
	const { frame } = store.getDocument();
	/** As the drag began: the graph's height changes with the speeds. */
	const atStart = useRef({ share, speed, top });
	const commands = (
		base: WanDocument,
		to: number,
		nextSpeed: number | null,
	): readonly Command[] => {
		const track = base.tracks.find((t) => t.id === trackId);
		if (!track) return [];
		const retime: Command = { type: 'point/retime', trackId, index, time: to };
		if (nextSpeed === null || !hasPace) return [retime];
		const pace = paceOf(track, base, index, nextSpeed);
		return [retime, { type: 'point/setPace', trackId, index, pace }];
	};
	const drag = useShareDrag(store, area, 'setTimeKey', ({ base, from, share: at, dy }) => {
		const { share: first, speed: was, top: height } = atStart.current;
		const px = area.current?.clientHeight ?? 1;
		const next = Math.abs(dy) < 3 ? null : Math.max(0, was - (dy / px) * height);
		return commands(base, at === from ? first : first + at - from, next);
	});
	const onKeyDown = (event: KeyboardEvent) => {
		const document = store.getDocument();
		const frames = event.shiftKey ? Math.round(frame.fps) : 1;
		const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
		const up = event.key === 'ArrowDown' ? -1 : event.key === 'ArrowUp' ? 1 : 0;
		if (side !== 0) {
			const to = frameToShare(shareToFrame(share, frame.length) + side * frames, frame.length);
			store.dispatch('setTimeKey', commands(document, to, null));
		} else if (up !== 0 && hasPace) {
			const next = speed + up * Math.max(1, top * (event.shiftKey ? 0.2 : 0.05));
			store.dispatch('setTimeKey', commands(document, share, Math.max(0, next)));
		} else return;
		event.preventDefault();
	};
	return (
		<div
			className={styles.key}
			role="slider"
			tabIndex={0}
			data-only={hasPace ? undefined : 'time'}
			data-selected={isSelected ? '' : undefined}
			aria-label={text.speedKeyOf(index + 1, name)}
			aria-valuemin={0}
			aria-valuenow={Math.round(speed)}
			aria-valuetext={text.speedAt(speed, share * clipSeconds(frame))}
			style={{
				left: `${share * 100}%`,
				top: `${(1 - (top > 0 ? Math.min(1, speed / top) : 0)) * 100}%`,
			}}
			{...drag}
			onPointerDown={(event) => {
				atStart.current = { share, speed, top };
				store.select(selectPoints(trackId, [index]));
				drag.onPointerDown?.(event);
			}}
			onKeyDown={onKeyDown}
		/>
	);
}
