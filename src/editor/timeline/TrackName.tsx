import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useText } from '#ui/text/useText.tsx';
import styles from './TrackRow.module.css';

/** A row's name: pressing selects, F2 or a double click renames; arrows go to the next row. */
export function TrackName({
	name,
	isRenaming,
	onSelect,
	onRename,
	onDone,
}: {
	readonly name: string;
	readonly isRenaming: boolean;
	readonly onSelect: (event: MouseEvent | KeyboardEvent) => void;
	readonly onRename: () => void;
	/** @param name Null when given up. */
	readonly onDone: (name: string | null) => void;
}) {
	const text = useText().editor;
	const button = useRef<HTMLButtonElement>(null);
	if (isRenaming)
		return (
			<input
				className={styles.rename}
				aria-label={text.trackName}
				defaultValue={name}
				maxLength={200}
				// The person has just asked to type here.
				ref={(input) => {
					if (input && document.activeElement !== input) {
						input.focus();
						input.select();
					}
				}}
				onBlur={(event) => onDone(event.currentTarget.value.trim() || null)}
				onKeyDown={(event) => {
					if (event.nativeEvent.isComposing) return;
					if (event.key === 'Enter') event.currentTarget.blur();
					if (event.key === 'Escape') {
						event.currentTarget.value = '';
						event.currentTarget.blur();
					}
				}}
			/>
		);
	return (
		<button
			ref={button}
			type="button"
			className={styles.name}
			title={name}
			aria-keyshortcuts="F2"
			onClick={onSelect}
			onDoubleClick={onRename}
			onKeyDown={(event) => {
				// Alt with an arrow moves the track itself.
				if (event.altKey) return;
				if (event.key === 'F2') onRename();
				else if (event.key === 'ArrowDown') focusRow(button.current, 1);
				else if (event.key === 'ArrowUp') focusRow(button.current, -1);
				else return;
				event.preventDefault();
			}}
		>
			{name || text.trackName}
		</button>
	);
}

function focusRow(button: HTMLElement | null, by: 1 | -1): void {
	const row = button?.closest('li');
	const index = Number(row?.dataset.index) + by;
	row?.parentElement
		?.querySelector<HTMLElement>(`:scope > [data-index="${index}"] .${styles.name}`)
		?.focus();
}
