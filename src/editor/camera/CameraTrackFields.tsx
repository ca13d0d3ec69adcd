import { isCameraStill } from '#core/camera/cameraPoseAt.ts';
import { Slider } from '#ui/controls/Slider.tsx';
import { Switch } from '#ui/controls/Switch.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { useCameraText } from './useCameraText.ts';

/** How tracks take part in the camera's motion; nothing while it is at rest. */
export function CameraTrackFields({
	store,
	trackIds,
}: {
	readonly store: EditorStore;
	readonly trackIds: readonly string[];
}) {
	const text = useCameraText();
	const { isStill, isLocked, stays, depth } = useEditor(store, ({ history: { present } }) => {
		const tracks = present.tracks.filter(({ id }) => trackIds.includes(id));
		return {
			isStill: isCameraStill(present.camera),
			isLocked: tracks.every(({ locked }) => locked),
			stays: tracks.length > 0 && tracks.every(({ staysOnScreen }) => staysOnScreen === true),
			depth: tracks[0]?.depth ?? 1,
		};
	});
	if (isStill) return null;
	const depthOf = (value: number) =>
		[{ type: 'track/set', trackIds, patch: { depth: value } }] as const;
	return (
		<>
			<div title={text.staysOnScreenReason}>
				<Switch
					label={text.staysOnScreen}
					checked={stays}
					disabled={isLocked}
					onChange={(staysOnScreen) =>
						store.dispatch(text.steps.screen, [
							{ type: 'track/set', trackIds, patch: { staysOnScreen } },
						])
					}
				/>
			</div>
			{!stays && (
				<div title={text.depthReason}>
					<Slider
						label={text.depth}
						value={depth}
						min={-1}
						max={1}
						step={0.05}
						disabled={isLocked}
						format={text.depthValue}
						onInput={(value) => {
							if (!store.getState().history.gesture) store.beginGesture(text.steps.depth);
							store.previewGesture(depthOf(value));
						}}
						onCommit={store.commitGesture}
					/>
				</div>
			)}
		</>
	);
}
