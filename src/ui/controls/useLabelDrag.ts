import { type PointerEvent, useEffect, useRef, useState } from 'react';

export interface LabelDrag {
	readonly disabled: boolean;
	/** The value when the drag begins. */
	readonly value: number;
	/** The value after moving `steps` from `from`; whole pixels count as steps. */
	readonly move: (
		from: number,
		steps: number,
		keys: { shiftKey: boolean; altKey: boolean },
	) => number;
	readonly onStart: () => void;
	readonly onMove: (value: number) => void;
	/** `kept` is false after Escape or a lost pointer. */
	readonly onEnd: (kept: boolean, value: number) => void;
}

const THRESHOLD_PX = 3;

/**
 * Dragging a label sideways changes its number: begins after 3 px, then one step a pixel; Escape gives the old value back.
 * A press without a drag stays a click, which focuses the field.
 */
export function useLabelDrag(options: LabelDrag) {
	const latest = useRef(options);
	latest.current = options;
	const [dragging, setDragging] = useState(false);
	const stopRef = useRef<(() => void) | null>(null);
	useEffect(() => () => stopRef.current?.(), []);

	const onPointerDown = (event: PointerEvent<HTMLElement>) => {
		if (options.disabled || event.button !== 0) return;
		const label = event.currentTarget;
		const from = options.value;
		const startX = event.clientX;
		let lastX = startX;
		let steps = 0;
		let value = from;
		let moving = false;
		label.setPointerCapture(event.pointerId);

		const onMove = (move: globalThis.PointerEvent) => {
			if (!moving && Math.abs(move.clientX - startX) < THRESHOLD_PX) return;
			if (!moving) {
				moving = true;
				lastX = startX;
				setDragging(true);
				latest.current.onStart();
			}
			// Shift and Alt count from where they were pressed, so that letting go does not jump.
			steps = move.clientX - lastX;
			if (steps === 0) return;
			lastX = move.clientX;
			value = latest.current.move(value, steps, move);
			latest.current.onMove(value);
		};
		const end = (kept: boolean) => {
			stop();
			if (!moving) return;
			setDragging(false);
			latest.current.onEnd(kept, kept ? value : from);
		};
		const onUp = () => end(true);
		const onCancel = () => end(false);
		const onKey = (key: KeyboardEvent) => {
			if (key.key !== 'Escape' || !moving) return;
			key.preventDefault();
			key.stopPropagation();
			end(false);
		};
		// A drag is no click: without this the label would focus its field afterwards.
		const onClick = (click: MouseEvent) => {
			if (moving) click.preventDefault();
			label.removeEventListener('click', onClick);
		};
		const stop = () => {
			label.removeEventListener('pointermove', onMove);
			label.removeEventListener('pointerup', onUp);
			label.removeEventListener('pointercancel', onCancel);
			window.removeEventListener('keydown', onKey, true);
			stopRef.current = null;
		};
		label.addEventListener('pointermove', onMove);
		label.addEventListener('pointerup', onUp);
		label.addEventListener('pointercancel', onCancel);
		label.addEventListener('click', onClick);
		window.addEventListener('keydown', onKey, true);
		stopRef.current = () => end(false);
	};

	return { dragging, onPointerDown };
}
