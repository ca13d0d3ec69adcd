import { useEffect } from 'react';
import { imageToScreen } from '#render/scene/viewport.ts';
import { useText } from '#ui/text/useText.tsx';
import { installWanAti } from '../automation/wanAti.ts';
import type { Studio } from '../studio/createStudio.ts';
import { dispatchChecked, exportTracks } from '../studio/shotFiles.ts';

/** Offers `window.wanAti` while the app is shown. */
export function useAutomation(studio: Studio): void {
	const text = useText();
	useEffect(() => {
		const { editor } = studio;
		return installWanAti({
			getDocument: editor.getDocument,
			async loadProject(json) {
				const { openProject } = await import('../studio/projectFiles.ts');
				const opened = await openProject(studio, json, text.app.steps.openProject);
				if (opened.ok) return;
				const { openProjectErrorText } = await import('../projects/openProjectErrorText.ts');
				throw new Error(openProjectErrorText(opened.error, text));
			},
			dispatch: (command) =>
				dispatchChecked(studio, 'type' in command ? [command] : command, text.app.steps.script),
			imageToScreen(point) {
				const canvas = document.querySelector('[role="application"]')?.getBoundingClientRect();
				const { x, y } = imageToScreen(editor.getState().viewport, point);
				return { x: x + (canvas?.left ?? 0), y: y + (canvas?.top ?? 0) };
			},
			exportTracks: () => exportTracks(studio),
		});
	}, [studio, text]);
}
