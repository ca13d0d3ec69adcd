import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { clipSeconds, shareToFrame } from '#core/trajectory/time.ts';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { keyDirection } from '../timeline/keyDirection.ts';
import barStyles from '../timeline/TrackBar.module.css';
import { useShareDrag } from '../timeline/useShareDrag.ts';
import { useEditor } from '../useEditor.ts';
import { removeKey, stepKey } from './cameraEdits.ts';
import { chosenKey, openCamera } from './cameraFocus.ts';
import { useCameraText } from './useCameraText.ts';

/** The camera's keys on its row: dragged in time, each drag one undo step; sliders for the keyboard, Delete removes. */
export function CameraKeys({
	store,
	span,
	isOpen,
}: {
	readonly store: EditorStore;
	readonly span: RefObject<HTMLDivElement | null>;
	readonly isOpen: boolean;
}) {
	const text = useCameraText();
	const { seconds } = useText().common;
	const keys = useEditor(store, ({ history }) => history.present.camera.keys);
	const frame = useEditor(store, ({ history }) => history.present.frame);
	const chosen = useEditor(store, chosenKey);
	const pressed = useRef(0);
	const drag = useShareDrag(store, span, text.steps.key, ({ base, from, share }) => {
		const time = (base.camera.keys[pressed.current]?.time ?? 0) + share - from;
		return [{ type: 'camera/setKey', index: pressed.current, patch: { time } }];
	});
	const onKeyDown = (event: KeyboardEvent, index: number) => {
		const direction = keyDirection(event.key);
		if (direction !== 0)
			stepKey(store, index, direction * (event.shiftKey ? Math.round(frame.fps) : 1), text.steps);
		else if (event.key === 'Delete' || event.key === 'Backspace')
			removeKey(store, index, text.steps);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return keys.map((key, index) => (
		<div
			// biome-ignore lint/suspicious/noArrayIndexKey: keys keep their order, so a key's place is what it is
			key={index}
			className={barStyles.point}
			role="slider"
			tabIndex={0}
			data-key=""
			data-selected={isOpen && chosen === index ? '' : undefined}
			aria-label={text.keyAt(index + 1)}
			aria-valuemin={1}
			aria-valuemax={frame.length - 1}
			aria-valuenow={shareToFrame(key.time, frame.length)}
			aria-valuetext={seconds(key.time * clipSeconds(frame))}
			style={{ left: `${key.time * 100}%` }}
			onClick={(event) => event.stopPropagation()}
			onKeyDown={(event) => onKeyDown(event, index)}
			{...drag}
			onPointerDown={(event) => {
				pressed.current = index;
				openCamera(store, index);
				drag.onPointerDown?.(event);
			}}
		/>
	));
}
