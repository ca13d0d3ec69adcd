import { Eye, Lasso, Magnet, SquareDashed } from 'lucide-react';
import { type ShapeKind, shapeKinds } from '#core/edit/shapes.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Menu } from '#ui/controls/Menu.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import { useEditingText } from '../editing/useEditingText.ts';
import { useShortcuts } from '../input/shortcuts.ts';
import { RegionOptions } from '../region/RegionOptions.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import styles from './ToolOptions.module.css';

const number = styles.number ? { className: styles.number } : {};

/** How the tool in hand works, and what else is drawn: the part of the view bar that travels after the canvas. */
export default function ToolOptions({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const keys = useShortcuts(store);
	const tool = useEditor(store, (state) => state.tool.id);
	const options = useEditor(store, (state) => state.options);
	const set = store.setOptions;
	const snapping = tool === 'select' || tool === 'pen' || tool === 'line';
	return (
		<>
			<ViewMenu store={store} />
			<span className={styles.rule} aria-hidden />
			<fieldset className={styles.options} aria-label={text.options}>
				{snapping && (
					<ToggleButton
						label={text.snaps}
						icon={Magnet}
						pressed={options.snaps}
						onPressedChange={(snaps) => set({ snaps })}
						shortcut={keys('toggleSnaps')}
						tooltip={text.snapsReason}
						surface="canvas"
					/>
				)}
				{tool === 'select' && (
					<>
						<ToggleButton
							label={text.box}
							icon={SquareDashed}
							pressed={options.box}
							onPressedChange={(box) => set({ box })}
							shortcut={keys('toggleBox')}
							tooltip={text.boxReason}
							surface="canvas"
						/>
						<ToggleButton
							label={text.lasso}
							icon={Lasso}
							pressed={options.lasso}
							onPressedChange={(lasso) => set({ lasso })}
							tooltip={text.lassoReason}
							surface="canvas"
						/>
						<NumberField
							{...number}
							label={text.softRadius}
							placement="inside"
							value={options.softRadius}
							min={0}
							max={4000}
							step={10}
							unit="px"
							onCommit={(softRadius) => set({ softRadius })}
						/>
					</>
				)}
				{snapping && options.snaps && (
					<NumberField
						{...number}
						label={text.grid}
						placement="inside"
						value={options.grid}
						min={0}
						max={1000}
						unit={text.gridUnit}
						onCommit={(grid) => set({ grid })}
					/>
				)}
				{tool === 'freehand' && (
					<ToggleButton
						label={text.keepSpeed}
						pressed={options.keepSpeed}
						onPressedChange={(keepSpeed) => set({ keepSpeed })}
						tooltip={text.keepSpeedReason}
						surface="canvas"
					/>
				)}
				{tool === 'shapes' && <ShapeFields store={store} />}
				{tool === 'region' && <RegionOptions store={store} />}
			</fieldset>
		</>
	);
}

function ShapeFields({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const { shape, sides } = useEditor(store, (state) => state.options);
	const hasSides = shape === 'polygon' || shape === 'spiral';
	return (
		<>
			<Select<ShapeKind>
				label={text.shape}
				placement="hidden"
				value={shape}
				options={shapeKinds.map((value) => ({ value, label: text.shapes[value] }))}
				onChange={(value) => store.setOptions({ shape: value })}
			/>
			{hasSides && (
				<NumberField
					{...number}
					label={shape === 'polygon' ? text.sides : text.turns}
					placement="inside"
					value={sides}
					min={shape === 'polygon' ? 3 : 1}
					max={24}
					onCommit={(value) => store.setOptions({ sides: value })}
				/>
			)}
		</>
	);
}

function ViewMenu({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const view = useEditor(store, (state) => state.view);
	return (
		<Menu
			trigger={<IconButton size="s" label={text.viewMenu} icon={Eye} />}
			items={[
				{
					type: 'check',
					label: text.dimImage,
					checked: view.dimImage,
					onSelect: () => store.setView({ dimImage: !view.dimImage }),
				},
				{
					type: 'check',
					label: text.trails,
					checked: view.trails,
					onSelect: () => store.setView({ trails: !view.trails }),
				},
				{
					type: 'check',
					label: text.speedColors,
					checked: view.speedColors,
					onSelect: () => store.setView({ speedColors: !view.speedColors }),
				},
				{ type: 'separator' },
				{ type: 'heading', label: text.onionSkin },
				...[0, 1, 3, 5].map((count) => ({
					type: 'check' as const,
					label: text.onionCounts(count),
					checked: view.onionSkin === count,
					onSelect: () => store.setView({ onionSkin: count }),
				})),
				{ type: 'separator' },
				{ type: 'heading', label: text.hideOverlayHint },
			]}
		/>
	);
}
