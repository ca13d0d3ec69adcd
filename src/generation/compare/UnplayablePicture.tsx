import { Download, Film } from 'lucide-react';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { useText } from '#ui/text/useText.tsx';
import { downloadVideo } from '../player/resultFiles.ts';
import styles from './CompareStage.module.css';

/** In place of a video in a codec that this browser lacks: it is said, and the file can be saved. */
export function UnplayablePicture({
	job,
	bytes,
}: {
	readonly job: Job;
	/** undefined: not loaded yet. */
	readonly bytes: Uint8Array | undefined;
}) {
	const t = useText().generation.player;
	return (
		<div className={styles.unplayable}>
			<EmptyState icon={Film} title={t.unplayable} text={t.unplayableText}>
				<Button
					icon={Download}
					disabled={!bytes}
					onClick={() => bytes && downloadVideo(job, bytes)}
				>
					{t.downloadVideo}
				</Button>
			</EmptyState>
		</div>
	);
}
