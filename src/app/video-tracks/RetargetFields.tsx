import type { OutputFrame } from '#core/document/document.ts';
import type { Clip } from '#core/retarget/videoTracksWork.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { FieldRow } from '#ui/controls/FieldRow.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { Slider, type SliderProps } from '#ui/controls/Slider.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './RetargetFields.module.css';
import type { Retarget } from './useRetarget.ts';
import { useVideoTracksText } from './videoTracksText.ts';

const overs = ['frame', 'picture'] as const;
const pivots = ['middle', 'tracks', 'first'] as const;

/** How what was found becomes part of the shot: smoothing, the part of the clip, its pace and its place. */
export function RetargetFields({
	clip: { times },
	frame,
	hasImage,
	retarget,
	onFrame,
}: {
	readonly clip: Clip;
	readonly frame: OutputFrame;
	readonly hasImage: boolean;
	readonly retarget: Retarget;
	/** Shows a frame of the clip: the end of the part that is being set. */
	onFrame(frame: number): void;
}) {
	const t = useVideoTracksText();
	const { seconds } = useText().common;
	const { settings, change } = retarget;
	const last = times.length - 1;
	const timeOf = (k: number) => seconds((times[k] ?? 0) - (times[0] ?? 0));
	return (
		<div className={styles.fields}>
			<ValueSlider
				label={t.smooth}
				value={settings.smoothSeconds}
				min={0}
				max={1.5}
				step={0.05}
				format={(value) => (value === 0 ? t.smoothOff : seconds(value))}
				onInput={(smoothSeconds) => change({ smoothSeconds })}
			/>
			<ValueSlider
				label={t.inPoint}
				value={settings.inFrame}
				min={0}
				max={last - 1}
				format={timeOf}
				onInput={(inFrame) => {
					change({ inFrame, outFrame: Math.max(settings.outFrame, inFrame + 1) });
					onFrame(inFrame);
				}}
			/>
			<ValueSlider
				label={t.outPoint}
				value={settings.outFrame}
				min={1}
				max={last}
				format={timeOf}
				onInput={(outFrame) => {
					change({ outFrame, inFrame: Math.min(settings.inFrame, outFrame - 1) });
					onFrame(outFrame);
				}}
			/>
			<div className={styles.pace}>
				<Checkbox
					label={t.keepPace}
					checked={settings.keepsPace}
					onChange={(keepsPace) => change({ keepsPace })}
				/>
				<p>
					<PaceWords retarget={retarget} shotSeconds={clipSeconds(frame)} />
				</p>
			</div>
			{hasImage && (
				<div className={styles.choice}>
					<span>{t.over}</span>
					<Segmented
						label={t.over}
						value={settings.over}
						segments={overs.map((value) => ({ value, label: t.overs[value] }))}
						onChange={(over) => change({ over })}
					/>
				</div>
			)}
			<FieldRow label={t.scale}>
				<NumberField
					label={t.scale}
					placement="hidden"
					value={settings.scale * 100}
					min={5}
					max={800}
					unit="%"
					onInput={(percent) => change({ scale: percent / 100 })}
					onCommit={(percent) => change({ scale: percent / 100 })}
				/>
				<NumberField
					label={t.moveX}
					shortLabel="X"
					placement="inside"
					value={settings.dx}
					unit="px"
					onCommit={(dx) => change({ dx })}
				/>
				<NumberField
					label={t.moveY}
					shortLabel="Y"
					placement="inside"
					value={settings.dy}
					unit="px"
					onCommit={(dy) => change({ dy })}
				/>
			</FieldRow>
			<div className={styles.choice}>
				<span>{t.pivot}</span>
				<Segmented
					label={t.pivot}
					value={settings.pivot}
					segments={pivots.map((value) => ({ value, label: t.pivots[value] }))}
					onChange={(pivot) => change({ pivot })}
				/>
			</div>
		</div>
	);
}

/** A slider with its value beside it. */
function ValueSlider({
	format,
	...slider
}: Omit<SliderProps, 'format'> & { format(value: number): string }) {
	return (
		<div className={styles.slider}>
			<Slider format={format} {...slider} />
			<output>{format(slider.value)}</output>
		</div>
	);
}

/** What becomes of the clip's time, in words. */
function PaceWords({
	retarget: { settings, partSeconds },
	shotSeconds,
}: {
	readonly retarget: Retarget;
	readonly shotSeconds: number;
}) {
	const t = useVideoTracksText();
	const { common } = useText();
	const part = common.seconds(partSeconds);
	const shot = common.seconds(shotSeconds);
	/** A hundredth is heard by nobody. */
	const isSame = Math.abs(partSeconds / shotSeconds - 1) < 0.01;
	if (settings.keepsPace && !isSame)
		return partSeconds < shotSeconds ? t.endsEarly(part, shot) : t.cutTo(shot);
	const times = (factor: number) => factor.toFixed(1).replace('.', common.decimalSign);
	if (isSame) return t.stretched(part, shot, t.samePace);
	return t.stretched(
		part,
		shot,
		partSeconds < shotSeconds
			? t.slower(times(shotSeconds / partSeconds))
			: t.faster(times(partSeconds / shotSeconds)),
	);
}
