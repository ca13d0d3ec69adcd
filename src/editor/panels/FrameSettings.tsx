import type { OutputFrame } from '#core/document/document.ts';
import { framePresets, sizeForImage, snapSide } from '#core/frame/framePresets.ts';
import { isLegalLength, nearestLegalLengths } from '#core/guidance/legalLength.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { Button } from '#ui/controls/Button.tsx';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { Slider } from '#ui/controls/Slider.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useEditingText } from '../editing/useEditingText.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { frameRectOf, imageSizeOf } from '../store/imageSpace.ts';
import { useEditor } from '../useEditor.ts';
import styles from './FrameSettings.module.css';

/** Size, length and speed of the video, and which part of the picture it shows: for a popover or a panel. */
export function FrameSettings({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const frame = useEditor(store, (state) => state.history.present.frame);
	const set = (patch: Partial<OutputFrame>) =>
		store.dispatch('setFrame', [{ type: 'frame/set', patch }]);
	const preset = framePresets.find((p) => p.width === frame.width && p.height === frame.height);
	return (
		<div className={styles.settings}>
			<Select
				label={text.preset}
				value={preset ? `${preset.width}x${preset.height}` : 'custom'}
				options={[
					...framePresets.map(({ width, height }) => ({
						value: `${width}x${height}`,
						label: text.presetName(width, height),
					})),
					...(preset ? [] : [{ value: 'custom', label: text.custom }]),
				]}
				onChange={(value) => {
					const [width, height] = value.split('x').map(Number);
					if (width && height) set({ width, height });
				}}
			/>
			<FieldRow label={text.custom}>
				<NumberField
					label={text.width}
					placement="inside"
					value={frame.width}
					min={16}
					max={16_384}
					step={16}
					onCommit={(width) => set({ width: snapSide(width) })}
				/>
				<NumberField
					label={text.height}
					placement="inside"
					value={frame.height}
					min={16}
					max={16_384}
					step={16}
					onCommit={(height) => set({ height: snapSide(height) })}
				/>
			</FieldRow>
			<FitButtons store={store} set={set} />
			<LengthFields frame={frame} set={set} />
			<CropFields store={store} frame={frame} />
		</div>
	);
}

/** The frame takes the picture's shape, or the picture fills the frame as it is. */
function FitButtons({
	store,
	set,
}: {
	readonly store: EditorStore;
	readonly set: (patch: Partial<OutputFrame>) => void;
}) {
	const text = useEditingText();
	const document = useEditor(store, (state) => state.history.present);
	if (!document.image) return null;
	const crop = { x: 0.5, y: 0.5, zoom: 1 };
	return (
		<div className={styles.fixes}>
			<Button
				size="s"
				onClick={() => set({ ...sizeForImage(imageSizeOf(document), document.frame), crop })}
			>
				{text.fitFrame}
			</Button>
			<Button size="s" onClick={() => set({ crop })}>
				{text.fillFrame}
			</Button>
		</div>
	);
}

function LengthFields({
	frame,
	set,
}: {
	readonly frame: OutputFrame;
	readonly set: (patch: Partial<OutputFrame>) => void;
}) {
	const text = useText().editor;
	const near = nearestLegalLengths(frame.length);
	const isLegal = isLegalLength(frame.length);
	return (
		<>
			<NumberField
				label={text.length}
				value={frame.length}
				min={5}
				max={16_381}
				step={4}
				unit={text.lengthUnit}
				error={isLegal ? undefined : text.lengthError(near)}
				hint={text.duration(clipSeconds(frame))}
				onCommit={(length) => set({ length })}
			/>
			{!isLegal && (
				<div className={styles.fixes}>
					{near.map((length) => (
						<Button key={length} size="s" onClick={() => set({ length })}>
							{text.lengthFix(length)}
						</Button>
					))}
				</div>
			)}
			<NumberField
				label={text.fps}
				value={frame.fps}
				min={1}
				max={120}
				maxDecimals={3}
				unit={text.fpsUnit}
				onCommit={(fps) => set({ fps })}
			/>
		</>
	);
}

type Crop = OutputFrame['crop'];

/** Each move of a slider is one gesture: one undo step when it is let go. */
function CropFields({
	store,
	frame,
}: {
	readonly store: EditorStore;
	readonly frame: OutputFrame;
}) {
	const text = useText().editor;
	const { crop } = frame;
	// The centre can only be where the frame stays inside the picture.
	const half = useEditor(store, ({ history: { present } }) => {
		const image = imageSizeOf(present);
		const rect = frameRectOf(present);
		return { x: rect.width / image.width / 2, y: rect.height / image.height / 2 };
	});
	const slide = (patch: Partial<Crop>) => {
		const { gesture } = store.getState().history;
		if (gesture?.label !== 'setFrame') store.beginGesture('setFrame');
		store.previewGesture([{ type: 'frame/set', patch: { crop: { ...crop, ...patch } } }]);
	};
	const isCentred = crop.x === 0.5 && crop.y === 0.5 && crop.zoom === 1;
	return (
		<fieldset aria-label={text.crop} className={styles.crop}>
			<Slider
				label={text.cropZoom}
				value={crop.zoom}
				min={1}
				max={4}
				step={0.01}
				format={text.factor}
				onInput={(zoom) => slide({ zoom })}
				onCommit={store.commitGesture}
			/>
			<Slider
				label={text.cropX}
				value={hold(crop.x, half.x)}
				min={half.x}
				max={1 - half.x}
				step={0.001}
				disabled={half.x > 0.4995}
				format={text.share}
				onInput={(x) => slide({ x })}
				onCommit={store.commitGesture}
			/>
			<Slider
				label={text.cropY}
				value={hold(crop.y, half.y)}
				min={half.y}
				max={1 - half.y}
				step={0.001}
				disabled={half.y > 0.4995}
				format={text.share}
				onInput={(y) => slide({ y })}
				onCommit={store.commitGesture}
			/>
			{!isCentred && (
				<Button
					size="s"
					variant="quiet"
					onClick={() =>
						store.dispatch('setFrame', [
							{ type: 'frame/set', patch: { crop: { x: 0.5, y: 0.5, zoom: 1 } } },
						])
					}
				>
					{text.resetCrop}
				</Button>
			)}
		</fieldset>
	);
}

const hold = (center: number, half: number): number => Math.max(half, Math.min(1 - half, center));
