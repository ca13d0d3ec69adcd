import { useEffect } from 'react';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { Studio } from '../studio/createStudio.ts';

/** Says when a result could not be stored; it stays usable until the page closes. */
export function useStorageNotice({ storageFaults }: Studio): void {
	const t = useText().app.files;
	const toasts = useToasts();
	useEffect(
		() =>
			storageFaults.subscribe(() =>
				toasts.show({ tone: 'error', title: t.resultNotStored, text: t.resultNotStoredText }),
			),
		[storageFaults, toasts, t],
	);
}
