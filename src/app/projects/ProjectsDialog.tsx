import { FolderOpen, Plus } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useStore } from 'zustand';
import { sayBytes } from '#generation/format/sayWhen.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { Spinner } from '#ui/controls/Spinner.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { FileInputsHandle } from '../FileInputs.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import { useRoom } from '../hooks/useRoom.ts';
import type { Studio } from '../studio/createStudio.ts';
import { ProjectCard } from './ProjectCard.tsx';
import styles from './ProjectsDialog.module.css';
import { useProjectsText } from './projectsText.ts';
import { useProjectDeeds } from './useProjectDeeds.ts';
import { useProjectList } from './useProjectList.ts';
import { useThumbUrls } from './useThumbUrls.ts';

/** Every stored shot with its picture: open, rename, duplicate, delete. */
export default function ProjectsDialog({
	studio,
	files,
	inputs,
	onClose,
}: {
	readonly studio: Studio;
	readonly files: FileActions;
	readonly inputs: RefObject<FileInputsHandle | null>;
	onClose(): void;
}) {
	const text = useText();
	const t = useProjectsText();
	const { infos, hasFailed, refresh } = useProjectList(studio);
	const urls = useThumbUrls(studio, infos);
	const currentId = useStore(studio.projects, (state) => state.currentId);
	const { status, ...does } = useProjectDeeds(studio, refresh, onClose);
	const room = useRoom();
	const [namingId, setNamingId] = useState<string>();
	return (
		<Dialog
			open
			// Escape in a name field gives the name up, no more.
			onOpenChange={(open) => !open && namingId === undefined && does.close()}
			title={t.title}
			description={t.description}
			size="l"
			footer={
				<>
					<div className={styles.status} role="status" data-tone={status?.tone}>
						{status ? (
							<>
								<span>{status.text}</span>
								{status.takeBack && (
									<Button size="s" onClick={status.takeBack}>
										{text.app.files.takeBack}
									</Button>
								)}
							</>
						) : (
							room && t.room(sayBytes(room.used), sayBytes(room.quota))
						)}
					</div>
					<Button
						icon={FolderOpen}
						onClick={() => {
							does.close();
							inputs.current?.chooseProject();
						}}
					>
						{t.openFile}
					</Button>
					<Button
						variant="primary"
						icon={Plus}
						onClick={() => {
							files.newShot();
							does.close();
						}}
					>
						{t.newShot}
					</Button>
				</>
			}
		>
			{hasFailed ? (
				<EmptyState title={t.notRead} text={t.failedText} />
			) : !infos ? (
				<div className={styles.reading}>
					<Spinner size={20} label={t.loading} />
				</div>
			) : infos.length === 0 ? (
				<EmptyState title={t.empty} text={t.emptyText} />
			) : (
				<ul ref={focusCurrent} className={styles.grid} aria-label={t.list}>
					{infos.map((info) => (
						<ProjectCard
							key={info.id}
							info={info}
							thumbUrl={urls.get(info.id)}
							isOpen={info.id === currentId}
							isNaming={info.id === namingId}
							onNaming={(isNaming) => setNamingId(isNaming ? info.id : undefined)}
							onOpen={() => does.open(info)}
							onRename={(name) => does.rename(info, name)}
							onDuplicate={() => does.duplicate(info)}
							onRemove={() => does.remove(info)}
						/>
					))}
				</ul>
			)}
		</Dialog>
	);
}

/** The list comes a moment after the dialog: the focus goes to the open project, else to the newest. */
function focusCurrent(list: HTMLUListElement | null): void {
	const find = (selector: string) => list?.querySelector<HTMLElement>(selector);
	(find('[aria-current]') ?? find('button'))?.focus();
}
