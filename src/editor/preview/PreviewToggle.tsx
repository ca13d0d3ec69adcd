import { Clapperboard } from 'lucide-react';
import { useStore } from 'zustand';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { previewSwitch } from './previewSwitch.ts';
import { useDraftText } from './useDraftText.ts';

/** Shows the picture moved along the tracks, on the canvas. */
export function PreviewToggle({ store }: { readonly store: EditorStore }) {
	const text = useDraftText();
	const preview = previewSwitch(store);
	const { isOn, isBusy } = useStore(preview);
	return (
		<ToggleButton
			label={text.preview}
			icon={Clapperboard}
			pressed={isOn}
			aria-busy={isBusy}
			onPressedChange={(next) => preview.setState({ isOn: next })}
			tooltip={isBusy ? text.previewWaits : text.previewReason}
			surface="canvas"
		/>
	);
}
