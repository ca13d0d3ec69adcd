import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { formatShortcut } from '#ui/shortcut/formatShortcut.ts';
import type { CustomShortcuts } from '../input/shortcuts.ts';
import { useEditor } from '../useEditor.ts';
import type { CommandPaletteProps } from './CommandPalette.tsx';
import { editorCommands, gestures, paletteGroups } from './paletteCommands.ts';
import { ShortcutKeys } from './ShortcutKeys.tsx';
import styles from './ShortcutSheet.module.css';
import { usePaletteText } from './usePaletteText.ts';

export interface ShortcutSheetProps extends Pick<CommandPaletteProps, 'store' | 'onClose'> {
	/** The person's own chords. */
	readonly custom: CustomShortcuts;
	readonly onCustom: (next: CustomShortcuts) => void;
}

/** All that the keyboard does, by group; keys of a command are changed by pressing others. */
export function ShortcutSheet({ store, custom, onCustom, onClose }: ShortcutSheetProps) {
	const text = usePaletteText();
	useEditor(store, (state) => state.keymap);
	const all = [...editorCommands(store, text), ...gestures(text)].filter(
		({ bound, shortcuts }) => bound !== undefined || shortcuts.length > 0,
	);
	const isChanged = Object.keys(custom).length > 0;
	return (
		<Dialog
			open
			onOpenChange={(isOpen) => !isOpen && onClose()}
			title={text.shortcuts}
			description={text.shortcutsHint}
			size="l"
			footer={
				<Button disabled={!isChanged} onClick={() => onCustom({})}>
					{text.resetAll}
				</Button>
			}
		>
			<div className={styles.sheet}>
				{paletteGroups.map((group) => (
					<section key={group} className={styles.group} aria-label={text.groups[group]}>
						<h3 className={styles.title}>{text.groups[group]}</h3>
						<dl className={styles.rows}>
							{all
								.filter((command) => command.group === group)
								.map((command) => (
									<div key={command.id} className={styles.row}>
										<dt>{command.label}</dt>
										<dd>
											{command.bound === undefined ? (
												command.shortcuts.map((shortcut) => (
													<kbd key={shortcut} className={styles.keys}>
														{formatShortcut(shortcut)}
													</kbd>
												))
											) : (
												<ShortcutKeys
													command={command.bound}
													label={command.label}
													shortcuts={command.shortcuts}
													custom={custom}
													onCustom={onCustom}
												/>
											)}
										</dd>
									</div>
								))}
						</dl>
					</section>
				))}
			</div>
		</Dialog>
	);
}
