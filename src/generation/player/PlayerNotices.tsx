import { Dices, Info } from 'lucide-react';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import styles from './ResultPlayer.module.css';

/** What is to be known of a video before it is judged: that nothing was rendered, that it is shorter than asked for. */
export function PlayerNotices({
	job,
	onNewSeed,
}: {
	readonly job: Job;
	readonly onNewSeed: (job: Job) => void;
}) {
	const { files } = useLinkText();
	const t = useText().generation.player;
	const asked = job.document.frame.length;
	const count = job.video?.frameCount;
	return (
		<>
			{job.fromCache && (
				<div className={styles.cached} role="status">
					<Icon of={Info} />
					<span className={styles.grow}>{t.sameAs(job.sameAs)}</span>
					<Button size="s" icon={Dices} onClick={() => onNewSeed(job)}>
						{t.useNewSeed}
					</Button>
				</div>
			)}
			{job.engine === 'comfy' && count !== undefined && count < asked && (
				<div className={styles.cached} role="status">
					<Icon of={Info} />
					<span className={styles.grow}>{files.short(count, asked)}</span>
				</div>
			)}
		</>
	);
}
