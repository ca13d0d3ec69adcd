import { useTrash } from '../gallery/useTrash.ts';
import { useStorageNotice } from '../hooks/useStorageNotice.ts';
import type { Studio } from '../studio/createStudio.ts';
import { useImageSweep } from './useImageSweep.ts';
import { useProjectNotices } from './useProjectNotices.ts';
import { useRoomNotice } from './useRoomNotice.ts';
import { useSharedLinks } from './useSharedLinks.ts';

/** Shows nothing: it tells what happens to stored shots, clears up what is deleted, and opens links to shots, from a moment after the canvas is there. */
export default function ProjectsWatch({
	studio,
	onSaveFile,
	onProjects,
}: {
	readonly studio: Studio;
	/** Keep their identity. */
	readonly onSaveFile: () => void;
	readonly onProjects: () => void;
}) {
	useProjectNotices(studio);
	useStorageNotice(studio, onSaveFile);
	useRoomNotice(onProjects);
	useSharedLinks(studio);
	useImageSweep(studio);
	useTrash(studio);
	return null;
}
