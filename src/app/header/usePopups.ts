import { useEffect, useState } from 'react';
import type { Popups } from './HeaderPopups.tsx';

/** Fetches the header's menus once the canvas is there. */
export function usePopups(isCanvasThere: boolean): Popups {
	const [loaded, setLoaded] = useState<Popups>();
	useEffect(() => {
		if (!isCanvasThere) return;
		let isWanted = true;
		import('./popups.ts').then(
			({ popups }) => isWanted && setLoaded(popups),
			// Without it the buttons do nothing; a reload fetches it again.
			() => undefined,
		);
		return () => {
			isWanted = false;
		};
	}, [isCanvasThere]);
	return loaded;
}
