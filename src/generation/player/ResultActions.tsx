import { Download, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './ResultActions.module.css';
import { downloadTracks, downloadVideo } from './resultFiles.ts';
import { useFramesDownload } from './useFramesDownload.ts';

export interface ResultActionsProps {
	readonly job: Job;
	/** The video; undefined while it is loading, or gone. */
	readonly bytes: Uint8Array | undefined;
	readonly onUseShot: (job: Job) => void;
	readonly onDelete: (job: Job) => void;
	/** What the app adds, beside "use this shot again". */
	readonly extra?: ReactNode;
}

/** Downloads, "use this shot again" and delete of a finished job. */
export function ResultActions({ job, bytes, onUseShot, onDelete, extra }: ResultActionsProps) {
	const text = useText();
	const t = text.generation.player;
	const toasts = useToasts();
	const frames = useFramesDownload(job);
	// What cannot be decoded here cannot be unpacked here either: saving it is what is left.
	const isPlayable = job.video?.playable !== false;
	const packing = frames.state.state === 'packing' ? frames.state.fraction : undefined;
	const packed = async () => {
		if (!bytes) return;
		if (!(await frames.start(bytes))) toasts.show({ tone: 'error', title: t.packFailed });
	};
	return (
		<div className={styles.actions}>
			<Button
				variant={isPlayable ? 'default' : 'primary'}
				icon={Download}
				disabled={!bytes}
				onClick={() => bytes && downloadVideo(job, bytes)}
			>
				{t.downloadVideo}
			</Button>
			{!isPlayable ? null : packing === undefined ? (
				<Button variant="quiet" disabled={!bytes} onClick={() => void packed()}>
					{t.downloadFrames}
				</Button>
			) : (
				<span className={styles.packing}>
					<span>{t.packing(text.common.percent(packing))}</span>
					<Progress label={t.downloadFrames} fraction={packing} />
					<Button variant="quiet" size="s" onClick={frames.stop}>
						{t.stopPacking}
					</Button>
				</span>
			)}
			<Button variant="quiet" onClick={() => downloadTracks(job)}>
				{t.downloadTracks}
			</Button>
			<span className={styles.grow} />
			{extra}
			<Button variant="quiet" onClick={() => onUseShot(job)}>
				{t.useShot}
			</Button>
			<IconButton icon={Trash2} look="danger" label={t.remove} onClick={() => onDelete(job)} />
		</div>
	);
}
