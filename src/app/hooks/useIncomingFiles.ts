import { useEffect, useState } from 'react';

/**
 * Files dropped anywhere on the window or pasted; text pasted into fields stays theirs.
 * @param onFiles Gets the files, the first is usually the one meant.
 * @returns whether files are being dragged over the window.
 */
export function useIncomingFiles(onFiles: (files: readonly File[]) => void): boolean {
	const [isOver, setIsOver] = useState(false);
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		window.addEventListener(
			'dragover',
			(event) => {
				if (!event.dataTransfer?.types.includes('Files')) return;
				event.preventDefault();
				event.dataTransfer.dropEffect = 'copy';
				setIsOver(true);
			},
			{ signal },
		);
		window.addEventListener(
			'dragleave',
			(event) => {
				if (!event.relatedTarget) setIsOver(false);
			},
			{ signal },
		);
		window.addEventListener(
			'drop',
			(event) => {
				if (!event.dataTransfer?.types.includes('Files')) return;
				event.preventDefault();
				setIsOver(false);
				onFiles([...event.dataTransfer.files]);
			},
			{ signal },
		);
		window.addEventListener(
			'paste',
			(event) => {
				const files = [...(event.clipboardData?.files ?? [])];
				if (files.length === 0) return;
				event.preventDefault();
				onFiles(files);
			},
			{ signal },
		);
		return () => controller.abort();
	}, [onFiles]);
	return isOver;
}
