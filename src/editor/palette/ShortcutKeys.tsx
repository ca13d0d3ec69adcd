import { RotateCcw } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { formatShortcut } from '#ui/shortcut/formatShortcut.ts';
import { type BoundCommand, chordOf } from '../input/keymap.ts';
import { type CustomShortcuts, writeChord } from '../input/shortcuts.ts';
import { isReserved, ownerOf, rebind, resetShortcut } from './rebind.ts';
import styles from './ShortcutSheet.module.css';
import { usePaletteText } from './usePaletteText.ts';

type State =
	| { readonly name: 'resting' }
	/** The next keys are the command's. */
	| { readonly name: 'recording'; readonly refused?: string }
	/** They are another command's: whose shall they be? */
	| { readonly name: 'asking'; readonly chord: string; readonly owner: BoundCommand };

const resting: State = { name: 'resting' };

/** The keys of one command: press the button, then other keys. A chord that is another command's is asked about. */
export function ShortcutKeys({
	command,
	label,
	shortcuts,
	custom,
	onCustom,
}: {
	readonly command: BoundCommand;
	readonly label: string;
	readonly shortcuts: readonly string[];
	readonly custom: CustomShortcuts;
	readonly onCustom: (next: CustomShortcuts) => void;
}) {
	const text = usePaletteText();
	const [state, setState] = useState<State>(resting);
	const button = useRef<HTMLButtonElement>(null);
	const isRecording = state.name === 'recording';
	useEffect(() => {
		if (!isRecording) return;
		const onKeyDown = (event: KeyboardEvent) => {
			// Before the dialog, which Escape would close.
			event.stopImmediatePropagation();
			if (event.key === 'Tab') return setState(resting);
			event.preventDefault();
			if (event.key === 'Escape') return setState(resting);
			if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
			const chord = chordOf(event);
			if (isReserved(chord)) return setState({ name: 'recording', refused: chord });
			const owner = ownerOf(custom, command, chord);
			if (owner) return setState({ name: 'asking', chord, owner });
			setState(resting);
			onCustom(rebind(custom, command, chord));
		};
		window.addEventListener('keydown', onKeyDown, { capture: true });
		return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
	}, [isRecording, custom, command, onCustom]);
	const leave = () => {
		setState(resting);
		button.current?.focus();
	};
	if (state.name === 'asking') {
		const keys = formatShortcut(writeChord(state.chord));
		return (
			<div className={styles.asking} role="alert">
				<span>{text.taken(keys, text.commands[state.owner] ?? state.owner)}</span>
				<Button
					size="s"
					variant="primary"
					onClick={() => {
						leave();
						onCustom(rebind(custom, command, state.chord));
					}}
				>
					{text.takeIt}
				</Button>
				<Button size="s" onClick={leave}>
					{text.leaveIt}
				</Button>
			</div>
		);
	}
	const words = shortcuts.map((shortcut) => formatShortcut(shortcut));
	return (
		<>
			{custom[command] && (
				<IconButton
					size="xs"
					iconSize={14}
					icon={RotateCcw}
					label={text.resetOf(label)}
					onClick={() => onCustom(resetShortcut(custom, command))}
				/>
			)}
			<button
				ref={button}
				type="button"
				className={styles.change}
				aria-label={text.changeOf(label, words.join(', '))}
				aria-pressed={isRecording}
				onClick={() => setState(isRecording ? resting : { name: 'recording' })}
				onBlur={() => isRecording && setState(resting)}
			>
				{isRecording ? (
					<span className={styles.recording} role="status">
						{state.refused
							? text.refused(formatShortcut(writeChord(state.refused)))
							: text.pressKeys}
					</span>
				) : words.length > 0 ? (
					words.map((word) => (
						<Fragment key={word}>
							<kbd className={styles.keys}>{word}</kbd>{' '}
						</Fragment>
					))
				) : (
					<span className={styles.none}>{text.noKeys}</span>
				)}
			</button>
		</>
	);
}
