import { useCallback, useMemo, useState } from 'react';
import { takeReopened } from '../platform/rememberServer.ts';

/** The dialogs of the window, of which one is open at a time; see `WindowDialogs`. */
export type DialogName =
	| 'connect'
	| 'explain'
	| 'exportAs'
	| 'exportMotion'
	| 'projects'
	| 'share'
	| 'starters'
	| 'workflows';

export interface WindowDialog {
	/** Null: none is open. */
	readonly name: DialogName | null;
	/** What the connection dialog begins with, after the page was opened anew for it. */
	readonly address: string | undefined;
	/** Keeps its identity, as `close` does. */
	readonly show: (name: DialogName) => void;
	readonly close: () => void;
}

/** Which dialog is open. A page that was opened anew to reach a server begins with the connection dialog. */
export function useWindowDialog(): WindowDialog {
	const [address, setAddress] = useState(takeReopened);
	const [name, show] = useState<DialogName | null>(address === undefined ? null : 'connect');
	const close = useCallback(() => {
		show(null);
		setAddress(undefined);
	}, []);
	return useMemo(() => ({ name, address, show, close }), [name, address, close]);
}
