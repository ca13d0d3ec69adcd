import { clockNames } from '#core/guidance/previewClock.ts';
import { previewClocks } from '#core/guidance/steppedClocks.ts';
import { Segmented } from '#ui/controls/Segmented.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { useGuidanceText } from './useGuidanceText.ts';

/** Which moments the preview shows: the drawn motion, the video's frames, or the latent steps that the model sees. */
export function ClockSwitch({ store }: { readonly store: EditorStore }) {
	const text = useGuidanceText();
	const name = useEditor(store, (state) => state.view.clock.name);
	return (
		<div title={text.clockReason}>
			<Segmented
				label={text.preview}
				size="s"
				value={name}
				segments={clockNames.map((value) => ({ value, label: text.clocks[value] }))}
				onChange={(value) => store.setView({ clock: previewClocks[value] })}
			/>
		</div>
	);
}
