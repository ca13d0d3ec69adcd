import { useEffect } from 'react';
import { readShareLink, type ShareLinkError } from '#core/formats/shareLink.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { Studio } from '../studio/createStudio.ts';
import { nextName } from './nextName.ts';
import { useProjectsText } from './projectsText.ts';

/**
 * Opens the shot in the page's address, or in an address that is pasted, as a project of its own: one undo step, and nothing
 * runs. It is taken out of the address, so that a reload shows the copy with what was changed since.
 */
export function useSharedLinks(studio: Studio): void {
	const { database, editor, generation, projects } = studio;
	const text = useText();
	const t = useProjectsText();
	const toasts = useToasts();
	useEffect(() => {
		const open = (fragment: string): boolean => {
			const shot = readShareLink(fragment);
			if (!shot) return false;
			if (shot.ok) void openCopy(shot.value);
			else toasts.show({ tone: 'error', title: t.shared.failed, text: why(shot.error) });
			return true;
		};
		const why = (error: ShareLinkError): string =>
			error.kind === 'project' ? text.findings.projectError(error.error) : t.shared[error.kind];
		const openCopy = async (shared: ReturnType<typeof editor.getDocument>) => {
			const names = (await database.projects.list().catch(() => [])).map(({ name }) => name);
			const name = names.includes(shared.name) ? nextName(shared.name, names) : shared.name;
			const document = { ...shared, name };
			projects.begin(() =>
				editor.dispatch(t.shared.step, [{ type: 'document/replace', document }]),
			);
			generation.getState().closeJob();
			toasts.show({
				tone: 'ok',
				title: t.shared.opened(shared.name),
				...(shared.image && { text: t.shared.openedText }),
				action: { label: text.app.files.takeBack, onAction: editor.undo },
			});
		};
		const openAddress = () => {
			if (open(location.hash)) history.replaceState(null, '', location.pathname + location.search);
		};
		const openPasted = (event: ClipboardEvent) => {
			const isField = (event.target as Element | null)?.closest?.('input, textarea');
			const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
			const fragment = /^\S+(#shot=[\w-]+)$/.exec(pasted)?.[1];
			if (isField || !fragment || !open(fragment)) return;
			event.preventDefault();
			// The canvas would look for tracks in it.
			event.stopImmediatePropagation();
		};
		openAddress();
		window.addEventListener('hashchange', openAddress);
		window.addEventListener('paste', openPasted, { capture: true });
		return () => {
			window.removeEventListener('hashchange', openAddress);
			window.removeEventListener('paste', openPasted, { capture: true });
		};
	}, [database, editor, generation, projects, text, t, toasts]);
}
