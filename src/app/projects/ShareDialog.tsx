import { Check, Download, Image, Link } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { shareLinkLimits, writeShareLink } from '#core/formats/shareLink.ts';
import { downloadBytes } from '#generation/download/downloadBytes.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';
import { sayKilobytes } from '#generation/format/sayWhen.ts';
import { useCopy } from '#generation/notice/useCopy.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import type { Studio } from '../studio/createStudio.ts';
import { savePngProject } from '../studio/projectFiles.ts';
import { useProjectsText } from './projectsText.ts';
import styles from './ShareDialog.module.css';

/** Three ways to give the shot to somebody: a link, a picture that holds it, a file. */
export default function ShareDialog({
	studio,
	files,
	onClose,
}: {
	readonly studio: Studio;
	readonly files: FileActions;
	onClose(): void;
}) {
	const t = useProjectsText().share;
	return (
		<Dialog open onOpenChange={(open) => !open && onClose()} title={t.title} size="s">
			<div className={styles.ways}>
				<LinkWay studio={studio} />
				<PictureWay studio={studio} />
				<Way title={t.file} text={t.fileHint}>
					<Button icon={Download} onClick={() => void files.saveProjectFile()}>
						{t.saveFile}
					</Button>
				</Way>
			</div>
		</Dialog>
	);
}

function LinkWay({ studio: { editor } }: { readonly studio: Studio }) {
	const t = useProjectsText().share;
	const { copied, copy } = useCopy();
	const link = useMemo(() => writeShareLink(editor.getDocument()), [editor]);
	const limit = sayKilobytes(shareLinkLimits.characters);
	if (!link.ok)
		return (
			<Way title={t.link} text={t.tooLong(sayKilobytes(link.error.characters), limit)} isWarning />
		);
	const address = `${location.origin}${location.pathname}#${link.value}`;
	return (
		<Way title={t.link} text={t.linkHint(sayKilobytes(link.value.length), limit)}>
			<input
				className={styles.address}
				aria-label={t.link}
				readOnly
				value={address}
				onFocus={(event) => event.currentTarget.select()}
			/>
			<Button variant="primary" icon={copied ? Check : Link} onClick={() => copy(address)}>
				{copied ? t.copied : t.copy}
			</Button>
		</Way>
	);
}

function PictureWay({ studio }: { readonly studio: Studio }) {
	const { share: t, png, failed, failedText } = useProjectsText();
	const toasts = useToasts();
	const [withTracks, setWithTracks] = useState(true);
	const [isBusy, setBusy] = useState(false);
	const save = async () => {
		setBusy(true);
		try {
			const saved = await savePngProject(studio, withTracks);
			if (saved.ok)
				downloadBytes(
					saved.value,
					'image/png',
					safeFileName(studio.editor.getDocument().name, 'png'),
				);
			else {
				const { kind } = saved.error;
				toasts.show({ tone: 'error', title: kind === 'noPicture' ? t.noPicture : png[kind] });
			}
		} catch {
			toasts.show({ tone: 'error', title: failed, text: failedText });
		} finally {
			setBusy(false);
		}
	};
	return (
		<Way title={t.picture} text={t.pictureHint}>
			<span className={styles.choice}>
				<Checkbox label={t.drawTracks} checked={withTracks} onChange={setWithTracks} />
			</span>
			<Button icon={Image} busy={isBusy} onClick={() => void save()}>
				{t.savePicture}
			</Button>
		</Way>
	);
}

function Way({
	title,
	text,
	isWarning = false,
	children,
}: {
	readonly title: string;
	readonly text: string;
	readonly isWarning?: boolean;
	readonly children?: ReactNode;
}) {
	return (
		<section className={styles.way} aria-label={title}>
			<h3>{title}</h3>
			<p data-warning={isWarning || undefined}>{text}</p>
			{children && <div className={styles.row}>{children}</div>}
		</section>
	);
}
