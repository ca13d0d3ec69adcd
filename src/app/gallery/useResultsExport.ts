import { useEffect, useRef, useState } from 'react';
import { downloadBlob } from '#generation/download/downloadBytes.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';
import { sayBytes } from '#generation/format/sayWhen.ts';
import type { GalleryStatus, Packing } from '#generation/gallery/GalleryFoot.tsx';
import type { GalleryItem } from '#generation/gallery/galleryItems.ts';
import { useGalleryText } from '#generation/gallery/useGalleryText.ts';
import { useMetricsText } from '#generation/metrics/useResultsText.ts';
import { useText } from '#ui/text/useText.tsx';
import type { Studio } from '../studio/createStudio.ts';
import { exportResults } from './exportResults.ts';

/** Packs results and saves the archive, one at a time; given up when its owner goes. @param onEnd Told what it came to. */
export function useResultsExport(
	studio: Studio,
	onEnd: (status: GalleryStatus) => void,
): { readonly packing: Packing | undefined; start(items: readonly GalleryItem[]): void } {
	const text = useText();
	const metrics = useMetricsText();
	const t = useGalleryText();
	const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
	const stop = useRef(new AbortController());
	useEffect(() => () => stop.current.abort(), []);

	const run = async (items: readonly GalleryItem[]) => {
		stop.current = new AbortController();
		const { signal } = stop.current;
		setProgress({ done: 0, all: items.length });
		const onProgress = (done: number) => setProgress({ done, all: items.length });
		const outcome = await exportResults(studio, items, { text, metrics, signal, onProgress });
		setProgress(undefined);
		switch (outcome.state) {
			case 'done': {
				const shots = new Set(items.map(({ job }) => job.document.name));
				const [only] = shots;
				const name = shots.size === 1 && only ? t.archive(only) : t.archiveAll;
				downloadBlob(outcome.archive, safeFileName(name, 'zip'));
				const size = sayBytes(outcome.archive.size);
				return onEnd({ tone: 'ok', text: t.exported(items.length, size) });
			}
			case 'stopped':
				return onEnd({ tone: 'ok', text: t.exportStopped });
			case 'tooLarge':
				return onEnd({ tone: 'error', text: t.exportTooLarge });
			case 'failed':
				return onEnd({ tone: 'error', text: t.exportFailed });
		}
	};
	return {
		packing: progress && { ...progress, stop: () => stop.current.abort() },
		start: (items) => void run(items),
	};
}
