import {
	AlignCenterHorizontal,
	AlignCenterVertical,
	AlignEndHorizontal,
	AlignEndVertical,
	AlignHorizontalSpaceBetween,
	AlignStartHorizontal,
	AlignStartVertical,
	AlignVerticalSpaceBetween,
	ArrowLeftRight,
	CircleDot,
	ClipboardPaste,
	Combine,
	Copy,
	CopyPlus,
	FlipHorizontal2,
	FlipVertical2,
	Group,
	Palette,
	RotateCwSquare,
	Scissors,
	SquareSplitHorizontal,
	Ungroup,
} from 'lucide-react';
import { useState } from 'react';
import type { Alignment } from '#core/edit/arrange.ts';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Disclosure } from '#ui/controls/Section.tsx';
import { Slider } from '#ui/controls/Slider.tsx';
import { align, distribute } from '../editing/arrangeActions.ts';
import { copyToClipboard, pasteFromClipboard } from '../editing/clipboard.ts';
import { edits } from '../editing/edits.ts';
import { previewSimplify, spread } from '../editing/pathActions.ts';
import { resize } from '../editing/transformActions.ts';
import { useEditingText } from '../editing/useEditingText.ts';
import { useShortcuts } from '../input/shortcuts.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectionBox } from '../tools/select/extra/selectionBox.ts';
import { useCalmEditor, useEditor } from '../useEditor.ts';
import styles from './EditPanel.module.css';

type EditId = Exclude<keyof typeof edits, 'nextShape' | 'listUp' | 'listDown' | 'solo'>;

const icons = {
	flipX: FlipHorizontal2,
	flipY: FlipVertical2,
	quarterTurn: RotateCwSquare,
	mirror: SquareSplitHorizontal,
	reverse: ArrowLeftRight,
	split: Scissors,
	join: Combine,
	closePaths: CircleDot,
	group: Group,
	ungroup: Ungroup,
	selectSameColor: Palette,
} as const satisfies Record<EditId, unknown>;

const alignments: readonly (readonly [Alignment, typeof AlignStartVertical])[] = [
	['left', AlignStartVertical],
	['center', AlignCenterVertical],
	['right', AlignEndVertical],
	['top', AlignStartHorizontal],
	['middle', AlignCenterHorizontal],
	['bottom', AlignEndHorizontal],
];

/** Everything that changes the selection as a whole: flips, path edits, groups, aligning, simplifying, spreading. */
export function EditPanel({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const about = useEditor(store, ({ selection, history }) => {
		const chosen = history.present.tracks.filter((t) => selection.trackIds.includes(t.id));
		return {
			tracks: chosen.length,
			paths: chosen.filter((t) => t.kind === 'path').length,
			points: selection.points?.indices.length ?? 0,
			grouped: chosen.some((t) => t.groupId !== undefined),
		};
	});
	const keys = useShortcuts(store);
	const button = (id: EditId, reason?: string) => (
		<IconButton
			key={id}
			size="s"
			label={text[id]}
			icon={icons[id]}
			shortcut={keys(`edit/${id}`)}
			reason={reason}
			onClick={() => edits[id](store)}
		/>
	);
	const hasMany = about.tracks > 1 || about.points > 1;
	return (
		<Disclosure title={text.edit} defaultOpen>
			<div className={styles.rows}>
				<fieldset className={styles.row} aria-label={text.edit}>
					{(['flipX', 'flipY', 'quarterTurn', 'mirror'] as const).map((id) => button(id))}
					{about.paths > 0 && (
						<>
							{button('reverse')}
							{button('split', about.points === 1 ? undefined : text.splitReason)}
							{button('join', about.paths > 1 ? undefined : text.joinReason)}
							{button('closePaths')}
						</>
					)}
				</fieldset>
				<fieldset className={styles.row} aria-label={text.select}>
					{about.tracks > 1 && button('group')}
					{about.grouped && button('ungroup')}
					{button('selectSameColor')}
					<IconButton
						size="s"
						label={text.copy}
						icon={Copy}
						shortcut="Mod+C"
						onClick={() => void copyToClipboard(store)}
					/>
					<IconButton
						size="s"
						label={text.paste}
						icon={ClipboardPaste}
						shortcut="Mod+V"
						onClick={() => void pasteFromClipboard(store)}
					/>
				</fieldset>
				{hasMany && (
					<fieldset className={styles.row} aria-label={text.align}>
						{alignments.map(([alignment, icon]) => (
							<IconButton
								key={alignment}
								size="s"
								label={text.alignments[alignment]}
								icon={icon}
								onClick={() => align(store, alignment)}
							/>
						))}
						<IconButton
							size="s"
							label={text.distributeX}
							icon={AlignHorizontalSpaceBetween}
							onClick={() => distribute(store, 'x')}
						/>
						<IconButton
							size="s"
							label={text.distributeY}
							icon={AlignVerticalSpaceBetween}
							onClick={() => distribute(store, 'y')}
						/>
					</fieldset>
				)}
				<SizeFields store={store} />
				{about.paths > 0 && <SimplifyField store={store} />}
				{about.tracks > 0 && <SpreadFields store={store} />}
			</div>
		</Disclosure>
	);
}

/** Width and height of what is selected; another value scales it about its pivot. */
function SizeFields({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const size = useCalmEditor(store, ({ history, selection }) => {
		// Quiet while something is dragged.
		const box = selectionBox(history.gesture?.base ?? history.present, selection);
		return { width: box?.width ?? 0, height: box?.height ?? 0 };
	});
	const field = (side: 'width' | 'height') => (
		<NumberField
			label={text[side]}
			shortLabel={text.sideLetters[side]}
			placement="inside"
			value={size[side]}
			min={0.1}
			max={100_000}
			decimals={1}
			maxDecimals={2}
			unit="px"
			disabled={size[side] < 1e-6}
			onCommit={(next) => resize(store, side, next)}
		/>
	);
	if (size.width < 1e-6 && size.height < 1e-6) return null;
	return (
		<FieldRow label={text.size}>
			{field('width')}
			{field('height')}
		</FieldRow>
	);
}

/** One drag of the slider is one undo step; afterwards it stands at 0 again. */
function SimplifyField({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const [tolerance, setTolerance] = useState(0);
	return (
		<Slider
			label={text.simplify}
			value={tolerance}
			min={0}
			max={30}
			step={0.5}
			format={text.simplifyValue}
			onInput={(value) => {
				setTolerance(value);
				previewSimplify(store, value);
			}}
			onCommit={() => {
				store.commitGesture();
				setTolerance(0);
			}}
		/>
	);
}

function SpreadFields({ store }: { readonly store: EditorStore }) {
	const text = useEditingText();
	const [count, setCount] = useState(3);
	const [gap, setGap] = useState(30);
	return (
		<FieldRow label={text.spread}>
			<NumberField
				label={text.spreadCount}
				shortLabel="N"
				placement="inside"
				value={count}
				min={2}
				max={50}
				onCommit={setCount}
			/>
			<NumberField
				label={text.spreadGap}
				shortLabel="↔"
				placement="inside"
				value={gap}
				min={1}
				max={10_000}
				onCommit={setGap}
			/>
			<IconButton
				label={text.spreadMake}
				icon={CopyPlus}
				onClick={() => spread(store, count, gap)}
			/>
		</FieldRow>
	);
}
