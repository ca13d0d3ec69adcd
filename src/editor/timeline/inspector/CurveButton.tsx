import { Spline } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Command } from '#core/document/commands.ts';
import type { Timing } from '#core/document/document.ts';
import { defaultCurve } from '#core/trajectory/easing.ts';
import { Button } from '#ui/controls/Button.tsx';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { Popover } from '#ui/controls/Popover.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../../store/createEditorStore.ts';
import { useTimeText } from '../useTimeText.ts';
import styles from './CurveButton.module.css';

type Curve = readonly [number, number, number, number];
type Commands = (curve: [number, number, number, number]) => readonly Command[];

/** Box of the drawing: time 0..1 over 100 units, progress -0.5..1.5 over 200. */
const unit = 100;
const top = 1.5;

/** The easing as a curve whose two handles are dragged, or moved with the arrow keys. */
export function CurveButton({
	store,
	timing,
	isLocked,
	commands,
}: {
	readonly store: EditorStore;
	readonly timing: Timing;
	readonly isLocked: boolean;
	readonly commands: Commands;
}) {
	const text = useTimeText();
	const { decimalSign } = useText().common;
	const curve = (timing.curve ?? defaultCurve) as Curve;
	return (
		<FieldRow label={text.curve}>
			<Popover
				label={text.curve}
				side="left"
				trigger={
					<Button size="s" icon={Spline} disabled={isLocked}>
						{curve.map((value) => value.toFixed(2).replace('.', decimalSign)).join(' ')}
					</Button>
				}
			>
				<CurveEditor store={store} curve={curve} commands={commands} />
			</Popover>
		</FieldRow>
	);
}

const yOf = (value: number) => (top - value) * unit;

function CurveEditor({
	store,
	curve,
	commands,
}: {
	readonly store: EditorStore;
	readonly curve: Curve;
	readonly commands: Commands;
}) {
	const [x1, y1, x2, y2] = curve;
	return (
		<div className={styles.editor}>
			<svg viewBox={`0 0 ${unit} ${2 * unit}`} className={styles.svg} aria-hidden="true">
				<path className={styles.frame} d={`M0 ${yOf(0)}H${unit}M0 ${yOf(1)}H${unit}`} />
				<path
					className={styles.handle}
					d={`M0 ${yOf(0)}L${x1 * unit} ${yOf(y1)}M${unit} ${yOf(1)}L${x2 * unit} ${yOf(y2)}`}
				/>
				<path
					className={styles.curve}
					d={`M0 ${yOf(0)}C${x1 * unit} ${yOf(y1)} ${x2 * unit} ${yOf(y2)} ${unit} ${yOf(1)}`}
				/>
			</svg>
			<Knob store={store} curve={curve} which={0} commands={commands} />
			<Knob store={store} curve={curve} which={1} commands={commands} />
		</div>
	);
}

function Knob({
	store,
	curve,
	which,
	commands,
}: {
	readonly store: EditorStore;
	readonly curve: Curve;
	readonly which: 0 | 1;
	readonly commands: Commands;
}) {
	const text = useTimeText();
	const isDragging = useRef(false);
	const x = curve[which * 2] ?? 0;
	const y = curve[which * 2 + 1] ?? 0;
	const moved = (toX: number, toY: number) => {
		const next: [number, number, number, number] = [...curve];
		next[which * 2] = Math.round(Math.min(1, Math.max(0, toX)) * 100) / 100;
		next[which * 2 + 1] = Math.round(Math.min(top, Math.max(top - 2, toY)) * 100) / 100;
		return commands(next);
	};
	const onPointerMove = (event: PointerEvent<HTMLElement>) => {
		const box = event.currentTarget.parentElement?.getBoundingClientRect();
		if (!isDragging.current || !box) return;
		store.previewGesture(
			moved(
				(event.clientX - box.left) / box.width,
				top - ((event.clientY - box.top) / box.height) * 2,
			),
		);
	};
	const end = (isKept: boolean) => {
		if (!isDragging.current) return;
		isDragging.current = false;
		if (isKept) store.commitGesture();
		else store.cancelGesture();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const by = event.shiftKey ? 0.1 : 0.01;
		const steps: Readonly<Record<string, readonly [number, number]>> = {
			ArrowLeft: [-by, 0],
			ArrowRight: [by, 0],
			ArrowUp: [0, by],
			ArrowDown: [0, -by],
		};
		const step = steps[event.key];
		if (event.key === 'Escape' && isDragging.current) {
			end(false);
			event.stopPropagation();
		} else if (!step) return;
		else store.dispatch('setEasing', moved(x + step[0], y + step[1]));
		event.preventDefault();
	};
	return (
		<div
			className={styles.knob}
			role="slider"
			tabIndex={0}
			aria-label={which === 0 ? text.curveFirst : text.curveSecond}
			aria-valuemin={0}
			aria-valuemax={1}
			aria-valuenow={x}
			aria-valuetext={text.curveValue(x, y)}
			style={{ left: `${x * 100}%`, top: `${((top - y) / 2) * 100}%` }}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				isDragging.current = true;
				store.beginGesture('setEasing');
			}}
			onPointerMove={onPointerMove}
			onPointerUp={() => end(true)}
			onPointerCancel={() => end(false)}
			onKeyDown={onKeyDown}
		/>
	);
}
