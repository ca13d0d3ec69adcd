import { useEffect, useState } from 'react';
import { MenuAt } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useEditingText } from '../editing/useEditingText.ts';
import { usePaletteText } from '../palette/usePaletteText.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useTimeText } from '../timeline/useTimeText.ts';
import { useEditor } from '../useEditor.ts';
import { menuItems } from './menuItems.ts';

/** The context menu that the store asks for, of the canvas, a row or a bar. */
export function ContextMenu({ store }: { readonly store: EditorStore }) {
	const menu = useEditor(store, (state) => state.menu);
	const editing = useEditingText();
	const text = {
		editing,
		palette: usePaletteText(),
		time: useTimeText(),
		editor: useText().editor,
	};
	const [returnTo, setReturnTo] = useState<HTMLElement | null>(null);
	useEffect(() => {
		const focused = document.activeElement;
		if (menu && focused instanceof HTMLElement && !focused.closest('[role="menu"]'))
			setReturnTo(focused);
	}, [menu]);
	if (!menu) return null;
	return (
		<MenuAt
			key={`${menu.at.x} ${menu.at.y}`}
			at={menu.at}
			label={editing.contextMenu}
			items={menuItems(store, menu.target, text)}
			onClose={() => store.setMenu(null)}
			returnTo={returnTo}
		/>
	);
}
