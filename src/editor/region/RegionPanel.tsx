import { ChevronLeft, ChevronRight, Diamond, Trash2, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Region, RigidKey, RigidMotion } from '#core/document/document.ts';
import { restKey } from '#core/region/rigidMotion.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Section } from '#ui/controls/Section.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import styles from './RegionPanel.module.css';
import { motionOf, patchKey, selectedRegion, setMotion, withKey } from './rigidEdits.ts';
import { useRegionText } from './useRegionText.ts';

/** The selected region's motion in numbers: its keys, its pivot, its soft edge. Nothing while no region is selected. */
export function RegionPanel({ store }: { readonly store: EditorStore }) {
	const region = useEditor(store, selectedRegion);
	return region ? <Panel key={region.id} store={store} region={region} /> : null;
}

function Panel({ store, region }: { readonly store: EditorStore; readonly region: Region }) {
	const text = useRegionText();
	const document = useEditor(store, ({ history }) => history.present);
	const [wanted, setWanted] = useState(Number.POSITIVE_INFINITY);
	const motion = motionOf(region, document);
	const index = Math.max(0, Math.min(wanted, motion.keys.length - 1));
	const change = (next: RigidMotion) => setMotion(store, region, next, text.steps.motion);
	const setPivot = (patch: Partial<RigidMotion['pivot']>) =>
		change({ ...motion, pivot: { ...motion.pivot, ...patch } });
	const { pixels } = text.units;
	const place = { unit: pixels, decimals: 0, maxDecimals: 1, min: -100_000, max: 100_000 };
	return (
		<Section
			title={text.rigid}
			actions={
				<IconButton
					size="s"
					label={text.remove}
					icon={Unlink}
					onClick={() =>
						store.dispatch(text.steps.forget, [{ type: 'region/remove', regionIds: [region.id] }])
					}
				/>
			}
		>
			<p className={styles.note}>{motion.keys.length === 0 ? text.noKeys : text.rigidReason}</p>
			<Keys store={store} motion={motion} index={index} onIndex={setWanted} onChange={change} />
			<KeyFields
				store={store}
				value={motion.keys[index] ?? { ...restKey, time: 1 }}
				hasKey={motion.keys.length > 0}
				onChange={(patch) => change(patchKey(motion, index, patch))}
			/>
			<FieldRow label={text.pivot}>
				<NumberField
					{...place}
					label={text.pivotX}
					shortLabel="X"
					placement="inside"
					value={motion.pivot.x}
					onCommit={(x) => setPivot({ x })}
				/>
				<NumberField
					{...place}
					label={text.pivotY}
					shortLabel="Y"
					placement="inside"
					value={motion.pivot.y}
					onCommit={(y) => setPivot({ y })}
				/>
			</FieldRow>
			<NumberField
				label={text.feather}
				value={region.feather}
				min={0}
				max={200}
				unit={pixels}
				onCommit={(feather) =>
					store.dispatch(text.steps.feather, [
						{ type: 'region/put', region: { ...region, feather } },
					])
				}
			/>
		</Section>
	);
}

/** Which key is worked on, the way to the others, and more or fewer of them. */
function Keys({
	store,
	motion,
	index,
	onIndex,
	onChange,
}: {
	readonly store: EditorStore;
	readonly motion: RigidMotion;
	readonly index: number;
	readonly onIndex: (index: number) => void;
	readonly onChange: (motion: RigidMotion) => void;
}) {
	const text = useRegionText();
	const playhead = useEditor(store, (state) => state.playhead);
	const { keys } = motion;
	const go = (to: number) => {
		const next = (to + keys.length) % keys.length;
		onIndex(next);
		store.setPlayhead(keys[next]!.time);
	};
	const add = () => {
		const next = withKey(motion, playhead);
		onChange(next);
		onIndex(next.keys.findIndex(({ time }) => time === playhead));
	};
	const hasRoom = withKey(motion, playhead).keys.length > keys.length;
	return (
		<div className={styles.keys}>
			<span className={styles.grow}>{keys.length > 0 && text.keyOf(index + 1, keys.length)}</span>
			{keys.length > 1 && (
				<>
					<IconButton
						size="s"
						label={text.previousKey}
						icon={ChevronLeft}
						onClick={() => go(index - 1)}
					/>
					<IconButton
						size="s"
						label={text.nextKey}
						icon={ChevronRight}
						onClick={() => go(index + 1)}
					/>
				</>
			)}
			<IconButton
				size="s"
				label={text.addKey}
				icon={Diamond}
				reason={hasRoom ? undefined : text.addKeyReason}
				onClick={add}
			/>
			{keys.length > 0 && (
				<IconButton
					size="s"
					label={text.removeKey}
					icon={Trash2}
					onClick={() => onChange({ ...motion, keys: keys.filter((_, i) => i !== index) })}
				/>
			)}
		</div>
	);
}

function KeyFields({
	store,
	value,
	hasKey,
	onChange,
}: {
	readonly store: EditorStore;
	readonly value: RigidKey;
	readonly hasKey: boolean;
	readonly onChange: (patch: Partial<RigidKey>) => void;
}) {
	const text = useRegionText();
	const seconds = useEditor(store, ({ history }) => clipSeconds(history.present.frame));
	const { pixels, degrees, percent, seconds: unit } = text.units;
	const place = { unit: pixels, maxDecimals: 1, min: -100_000, max: 100_000 };
	return (
		<>
			{hasKey && (
				<NumberField
					label={text.keyTime}
					value={value.time * seconds}
					min={0}
					max={seconds}
					step={0.1}
					decimals={2}
					unit={unit}
					onCommit={(time) => onChange({ time: time / seconds })}
				/>
			)}
			<FieldRow label={text.move}>
				<NumberField
					{...place}
					label={text.moveX}
					shortLabel="X"
					placement="inside"
					value={value.x}
					onCommit={(x) => onChange({ x })}
				/>
				<NumberField
					{...place}
					label={text.moveY}
					shortLabel="Y"
					placement="inside"
					value={value.y}
					onCommit={(y) => onChange({ y })}
				/>
			</FieldRow>
			<NumberField
				label={text.turn}
				value={value.turn}
				min={-3600}
				max={3600}
				maxDecimals={1}
				unit={degrees}
				onCommit={(turn) => onChange({ turn })}
			/>
			<NumberField
				label={text.size}
				value={value.scale * 100}
				min={1}
				max={10_000}
				maxDecimals={1}
				unit={percent}
				onCommit={(size) => onChange({ scale: size / 100 })}
			/>
		</>
	);
}
