import { useEffect } from 'react';
import { loadImport } from '../formats/loadImport.ts';
import { loadComfyEngine } from '../studio/loadComfyEngine.ts';
import { loadOpenStartImage } from '../studio/loadOpenStartImage.ts';
import { lazyPart } from './lazyPart.tsx';

/* What no one sees before the canvas is drawn; `npm run bench bundle` measures what is left. */

export const Inspector = lazyPart(() => import('../inspector/Inspector.tsx'));
export const TimelinePanel = lazyPart(() => import('./TimelinePanel.tsx'));
export const EngineSelect = lazyPart(async () => ({
	default: (await import('#generation/server/EngineSelect.tsx')).EngineSelect,
}));
export const RegionStudio = lazyPart(() => import('../region/RegionStudio.tsx'));
export const GuidanceBar = lazyPart(() => import('#editor/influence/GuidanceBar.tsx'));
export const FrameSettings = lazyPart(async () => ({
	default: (await import('#editor/panels/FrameSettings.tsx')).FrameSettings,
}));
export const HistoryPanel = lazyPart(async () => ({
	default: (await import('#editor/panels/HistoryPanel.tsx')).HistoryPanel,
}));
export const StartScreen = lazyPart(async () => ({
	default: (await import('../start/StartScreen.tsx')).StartScreen,
}));
export const JobView = lazyPart(() => import('./JobView.tsx'));
export const PaletteDialogs = lazyPart(() => import('../palette/PaletteDialogs.tsx'));
export const ProjectsWatch = lazyPart(() => import('../projects/ProjectsWatch.tsx'));
export const ServerWatch = lazyPart(() => import('../ServerWatch.tsx'));
export const WindowDialogs = lazyPart(() => import('./WindowDialogs.tsx'));
const loadDialogs = async () => (await import('./lazyDialogs.ts')).loadDialogs();

const SETTLED_MS = 2000;

/**
 * Fetches those parts a moment after the canvas is there: none is waited for when it is called, or missing because
 * the server of the page was ended meanwhile.
 */
export function useLazyParts(isCanvasThere: boolean): void {
	useEffect(() => {
		if (!isCanvasThere) return;
		const timer = setTimeout(() => {
			// Fetched again when it is needed, which then says what is wrong.
			for (const load of [
				FrameSettings.load,
				JobView.load,
				ServerWatch.load,
				WindowDialogs.load,
				loadDialogs,
				PaletteDialogs.load,
				StartScreen.load,
				loadOpenStartImage,
				loadImport,
				loadComfyEngine,
			])
				load().catch(() => undefined);
		}, SETTLED_MS);
		return () => clearTimeout(timer);
	}, [isCanvasThere]);
}
