import { Dialog } from '#ui/controls/Dialog.tsx';
import { formatShortcut } from '#ui/shortcut/formatShortcut.ts';
import type { CommandPaletteProps } from './CommandPalette.tsx';
import { editorCommands, gestures, paletteGroups } from './paletteCommands.ts';
import styles from './ShortcutSheet.module.css';
import { usePaletteText } from './usePaletteText.ts';

/** All that the keyboard does, by group. */
export function ShortcutSheet({ store, extra, onClose }: CommandPaletteProps) {
	const text = usePaletteText();
	const all = [...editorCommands(store, text), ...extra, ...gestures(text)].filter(
		({ shortcuts }) => shortcuts.length > 0,
	);
	return (
		<Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={text.shortcuts} size="l">
			<div className={styles.sheet}>
				{paletteGroups.map((group) => (
					<section key={group} className={styles.group}>
						<h3 className={styles.title}>{text.groups[group]}</h3>
						<dl className={styles.rows}>
							{all
								.filter((command) => command.group === group)
								.map(({ id, label, shortcuts }) => (
									<div key={id} className={styles.row}>
										<dt>{label}</dt>
										<dd>
											{shortcuts.map((shortcut) => (
												<kbd key={shortcut} className={styles.keys}>
													{formatShortcut(shortcut)}
												</kbd>
											))}
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
