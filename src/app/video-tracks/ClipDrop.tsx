import { ScanSearch } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import styles from './ClipDrop.module.css';
import type { ClipState } from './useClip.ts';
import { VideoFileInput } from './VideoFileInput.tsx';
import { useVideoTracksText } from './videoTracksText.ts';

/** Where a clip is dropped, how far its reading is, or why it cannot be read. */
export function ClipDrop({
	state,
	isOver,
	onFile,
	onCancel,
}: {
	readonly state: Exclude<ClipState, { readonly name: 'ready' }>;
	/** A file is being dragged over the window. */
	readonly isOver: boolean;
	onFile(file: File): void;
	onCancel(): void;
}) {
	const t = useVideoTracksText();
	const input = useRef<HTMLInputElement>(null);
	if (state.name === 'reading')
		return (
			<div className={styles.zone}>
				<b>{state.file.name}</b>
				<Progress label={t.reading} fraction={state.share} className={styles.progress} />
				<p>
					{t.reading}, {Math.round(state.share * 100)} %
				</p>
				<Button onClick={onCancel}>{t.cancel}</Button>
			</div>
		);
	const failure =
		state.name === 'failed' &&
		(typeof state.problem === 'string' ? t.broke(state.problem) : t.problem(state.problem));
	return (
		<div
			className={styles.zone}
			data-over={isOver || undefined}
			data-failed={failure ? '' : undefined}
		>
			<span className={styles.icon}>
				<Icon of={ScanSearch} size={20} />
			</span>
			{state.name === 'failed' ? (
				<div role="alert" className={styles.words}>
					<b>{t.notRead(state.file.name)}</b>
					<p>{failure}</p>
				</div>
			) : (
				<div className={styles.words}>
					<b>{t.dropTitle}</b>
					<p>{t.dropText}</p>
					<p>{t.dropLimits}</p>
				</div>
			)}
			<Button variant="primary" onClick={() => input.current?.click()}>
				{t.choose}
			</Button>
			<VideoFileInput ref={input} onFile={onFile} />
		</div>
	);
}
