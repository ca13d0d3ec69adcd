import {
	Contrast,
	Lasso,
	Minus,
	Paintbrush,
	Plus,
	Square,
	SquareDashed,
	WandSparkles,
} from 'lucide-react';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { type RegionMode, regionModes } from '../store/toolOptions.ts';
import { useEditor } from '../useEditor.ts';
import styles from './RegionOptions.module.css';
import { useRegionText } from './useRegionText.ts';

const icons = { box: SquareDashed, lasso: Lasso, brush: Paintbrush, wand: WandSparkles } as const;
const hows = ['new', 'add', 'subtract'] as const;
const howIcons = { new: Square, add: Plus, subtract: Minus } as const;
type How = (typeof hows)[number];

const number = styles.number ? { className: styles.number } : {};

/** How the region tool selects, and what is made of the selection: a part of the view bar. */
export function RegionOptions({ store }: { readonly store: EditorStore }) {
	const text = useRegionText();
	const options = useEditor(store, (state) => state.options);
	const set = store.setOptions;
	const { regionMode: mode } = options;
	const how: How =
		options.regionHow === 'subtract' ? 'subtract' : options.regionAdds ? 'add' : 'new';
	return (
		<>
			<Segmented<RegionMode>
				label={text.mode}
				size="s"
				value={mode}
				segments={regionModes.map((value) => ({
					value,
					label: text.modes[value],
					icon: icons[value],
					iconOnly: true,
				}))}
				onChange={(regionMode) => set({ regionMode })}
			/>
			<Segmented<How>
				label={text.how}
				size="s"
				value={how}
				segments={hows.map((value) => ({
					value,
					label: text.hows[value],
					icon: howIcons[value],
					iconOnly: true,
				}))}
				onChange={(value) =>
					set({ regionHow: value === 'subtract' ? 'subtract' : 'add', regionAdds: value === 'add' })
				}
			/>
			{(mode === 'box' || mode === 'lasso') && (
				<ToggleButton
					label={text.edges}
					icon={Contrast}
					pressed={options.regionEdges}
					onPressedChange={(regionEdges) => set({ regionEdges })}
					tooltip={text.edgesReason}
					surface="canvas"
				/>
			)}
			{mode === 'wand' && (
				<NumberField
					{...number}
					label={text.tolerance}
					placement="inside"
					value={options.tolerance}
					min={0}
					max={255}
					onCommit={(tolerance) => set({ tolerance })}
				/>
			)}
			{mode === 'brush' && (
				<NumberField
					{...number}
					label={text.brushSize}
					placement="inside"
					value={options.brushSize}
					min={1}
					max={1000}
					step={4}
					unit={text.units.pixels}
					onCommit={(brushSize) => set({ brushSize })}
				/>
			)}
			<NumberField
				{...number}
				label={text.feather}
				placement="inside"
				value={options.feather}
				min={0}
				max={200}
				unit={text.units.pixels}
				onCommit={(feather) => set({ feather })}
			/>
			<NumberField
				{...number}
				label={text.points}
				placement="inside"
				value={options.regionPoints}
				min={1}
				max={8}
				onCommit={(regionPoints) => set({ regionPoints })}
			/>
		</>
	);
}
