import { useEffect, useRef, useState } from 'react';
import { type GeneratorId, type GeneratorOptions, generatorIds } from '#core/generators/motions.ts';
import { Button } from '#ui/controls/Button.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Select } from '#ui/controls/Select.tsx';
import type { EditorStore } from '../../store/createEditorStore.ts';
import { selectTracks } from '../../store/selection.ts';
import { useTimeText } from '../useTimeText.ts';
import styles from './GeneratorPanel.module.css';
import { firstOptions, motionCommands, optionsOf } from './motionCommands.ts';

const limits = {
	distance: { min: -20_000, max: 20_000 },
	cycles: { min: 1, max: 20 },
	seed: { min: 0, max: 1000 },
} as const;

/** Choosing a motion and its numbers; the canvas shows it at once as one gesture, which Apply keeps. */
export function GeneratorPanel({
	store,
	onDone,
}: {
	readonly store: EditorStore;
	readonly onDone: () => void;
}) {
	const text = useTimeText();
	const [id, setId] = useState<GeneratorId>('wave');
	const [options, setOptions] = useState<GeneratorOptions>(() => firstOptions(store.getDocument()));
	const [track] = useState(() => {
		const { selection, history } = store.getState();
		const chosen = selection.trackIds.length === 1 ? selection.trackIds[0] : undefined;
		return history.present.tracks.find((t) => t.id === chosen && !t.locked);
	});
	const panel = useRef<HTMLDivElement>(null);
	const newId = useRef<string>('');
	newId.current ||= crypto.randomUUID();
	const [base] = useState(() => store.getDocument());
	useEffect(() => {
		store.beginGesture('makeMotion');
		// Before the press reaches the canvas: what begins there would first keep the open gesture.
		const onPress = ({ target }: PointerEvent) => {
			const isInside =
				target instanceof Element &&
				(panel.current?.contains(target) || target.closest('[role="listbox"]'));
			if (!isInside) store.cancelGesture();
		};
		window.addEventListener('pointerdown', onPress, { capture: true });
		return () => {
			window.removeEventListener('pointerdown', onPress, { capture: true });
			store.cancelGesture();
		};
	}, [store]);
	useEffect(() => {
		// Undo or another change may have ended it meanwhile.
		if (!store.getState().history.gesture) store.beginGesture('makeMotion');
		store.previewGesture(motionCommands(base, track, id, options, newId.current));
	}, [store, base, track, id, options]);
	const set = (patch: Partial<GeneratorOptions>) => setOptions((old) => ({ ...old, ...patch }));
	const apply = () => {
		store.commitGesture();
		store.select(selectTracks([track?.id ?? newId.current]));
		onDone();
	};
	return (
		<div ref={panel} className={styles.panel}>
			<p className={styles.text}>{track ? text.generateFor(track.name) : text.generateNew}</p>
			<Select
				label={text.generator}
				value={id}
				options={generatorIds.map((value) => ({ value, label: text.generators[value] }))}
				onChange={setId}
			/>
			<p className={styles.text}>{text.generatorText[id]}</p>
			<NumberField
				label={text.size}
				value={options.size}
				min={1}
				max={10_000}
				unit={text.pixels}
				onInput={(size) => set({ size })}
				onCommit={(size) => set({ size })}
			/>
			{optionsOf[id].map((option) => (
				<NumberField
					key={option}
					label={text[option]}
					value={options[option]}
					{...limits[option]}
					{...(option === 'distance' ? { unit: text.pixels } : {})}
					onInput={(value) => set({ [option]: Math.round(value) })}
					onCommit={(value) => set({ [option]: Math.round(value) })}
				/>
			))}
			<div className={styles.buttons}>
				<Button size="s" onClick={onDone}>
					{text.cancel}
				</Button>
				<Button size="s" variant="primary" onClick={apply}>
					{text.apply}
				</Button>
			</div>
		</div>
	);
}
