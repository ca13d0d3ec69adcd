import type { RefObject } from 'react';
import type { FileInputsHandle } from '../FileInputs.tsx';
import { LazyExportDialog } from '../formats/lazyExportDialog.ts';
import type { FileActions } from '../hooks/useFileActions.ts';
import type { Servers } from '../hooks/useServers.ts';
import type { Studio } from '../studio/createStudio.ts';
import {
	ConnectDialog,
	ExplainDialog,
	ExportMotionDialog,
	GalleryWindow,
	ProjectsDialog,
	ShareDialog,
	StartersDialog,
	VideoTracksDialog,
	WorkflowsDialog,
} from './lazyDialogs.ts';
import type { WindowDialog } from './useWindowDialog.ts';

/** The dialog that is open. Each travels by itself. */
export default function WindowDialogs({
	dialog: { name, address, clip, close },
	studio,
	servers,
	files,
	inputs,
}: {
	readonly dialog: WindowDialog;
	readonly studio: Studio;
	readonly servers: Servers;
	readonly files: FileActions;
	readonly inputs: RefObject<FileInputsHandle | null>;
}) {
	switch (name) {
		case 'connect':
			return <ConnectDialog studio={studio} servers={servers} address={address} onClose={close} />;
		case 'explain':
			return <ExplainDialog studio={studio} servers={servers} onClose={close} />;
		case 'exportAs':
			return <LazyExportDialog studio={studio} onClose={close} />;
		case 'exportMotion':
			return <ExportMotionDialog studio={studio} onClose={close} />;
		case 'gallery':
			return <GalleryWindow studio={studio} onClose={close} />;
		case 'projects':
			return <ProjectsDialog studio={studio} files={files} inputs={inputs} onClose={close} />;
		case 'share':
			return <ShareDialog studio={studio} files={files} onClose={close} />;
		case 'starters':
			return <StartersDialog files={files} onClose={close} />;
		case 'videoTracks':
			return <VideoTracksDialog studio={studio} files={files} clip={clip} onClose={close} />;
		case 'workflows':
			return <WorkflowsDialog studio={studio} servers={servers} onClose={close} />;
		case null:
			return null;
	}
}
