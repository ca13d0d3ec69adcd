import { useMemo } from 'react';
import { useCameraCommands } from '#editor/camera/useCameraCommands.ts';
import { CommandPalette } from '#editor/palette/CommandPalette.tsx';
import type { PaletteCommand } from '#editor/palette/paletteCommands.ts';
import { ShortcutSheet } from '#editor/palette/ShortcutSheet.tsx';
import { useLinkText } from '#generation/link/useLinkText.ts';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import { cancelNewest } from '../hooks/useAppShortcuts.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Studio } from '../studio/createStudio.ts';
import type { PaletteKind } from './usePalette.ts';

export interface PaletteDialogsProps {
	readonly studio: Studio;
	readonly kind: PaletteKind;
	/** What the header's menus offer. */
	readonly items: readonly MenuItem[];
	readonly onConnect: () => void;
	readonly onGenerate: () => void;
	readonly onClose: () => void;
}

/** The palette with the window's commands beside the editor's, or the shortcut sheet. */
export default function PaletteDialogs({
	studio,
	kind,
	items,
	onConnect,
	onGenerate,
	onClose,
}: PaletteDialogsProps) {
	const { editor, preferences } = studio;
	const { shortcuts } = usePreferences(preferences);
	const camera = useCameraCommands(editor);
	const { connect } = useText().app.header;
	const { list: servers } = useLinkText().servers;
	const extra = useMemo(() => {
		const connection: MenuItem = { label: `${connect}: ${servers}`, onSelect: onConnect };
		return [...menuCommands([...items, { type: 'separator' }, connection]), ...camera];
	}, [items, camera, connect, servers, onConnect]);
	const runs = useMemo(
		() => ({ 'app/generate': onGenerate, 'app/cancelRun': () => cancelNewest(studio) }),
		[studio, onGenerate],
	);
	return kind === 'commands' ? (
		<CommandPalette store={editor} extra={extra} runs={runs} onClose={onClose} />
	) : (
		<ShortcutSheet
			store={editor}
			custom={shortcuts}
			onCustom={(next) => preferences.set({ shortcuts: next })}
			onClose={onClose}
		/>
	);
}

/** Menu items as commands; one under a heading is named with it: "Theme: Dark". */
function menuCommands(items: readonly MenuItem[]): PaletteCommand[] {
	let heading = '';
	return items.flatMap((item, index): PaletteCommand[] => {
		if (item.type === 'heading') heading = `${item.label}: `;
		if (item.type === 'separator') heading = '';
		if (item.type === 'heading' || item.type === 'separator' || item.disabled) return [];
		return [
			{
				id: `menu/${index}`,
				label: heading + item.label,
				group: 'app',
				shortcuts: item.shortcut ? [item.shortcut] : [],
				run: item.onSelect,
			},
		];
	});
}
