import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { Command } from '#core/document/commands.ts';
import type { WanDocument } from '#core/document/document.ts';
import type { PaceSide } from '#core/trajectory/pace.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import styles from './SpeedGraph.module.css';
import { paceOf, type SpeedKey } from './speed.ts';
import { useShareDrag } from './useShareDrag.ts';
import { useTimeText } from './useTimeText.ts';

interface TangentProps {
	readonly store: EditorStore;
	readonly trackId: string;
	readonly area: RefObject<HTMLDivElement | null>;
	readonly value: SpeedKey;
	/** Speed at the top of the graph. */
	readonly top: number;
	readonly name: string;
}

/** The speed at which the selected key is reached and left, as two knobs: one moves both, with Alt only its own side. */
export function SpeedTangents(props: TangentProps) {
	return (['in', 'out'] as const).map((side) => {
		const speed = side === 'in' ? props.value.before : props.value.after;
		return speed === null ? null : <Tangent key={side} {...props} side={side} speed={speed} />;
	});
}

function Tangent({
	store,
	trackId,
	area,
	value: { index, share },
	top,
	name,
	side,
	speed,
}: TangentProps & { readonly side: PaceSide; readonly speed: number }) {
	const text = useTimeText();
	const atStart = useRef({ speed, top });
	const commands = (base: WanDocument, to: number, isAlt: boolean): readonly Command[] => {
		const track = base.tracks.find((t) => t.id === trackId);
		const isEnd = index === 0 || (!track?.closed && index === (track?.points.length ?? 0) - 1);
		const isBroken = track?.points[index]?.paceIn !== undefined;
		if (!track) return [];
		const own = (isAlt || isBroken) && !isEnd ? side : undefined;
		const pace = paceOf(track, base, index, Math.max(0, to), own);
		return [{ type: 'point/setPace', trackId, index, pace, ...(own ? { side: own } : {}) }];
	};
	const drag = useShareDrag(store, area, 'setTimeKey', ({ base, dy, isAlt }) => {
		const px = area.current?.clientHeight ?? 1;
		return commands(base, atStart.current.speed - (dy / px) * atStart.current.top, isAlt);
	});
	const onKeyDown = (event: KeyboardEvent) => {
		const up = event.key === 'ArrowDown' ? -1 : event.key === 'ArrowUp' ? 1 : 0;
		if (up === 0) return;
		event.preventDefault();
		const next = speed + up * Math.max(1, top * (event.shiftKey ? 0.2 : 0.05));
		store.dispatch('setTimeKey', commands(store.getDocument(), next, event.altKey));
	};
	return (
		<div
			className={styles.tangent}
			data-side={side}
			role="slider"
			tabIndex={0}
			title={text.tangentHint}
			aria-label={
				side === 'in' ? text.speedBefore(index + 1, name) : text.speedAfter(index + 1, name)
			}
			aria-orientation="vertical"
			aria-valuemin={0}
			aria-valuenow={Math.round(speed)}
			aria-valuetext={text.speedAt(speed, share * clipSeconds(store.getDocument().frame))}
			style={{
				left: `${share * 100}%`,
				top: `${(1 - (top > 0 ? Math.min(1, speed / top) : 0)) * 100}%`,
			}}
			{...drag}
			onPointerDown={(event) => {
				atStart.current = { speed, top };
				drag.onPointerDown?.(event);
			}}
			onKeyDown={onKeyDown}
		/>
	);
}
