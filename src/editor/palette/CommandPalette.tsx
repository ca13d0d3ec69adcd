import { Fragment, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { moveActive } from '#ui/controls/moveActive.ts';
import { formatShortcut } from '#ui/shortcut/formatShortcut.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import styles from './CommandPalette.module.css';
import { fuzzyMatch } from './fuzzyMatch.ts';
import { editorCommands, type PaletteCommand } from './paletteCommands.ts';
import { usePaletteText } from './usePaletteText.ts';

export interface CommandPaletteProps {
	readonly store: EditorStore;
	/** The window's own commands, after the editor's. */
	readonly extra: readonly PaletteCommand[];
	/** What the window does for commands that the editor only names. */
	readonly runs: Readonly<Record<string, () => void>>;
	readonly onClose: () => void;
}

interface Found {
	readonly command: PaletteCommand;
	readonly places: readonly number[];
}

/** Every command by its name: typed letters find it, arrows choose, Enter runs it. */
export function CommandPalette({ store, extra, runs, onClose }: CommandPaletteProps) {
	const text = usePaletteText();
	const id = useId();
	const [query, setQuery] = useState('');
	const [active, setActive] = useState(0);
	const list = useRef<HTMLDivElement>(null);
	const commands = useMemo(
		() =>
			[...editorCommands(store, text), ...extra].flatMap((command) => {
				const run = command.run ?? runs[command.id];
				return run ? [{ ...command, run }] : [];
			}),
		[store, text, extra, runs],
	);
	const found = useMemo(() => find(commands, query), [commands, query]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the option in view changes with both
	useEffect(() => {
		const option = list.current?.querySelector('[aria-selected="true"]');
		void option?.scrollIntoView({ block: 'nearest' });
	}, [active, query]);
	const run = (command: PaletteCommand | undefined) => {
		if (!command) return;
		onClose();
		command.run?.();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter') run(found[active]?.command);
		else {
			const options = found.map(({ command }) => ({ value: command.id, label: command.label }));
			const isInText = event.key === 'Home' || event.key === 'End';
			const next = isInText ? undefined : moveActive(event.key, active, options);
			if (next === undefined) return;
			setActive(next);
		}
		event.preventDefault();
	};
	return (
		<Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={text.title} size="s">
			<input
				className={styles.search}
				type="text"
				role="combobox"
				aria-expanded="true"
				aria-controls={`${id}-list`}
				aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
				aria-autocomplete="list"
				aria-label={text.search}
				placeholder={text.search}
				autoComplete="off"
				spellCheck={false}
				value={query}
				onChange={(event) => {
					setQuery(event.currentTarget.value);
					setActive(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<div
				ref={list}
				id={`${id}-list`}
				role="listbox"
				aria-label={text.list}
				className={styles.list}
			>
				{found.map(({ command, places }, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keyboard
					<div
						key={command.id}
						id={`${id}-${index}`}
						role="option"
						tabIndex={-1}
						aria-selected={index === active}
						className={styles.option}
						onPointerMove={() => setActive(index)}
						onClick={() => run(command)}
					>
						<span className={styles.label}>
							<Marked label={command.label} places={places} />
						</span>
						<span className={styles.group}>{text.groups[command.group]}</span>
						{command.shortcuts[0] && (
							<kbd className={styles.keys}>{formatShortcut(command.shortcuts[0])}</kbd>
						)}
					</div>
				))}
			</div>
			{found.length === 0 && <p className={styles.nothing}>{text.nothing(query)}</p>}
		</Dialog>
	);
}

function find(commands: readonly PaletteCommand[], query: string): readonly Found[] {
	return commands
		.flatMap((command) => {
			const match = fuzzyMatch(query, command.label);
			return match ? [{ command, ...match }] : [];
		})
		.sort((a, b) => b.score - a.score);
}

function Marked({ label, places }: { readonly label: string; readonly places: readonly number[] }) {
	return [...label].map((letter, i) => {
		const key = `${i}${letter}`;
		return places.includes(i) ? (
			<mark key={key} className={styles.mark}>
				{letter}
			</mark>
		) : (
			<Fragment key={key}>{letter}</Fragment>
		);
	});
}
