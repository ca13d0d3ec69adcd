import { useEffect } from 'react';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useProjectsText } from '../projects/projectsText.ts';
import type { Studio } from '../studio/createStudio.ts';

/** A shot that could not be saved is tried again so often. */
const RETRY_MS = 5000;

/**
 * Says when a result, a picture or the shot could not be stored; they stay usable until the page closes.
 * @param onSaveFile Saves the shot as a file; keep its identity.
 */
export function useStorageNotice(
	{ storageFaults, projects: { autosave } }: Studio,
	onSaveFile: () => void,
): void {
	const { files } = useText().app;
	const t = useProjectsText();
	const toasts = useToasts();
	useEffect(
		() =>
			storageFaults.subscribe((now, before) =>
				toasts.show(
					now.pictures > before.pictures
						? { tone: 'error', title: t.pictureNotStored, text: t.pictureNotStoredText }
						: { tone: 'error', title: files.resultNotStored, text: files.resultNotStoredText },
				),
			),
		[storageFaults, toasts, files, t],
	);
	useEffect(() => {
		let retry: ReturnType<typeof setInterval> | undefined;
		let toast: number | undefined;
		const follow = () => {
			const state = autosave.get();
			if (state === 'failed' && retry === undefined) {
				retry = setInterval(() => void autosave.flush(), RETRY_MS);
				toast = toasts.show({
					tone: 'error',
					title: t.notSaved,
					text: t.notSavedText,
					action: { label: t.saveFile, onAction: onSaveFile },
				});
			}
			if (state !== 'saved' || retry === undefined) return;
			clearInterval(retry);
			retry = undefined;
			if (toast !== undefined) toasts.close(toast);
		};
		follow();
		const stop = autosave.subscribe(follow);
		return () => {
			stop();
			clearInterval(retry);
		};
	}, [autosave, toasts, t, onSaveFile]);
}
