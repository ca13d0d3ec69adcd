import { type RefObject, useMemo } from 'react';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { FileInputsHandle } from '../FileInputs.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import type { DialogName } from '../layout/useWindowDialog.ts';

/** What one can do with the shot as a whole. */
export function useShotMenu({
	files,
	inputs,
	hasImage,
	show,
}: {
	readonly files: FileActions;
	readonly inputs: RefObject<FileInputsHandle | null>;
	readonly hasImage: boolean;
	/** Keep its identity. */
	readonly show: (dialog: DialogName) => void;
}): readonly MenuItem[] {
	const { menu } = useText().app;
	return useMemo(
		() => [
			{ label: menu.newShot, onSelect: files.newShot },
			{ label: menu.projects, onSelect: () => show('projects') },
			{ label: menu.gallery, onSelect: () => show('gallery') },
			{ label: menu.starters, onSelect: () => show('starters') },
			{ type: 'separator' },
			{ label: menu.openImage, onSelect: () => inputs.current?.chooseImage() },
			{
				label: menu.replaceImage,
				disabled: !hasImage,
				onSelect: () => inputs.current?.chooseReplacement(),
			},
			{ type: 'separator' },
			{ label: menu.openProject, onSelect: () => inputs.current?.chooseProject() },
			{ label: menu.saveProject, onSelect: () => void files.saveProjectFile() },
			{ label: menu.share, onSelect: () => show('share') },
			{ type: 'separator' },
			{ label: menu.videoTracks, onSelect: () => show('videoTracks') },
			{ label: menu.exportAs, disabled: !hasImage, onSelect: () => show('exportAs') },
			{
				label: menu.exportMotion,
				disabled: !hasImage,
				onSelect: () => show('exportMotion'),
			},
			{ label: menu.workflows, onSelect: () => show('workflows') },
			{ label: menu.explain, disabled: !hasImage, onSelect: () => show('explain') },
		],
		[menu, files, inputs, hasImage, show],
	);
}
