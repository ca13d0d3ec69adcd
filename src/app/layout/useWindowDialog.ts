import { useCallback, useMemo, useState } from 'react';
import { takeReopened } from '../platform/rememberServer.ts';

/** The dialogs of the window, of which one is open at a time; see `WindowDialogs`. */
export type DialogName =
	| 'connect'
	| 'explain'
	| 'exportAs'
	| 'exportMotion'
	| 'gallery'
	| 'projects'
	| 'share'
	| 'starters'
	| 'videoTracks'
	| 'workflows';

export interface WindowDialog {
	/** Null: none is open. */
	readonly name: DialogName | null;
	/** What the connection dialog begins with, after the page was opened anew for it. */
	readonly address: string | undefined;
	/** The video that the dialog of tracks begins with, after it was dropped on the window. */
	readonly clip: File | undefined;
	/** Keeps its identity, as the others do. */
	readonly show: (name: DialogName) => void;
	readonly showClip: (clip: File) => void;
	readonly close: () => void;
}

/** Which dialog is open. A page that was opened anew to reach a server begins with the connection dialog. */
export function useWindowDialog(): WindowDialog {
	const [address, setAddress] = useState(takeReopened);
	const [name, show] = useState<DialogName | null>(address === undefined ? null : 'connect');
	const [clip, setClip] = useState<File>();
	const close = useCallback(() => {
		show(null);
		setAddress(undefined);
		setClip(undefined);
	}, []);
	const showClip = useCallback((dropped: File) => {
		setClip(dropped);
		show('videoTracks');
	}, []);
	return useMemo(
		() => ({ name, address, clip, show, showClip, close }),
		[name, address, clip, showClip, close],
	);
}
