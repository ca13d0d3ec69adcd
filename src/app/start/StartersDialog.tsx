import { Dialog } from '#ui/controls/Dialog.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import { StarterGallery } from './StarterGallery.tsx';
import { useStartersText } from './startersText.ts';

/** The starter shots, while another shot is open; what was there comes back with one undo. */
export default function StartersDialog({
	files,
	onClose,
}: {
	readonly files: FileActions;
	onClose(): void;
}) {
	const t = useStartersText();
	return (
		<Dialog open onOpenChange={onClose} title={t.title} description={t.dialogHint} size="l">
			<StarterGallery
				onStarter={(id) => {
					void files.openStarter(id);
					onClose();
				}}
			/>
		</Dialog>
	);
}
