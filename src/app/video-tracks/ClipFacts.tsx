import type { Clip } from '#core/retarget/videoTracksWork.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './ClipWorkshop.module.css';
import { useVideoTracksText } from './videoTracksText.ts';

/** What the clip is and how much of it was read; of a long one another part can be read. */
export function ClipFacts({
	clip,
	from,
	onFrom,
}: {
	readonly clip: Clip;
	readonly from: number;
	onFrom(seconds: number): void;
}) {
	const t = useVideoTracksText();
	const { seconds } = useText().common;
	const { times, fileSeconds } = clip;
	const read = (times.at(-1) ?? 0) - (times[0] ?? 0);
	const isPart = clip.isCut || from > 0;
	const facts = [
		t.facts(clip.fileWidth, clip.fileHeight, times.length, seconds(read)),
		clip.width < clip.fileWidth && t.readAs(clip.width, clip.height),
		clip.isThinned && t.thinned,
		isPart && t.cut(seconds(read), seconds(fileSeconds)),
	].filter((part) => part !== false);
	return (
		<div className={styles.facts}>
			<span>{facts.join(', ')}</span>
			{isPart && (
				<div className={styles.from}>
					<NumberField
						label={t.beginAt}
						placement="inside"
						value={from}
						min={0}
						max={Math.max(0, Math.floor(fileSeconds) - 1)}
						maxDecimals={2}
						unit="s"
						onCommit={onFrom}
					/>
				</div>
			)}
		</div>
	);
}
