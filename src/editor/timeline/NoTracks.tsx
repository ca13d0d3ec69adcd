import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useKeyWords } from '../input/useKeyWords.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

/** Stands in the list while there is no track: the first step, and the button that takes it. */
export function NoTracks({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const words = useKeyWords(store);
	return (
		<EmptyState title={text.noTracks} text={words(text.noTracksText)}>
			<Button size="s" onClick={() => store.setTool('pen')}>
				{text.takePen}
			</Button>
		</EmptyState>
	);
}
