import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { clipLimits } from '#core/retarget/videoTracksWork.ts';
import { Button } from '#ui/controls/Button.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import styles from './ClipWorkshop.module.css';
import type { Following, FollowNote } from './useFollowing.ts';
import { useVideoTracksText } from './videoTracksText.ts';

const usual = 6;

/** Lets the clip pick points, and says how far the following is and what came of it. */
export function PickRow({
	following: { share, note, pick, cancel },
	frame,
}: {
	readonly following: Following;
	readonly frame: number;
}) {
	const t = useVideoTracksText();
	const [count, setCount] = useState(usual);
	const isFollowing = share !== undefined;
	return (
		<>
			<div className={styles.row}>
				<div className={styles.count}>
					<NumberField
						label={t.points}
						placement="inside"
						value={count}
						min={1}
						max={clipLimits.tracks}
						onInput={setCount}
						onCommit={setCount}
					/>
				</div>
				<Button
					icon={ScanSearch}
					busy={isFollowing}
					tooltip={t.pickReason}
					onClick={() => pick(frame, count)}
				>
					{t.pick}
				</Button>
				{isFollowing && (
					<>
						<Progress label={t.following} fraction={share} className={styles.progress} />
						<Button size="s" onClick={cancel}>
							{t.cancel}
						</Button>
					</>
				)}
			</div>
			<p role="status" className={styles.note}>
				{note && <NoteWords note={note} />}
			</p>
		</>
	);
}

function NoteWords({ note }: { readonly note: FollowNote }) {
	const t = useVideoTracksText();
	switch (note.kind) {
		case 'full':
			return t.full(clipLimits.tracks);
		case 'fewer':
			return t.fewer(note.found, note.wanted);
		case 'broke':
			return t.broke(note.detail);
		default:
			return t[note.kind];
	}
}
