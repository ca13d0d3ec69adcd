import { useState } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import type { Studio } from '../studio/createStudio.ts';
import { ClipDrop } from './ClipDrop.tsx';
import { ClipWorkshop } from './ClipWorkshop.tsx';
import { useClip } from './useClip.ts';
import { useClipDrops } from './useClipDrops.ts';
import styles from './VideoTracksDialog.module.css';
import { useVideoTracksText } from './videoTracksText.ts';

/** Follows what moves in a clip and gives its motion to the shot. */
export default function VideoTracksDialog({
	studio,
	files,
	clip: first,
	onClose,
}: {
	readonly studio: Studio;
	readonly files: Pick<FileActions, 'openImage'>;
	/** Opened at once. */
	readonly clip?: File | undefined;
	onClose(): void;
}) {
	const t = useVideoTracksText();
	const { state, open, cancel } = useClip(first);
	const isOver = useClipDrops(open);
	/** Where the workshop puts its buttons. */
	const [bar, setBar] = useState<HTMLElement | null>(null);
	return (
		<Dialog
			open
			onOpenChange={(isOpen) => !isOpen && onClose()}
			title={first ? t.titleOfThis : t.title}
			description={t.description}
			size="l"
			footer={
				state.name === 'ready' ? (
					<div ref={setBar} className={styles.bar} />
				) : (
					<Button onClick={onClose}>{t.close}</Button>
				)
			}
		>
			{state.name === 'ready' ? (
				<ClipWorkshop
					// Another clip, or another part of it, begins anew.
					key={`${state.file.name} ${state.file.lastModified} ${state.from}`}
					studio={studio}
					files={files}
					ready={state}
					bar={bar}
					onOpen={open}
					onClose={onClose}
				/>
			) : (
				<ClipDrop state={state} isOver={isOver} onFile={open} onCancel={cancel} />
			)}
		</Dialog>
	);
}
