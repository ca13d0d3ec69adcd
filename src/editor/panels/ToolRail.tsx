import {
	Hand,
	Lasso,
	MapPin,
	MousePointer2,
	Pencil,
	PenTool,
	Shapes,
	Slash,
	ZoomIn,
} from 'lucide-react';
import { ToolButton } from '#ui/controls/ToolButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useShortcuts } from '../input/shortcuts.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { ToolId } from '../tools/tool.ts';
import { useEditor } from '../useEditor.ts';
import styles from './ToolRail.module.css';

const groups: readonly (readonly ToolId[])[] = [
	['select', 'pen', 'freehand', 'line', 'shapes'],
	['pin', 'region'],
	['hand', 'zoom'],
];

const icons = {
	select: MousePointer2,
	pen: PenTool,
	freehand: Pencil,
	line: Slash,
	shapes: Shapes,
	pin: MapPin,
	region: Lasso,
	hand: Hand,
	zoom: ZoomIn,
} as const;

/** The tools, one pressed. @param direction `row` for the bottom of a phone. */
export function ToolRail({
	store,
	direction = 'column',
}: {
	readonly store: EditorStore;
	readonly direction?: 'column' | 'row';
}) {
	const text = useText().editor;
	const keys = useShortcuts(store);
	const current = useEditor(store, (state) => (state.heldTool ?? state.tool).id);
	return (
		<div
			role="toolbar"
			aria-label={text.tools}
			aria-orientation={direction === 'column' ? 'vertical' : 'horizontal'}
			className={styles.rail}
			data-direction={direction}
		>
			{groups.map((group) => (
				<div key={group[0]} className={styles.group}>
					{group.map((id) => (
						<ToolButton
							key={id}
							label={text.tool[id]}
							icon={icons[id]}
							shortcut={keys(id === 'shapes' ? 'edit/nextShape' : `tool/${id}`)}
							current={current === id}
							side={direction === 'column' ? 'right' : 'top'}
							onClick={() => store.setTool(id)}
						/>
					))}
				</div>
			))}
		</div>
	);
}
