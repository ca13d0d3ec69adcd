import { useEffect } from 'react';
import { sayBytes } from '#generation/format/sayWhen.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useProjectsText } from './projectsText.ts';

/** Room for a few results more; a video of five seconds has one to three megabytes. */
const LEAST_BYTES = 100 * 1024 * 1024;
const CHECK_MS = 30_000;

/**
 * Warns before the browser's storage is full, once until there is room again. Plain-http pages are not told how much is left.
 * @param onProjects Shows the list, where room can be made; keep its identity.
 */
export function useRoomNotice(onProjects: () => void): void {
	const t = useProjectsText();
	const toasts = useToasts();
	useEffect(() => {
		const storage = navigator.storage as StorageManager | undefined;
		if (!storage) return;
		let isTold = false;
		const check = async () => {
			const { usage, quota } = await storage.estimate();
			if (usage === undefined || !quota) return;
			const left = Math.max(0, quota - usage);
			const isTight = left < LEAST_BYTES;
			if (isTight && !isTold)
				toasts.show({
					tone: 'error',
					title: t.almostFull,
					text: t.almostFullText(sayBytes(left)),
					action: { label: t.title, onAction: onProjects },
				});
			isTold = isTight;
		};
		const tryCheck = () => void check().catch(() => undefined);
		tryCheck();
		const timer = setInterval(tryCheck, CHECK_MS);
		return () => clearInterval(timer);
	}, [t, toasts, onProjects]);
}
