import { useEffect, useRef, useState } from 'react';

/**
 * Files dropped or pasted while the dialog is open are clips for it: they go no further to the window, which would open them.
 * @returns whether a file is being dragged over the window.
 */
export function useClipDrops(onFile: (file: File) => void): boolean {
	const [isOver, setIsOver] = useState(false);
	const take = useRef(onFile);
	take.current = onFile;
	useEffect(() => {
		const controller = new AbortController();
		const options = { capture: true, signal: controller.signal };
		const claim = (event: DragEvent | ClipboardEvent, data: DataTransfer | null) => {
			if (!data?.types.includes('Files')) return false;
			event.preventDefault();
			event.stopPropagation();
			return true;
		};
		const over = (event: DragEvent) => {
			if (claim(event, event.dataTransfer)) setIsOver(true);
		};
		const leave = (event: DragEvent) => {
			if (!event.relatedTarget) setIsOver(false);
		};
		const drop = (event: DragEvent) => {
			if (!claim(event, event.dataTransfer)) return;
			setIsOver(false);
			const [file] = event.dataTransfer?.files ?? [];
			if (file) take.current(file);
		};
		const paste = (event: ClipboardEvent) => {
			const [file] = event.clipboardData?.files ?? [];
			if (file && claim(event, event.clipboardData)) take.current(file);
		};
		window.addEventListener('dragover', over, options);
		window.addEventListener('dragleave', leave, options);
		window.addEventListener('drop', drop, options);
		window.addEventListener('paste', paste, options);
		return () => controller.abort();
	}, []);
	return isOver;
}
