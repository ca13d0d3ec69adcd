import { useState } from 'react';
import { createUuid } from '#core/ids/createUuid.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { ProjectInfo } from '../persistence/projectRecord.ts';
import type { Studio } from '../studio/createStudio.ts';
import { duplicateProject, removeProject, renameProject } from './projectActions.ts';
import { useProjectsText } from './projectsText.ts';

/** What the list says of the last deed. */
export interface DeedStatus {
	readonly tone: 'ok' | 'error';
	readonly text: string;
	readonly takeBack?: () => void;
}

export interface ProjectDeeds {
	readonly status: DeedStatus | undefined;
	open(info: ProjectInfo): void;
	rename(info: ProjectInfo, name: string): void;
	duplicate(info: ProjectInfo): void;
	remove(info: ProjectInfo): void;
	/** Closes the list; a deletion can still be taken back from a message. */
	close(): void;
}

/** What can be done with the projects of the list; one that fails says so, and nothing has changed then. */
export function useProjectDeeds(
	studio: Studio,
	refresh: () => Promise<void>,
	onClose: () => void,
): ProjectDeeds {
	const { editor, generation, projects } = studio;
	const text = useText();
	const t = useProjectsText();
	const toasts = useToasts();
	const [status, setStatus] = useState<DeedStatus>();
	const failed: DeedStatus = { tone: 'error', text: `${t.failed}. ${t.failedText}` };
	const tryTo = async (work: () => Promise<DeedStatus | undefined>) => {
		setStatus(await work().catch(() => failed));
		await refresh();
	};
	const close = () => {
		const { takeBack } = status ?? {};
		onClose();
		if (status && takeBack)
			toasts.show({
				title: status.text,
				action: { label: text.app.files.takeBack, onAction: takeBack },
			});
	};
	return {
		status,
		close,
		open: (info) =>
			void tryTo(async () => {
				const isCurrent = info.id === projects.getState().currentId;
				const result = isCurrent ? 'opened' : await projects.open(info.id);
				if (result === 'missing') return { tone: 'error', text: `${t.missing}. ${t.missingText}` };
				if (result === 'unreadable')
					return { tone: 'error', text: `${t.unreadable(info.name)}. ${t.unreadableText}` };
				generation.getState().closeJob();
				close();
				return undefined;
			}),
		rename: (info, name) =>
			void tryTo(async () => {
				if (info.id !== projects.getState().currentId)
					return (await renameProject(studio, info, name)) ? undefined : failed;
				editor.dispatch(text.app.steps.rename, [{ type: 'document/rename', name }]);
				return undefined;
			}),
		duplicate: (info) =>
			void tryTo(async () => {
				const id = createUuid((count) => crypto.getRandomValues(new Uint8Array(count)));
				return (await duplicateProject(studio, info, id)) ? undefined : failed;
			}),
		remove: (info) =>
			void tryTo(async () => {
				const restore = await removeProject(studio, info);
				return {
					tone: 'ok',
					text: t.removed(info.name || t.unnamed),
					...(restore && {
						takeBack: () =>
							void tryTo(async () => {
								await restore();
								return undefined;
							}),
					}),
				};
			}),
	};
}
