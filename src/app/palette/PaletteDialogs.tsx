import { useMemo } from 'react';
import { CommandPalette } from '#editor/palette/CommandPalette.tsx';
import type { PaletteCommand } from '#editor/palette/paletteCommands.ts';
import { ShortcutSheet } from '#editor/palette/ShortcutSheet.tsx';
import { usePaletteText } from '#editor/palette/usePaletteText.ts';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import type { Studio } from '../studio/createStudio.ts';
import type { PaletteKind } from './usePalette.ts';

export interface PaletteDialogsProps {
	readonly studio: Studio;
	readonly kind: PaletteKind;
	/** What the header's menus offer. */
	readonly items: readonly MenuItem[];
	readonly onGenerate: () => void;
	readonly onClose: () => void;
}

/** The palette or the shortcut sheet, with the window's commands beside the editor's. */
export default function PaletteDialogs({
	studio,
	kind,
	items,
	onGenerate,
	onClose,
}: PaletteDialogsProps) {
	const text = usePaletteText();
	const extra = useMemo(() => {
		const cancelNewest = () => {
			const { jobs } = studio;
			const open = jobs
				.getJobs()
				.findLast((job) => job.state === 'running' || job.state === 'queued');
			if (open) jobs.cancel(open.id);
		};
		return [
			{
				id: 'generate',
				label: text.generate,
				group: 'app' as const,
				shortcuts: ['Mod+Enter'],
				run: onGenerate,
			},
			{
				id: 'cancelRun',
				label: text.cancelRun,
				group: 'app' as const,
				shortcuts: ['Mod+.'],
				run: cancelNewest,
			},
			...menuCommands(items),
		];
	}, [studio, items, onGenerate, text]);
	const Shown = kind === 'commands' ? CommandPalette : ShortcutSheet;
	return <Shown store={studio.editor} extra={extra} onClose={onClose} />;
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
