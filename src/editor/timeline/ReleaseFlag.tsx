import { Flag } from 'lucide-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import { Icon } from '#ui/controls/Icon.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { keyDirection } from './keyDirection.ts';
import styles from './TrackBar.module.css';
import type { Row } from './trackRows.ts';
import { useShareDrag } from './useShareDrag.ts';
import { useTimeText } from './useTimeText.ts';

/** Where the model is told no more of a track; dragged like the edges. */
export function ReleaseFlag({
	store,
	row,
	release,
	span,
}: {
	readonly store: EditorStore;
	readonly row: Row;
	/** Share of the clip. */
	readonly release: number;
	readonly span: { readonly current: HTMLDivElement | null };
}) {
	const text = useTimeText();
	const { seconds } = useText().common;
	const { frame } = store.getDocument();
	const set = (share: number) =>
		[
			{
				type: 'track/set',
				trackIds: [row.id],
				patch: { timing: { ...row.timing, release: Math.min(1, Math.max(0, share)) } },
			},
		] as const;
	const drag = useShareDrag(store, span, 'setTiming', ({ share }) => set(share));
	const onKeyDown = (event: KeyboardEvent) => {
		const direction = keyDirection(event.key);
		if (row.locked || direction === 0) return;
		event.preventDefault();
		const by = direction * (event.shiftKey ? Math.round(frame.fps) : 1);
		store.dispatch('setTiming', set(release + frameToShare(by, frame.length)));
	};
	return (
		<div
			className={styles.release}
			role="slider"
			tabIndex={row.locked ? -1 : 0}
			data-flip={release > 0.85 ? '' : undefined}
			aria-label={text.releaseOf(row.name)}
			aria-valuemin={0}
			aria-valuemax={frame.length - 1}
			aria-valuenow={shareToFrame(release, frame.length)}
			aria-valuetext={seconds(release * clipSeconds(frame))}
			aria-disabled={row.locked || undefined}
			style={
				{ left: `${release * 100}%`, '--bar': `var(--track-ui-${row.color})` } as CSSProperties
			}
			onKeyDown={onKeyDown}
			{...(row.locked ? {} : drag)}
		>
			<Icon of={Flag} size={12} />
			<span>{text.released}</span>
		</div>
	);
}
