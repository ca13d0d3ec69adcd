import { useEffect } from 'react';
import type { EditorStore } from '#editor/store/createEditorStore.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { Studio } from '../studio/createStudio.ts';
import type { ProjectNotice } from './createProjects.ts';
import { nextName } from './nextName.ts';
import { useProjectsText } from './projectsText.ts';

/** Says what other tabs did to the shot on the canvas. */
export function useProjectNotices({ database, editor, projects }: Studio): void {
	const t = useProjectsText();
	const toasts = useToasts();
	useEffect(() => {
		const tell = async (notice: ProjectNotice) => {
			switch (notice.kind) {
				case 'keptBoth': {
					const names = (await database.projects.list().catch(() => [])).map(({ name }) => name);
					whenCalm(editor, () => {
						const name = nextName(editor.getDocument().name, names);
						editor.dispatch(t.keptBothStep, [{ type: 'document/rename', name }]);
						toasts.show({ tone: 'error', title: t.keptBoth, text: t.keptBothText(name) });
					});
					return;
				}
				case 'changedElsewhere':
					toasts.show({
						tone: 'warn',
						title: t.changedElsewhere,
						text: t.changedElsewhereText,
						action: { label: t.showIt, onAction: () => void projects.open(notice.projectId) },
					});
					return;
				case 'openElsewhere':
					toasts.show({ tone: 'warn', title: t.openElsewhere, text: t.openElsewhereText });
					return;
				case 'unreadable':
					toasts.show({
						tone: 'error',
						title: t.unreadable(notice.name),
						text: t.unreadableText,
					});
			}
		};
		const tellAll = () => {
			const notices = projects.takeNotices();
			// Many of one kind (a tab that saves every second) are one message.
			for (const kind of new Set(notices.map((notice) => notice.kind)))
				void tell(notices.findLast((notice) => notice.kind === kind)!);
		};
		tellAll();
		return projects.subscribe(tellAll);
	}, [database, editor, projects, t, toasts]);
}

/** At once, or when the drag that goes on has ended: it is not to be broken off. */
function whenCalm(editor: EditorStore, run: () => void): void {
	if (!editor.getState().history.gesture) {
		run();
		return;
	}
	const stop = editor.subscribe(({ history }) => {
		if (history.gesture) return;
		stop();
		run();
	});
}
