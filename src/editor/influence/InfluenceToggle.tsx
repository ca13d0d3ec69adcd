import { Radar } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import { useShortcuts } from '../input/shortcuts.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import styles from './GuidanceBar.module.css';
import { influenceField } from './influenceField.ts';
import { useGuidanceText } from './useGuidanceText.ts';

/** Shows the influence map, and how much of the picture is told to move at the playhead. */
export function InfluenceToggle({ store }: { readonly store: EditorStore }) {
	const text = useGuidanceText();
	const keys = useShortcuts(store);
	const isShown = useEditor(store, (state) => state.view.influence);
	return (
		<>
			<ToggleButton
				label={text.influence}
				icon={Radar}
				pressed={isShown}
				onPressedChange={(influence) => store.setView({ influence })}
				shortcut={keys('influence')}
				tooltip={text.influenceReason}
				surface="canvas"
			/>
			{isShown && <Coverage store={store} />}
		</>
	);
}

/** Written straight into the page, at most once a frame of the screen: it follows drags and the playhead. */
function Coverage({ store }: { readonly store: EditorStore }) {
	const text = useGuidanceText();
	const output = useRef<HTMLOutputElement>(null);
	useEffect(() => {
		let request = 0;
		let seen: readonly unknown[] = [];
		const write = () => {
			request = 0;
			const field = influenceField(store.getState());
			if (!output.current) return;
			const words = field
				? text.coverage(field.coverage.share, field.coverage.overlap)
				: text.noInfluence;
			if (output.current.textContent !== words) output.current.textContent = words;
			output.current.title = field ? text.step(field.step, field.steps) : '';
		};
		const ask = (state: EditorState) => {
			const next = [state.history.present, state.playhead];
			if (next.every((value, i) => value === seen[i])) return;
			seen = next;
			request ||= requestAnimationFrame(write);
		};
		write();
		const stop = store.subscribe(ask);
		return () => {
			stop();
			cancelAnimationFrame(request);
		};
	}, [store, text]);
	// Not live: it changes with every move.
	return (
		<output ref={output} className={styles.coverage} aria-live="off" aria-label={text.influence} />
	);
}
