import { lazyPart } from './lazyPart.tsx';

/*
 * The dialogs of the window. This list is no part of the first visit: there are so many of them that their addresses alone
 * would be what the canvas waits for.
 */

export const ConnectDialog = lazyPart(() => import('../ConnectDialog.tsx'));
export const ExplainDialog = lazyPart(() => import('../explain/ShotExplanation.tsx'));
export const ExportMotionDialog = lazyPart(() => import('../draft/ExportMotionDialog.tsx'));
export const GalleryWindow = lazyPart(() => import('../gallery/GalleryWindow.tsx'));
export const ProjectsDialog = lazyPart(() => import('../projects/ProjectsDialog.tsx'));
export const ShareDialog = lazyPart(() => import('../projects/ShareDialog.tsx'));
export const StartersDialog = lazyPart(() => import('../start/StartersDialog.tsx'));
export const VideoTracksDialog = lazyPart(() => import('../video-tracks/VideoTracksDialog.tsx'));
export const WorkflowsDialog = lazyPart(() => import('../WorkflowsDialog.tsx'));

/** Fetches those that are opened most, ahead of need. */
export async function loadDialogs(): Promise<void> {
	const parts = [ConnectDialog, ProjectsDialog, ShareDialog, StartersDialog];
	await Promise.all(parts.map((part) => part.load()));
}
