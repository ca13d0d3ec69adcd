import {
	ArrowDown,
	ArrowUp,
	Ellipsis,
	Eye,
	EyeOff,
	Lock,
	LockOpen,
	Pencil,
	Trash2,
} from 'lucide-react';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Menu } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useEditingText } from '../editing/useEditingText.ts';
import styles from './TrackRow.module.css';
import type { Row } from './trackRows.ts';

/** Delete, eye and lock of a row; with little room one menu, with renaming too. */
export function RowButtons({
	row,
	isNarrow,
	onRename,
	onHide,
	onLock,
	onMove,
	onDelete,
}: {
	readonly row: Row;
	readonly isNarrow: boolean;
	readonly onRename: () => void;
	/** @param isSolo Alt was held: show this track alone, or all again. */
	readonly onHide: (isSolo: boolean) => void;
	readonly onLock: () => void;
	/** One place up (-1) or down (1) in the list. */
	readonly onMove: (by: 1 | -1) => void;
	readonly onDelete: () => void;
}) {
	const text = useText().editor;
	const editing = useEditingText();
	const eye = { label: row.visible ? text.hide : text.show, icon: row.visible ? Eye : EyeOff };
	const lock = { label: row.locked ? text.unlock : text.lock, icon: row.locked ? Lock : LockOpen };
	if (isNarrow)
		return (
			<Menu
				trigger={<IconButton size="xs" label={text.more} icon={Ellipsis} />}
				align="end"
				items={[
					{ label: text.rename, icon: Pencil, onSelect: onRename },
					{ ...eye, onSelect: () => onHide(false) },
					{ ...lock, onSelect: onLock },
					{ label: editing.moveUp, icon: ArrowUp, onSelect: () => onMove(-1) },
					{ label: editing.moveDown, icon: ArrowDown, onSelect: () => onMove(1) },
					{ label: text.delete, icon: Trash2, danger: true, onSelect: onDelete },
				]}
			/>
		);
	const small = { size: 'xs', iconSize: 14 } as const;
	return (
		<>
			<IconButton
				{...small}
				className={styles.onHover}
				look="danger"
				label={text.delete}
				icon={Trash2}
				onClick={onDelete}
			/>
			<IconButton {...small} {...eye} onClick={(event) => onHide(event.altKey)} />
			<IconButton
				{...small}
				{...lock}
				className={row.locked ? styles.on : undefined}
				onClick={onLock}
			/>
		</>
	);
}
