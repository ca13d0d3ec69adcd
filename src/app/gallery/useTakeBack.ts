import { useCallback } from 'react';
import { useGalleryText } from '#generation/gallery/useGalleryText.ts';
import type { Discarded } from '#jobs/trash/createTrash.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';

/**
 * Says that results were deleted and offers to take them back; when the message is gone, so are they.
 * @returns what to call with them; `name` of the only one.
 */
export function useTakeBack(): (discarded: readonly Discarded[], name?: string) => void {
	const { app } = useText();
	const t = useGalleryText();
	const toasts = useToasts();
	return useCallback(
		(discarded, name) => {
			const count = discarded.reduce((sum, { ids }) => sum + ids.length, 0);
			if (count === 0) return;
			const id = toasts.show({
				title: name === undefined ? t.removed(count) : t.removedOne(name),
				action: {
					label: app.files.takeBack,
					onAction: () => {
						for (const one of discarded) one.restore();
					},
				},
			});
			const leave = toasts.subscribe(() => {
				if (toasts.get().some((toast) => toast.id === id)) return;
				leave();
				// Its button closes the message first and takes back then.
				queueMicrotask(() => {
					for (const one of discarded) one.purge();
				});
			});
		},
		[app, t, toasts],
	);
}
