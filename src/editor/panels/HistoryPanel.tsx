import { useText } from '#ui/text/useText.tsx';
import { useEditingText } from '../editing/useEditingText.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { isUndoLabel } from '../store/undoLabel.ts';
import { useEditor } from '../useEditor.ts';
import styles from './HistoryPanel.module.css';

/** Every step by its name, newest first; pressing one goes there, and what lies above it can be done again. */
export function HistoryPanel({ store }: { readonly store: EditorStore }) {
	const words = useText().editor.undo;
	const text = useEditingText();
	const { undos, redos } = useEditor(store, ({ history }) => history);
	const labels = [...undos, ...redos.toReversed()].map(({ label }) =>
		isUndoLabel(label) ? words[label] : label,
	);
	const steps = [text.historyStart, ...labels];
	return (
		<ol className={styles.steps} aria-label={text.historySteps} reversed>
			{steps
				.map((label, step) => (
					<li
						// A step is its place in the history.
						// biome-ignore lint/suspicious/noArrayIndexKey: as said above
						key={step}
					>
						<button
							type="button"
							className={styles.step}
							aria-current={step === undos.length ? 'step' : undefined}
							data-undone={step > undos.length ? '' : undefined}
							onClick={() => store.goToStep(step)}
						>
							{label}
						</button>
					</li>
				))
				.toReversed()}
		</ol>
	);
}
