import { useEffect, useState } from 'react';

export interface FullScreen {
	readonly isOn: boolean;
	/** False where the browser has none. */
	readonly isPossible: boolean;
	toggle(): void;
}

/**
 * The whole page goes to full screen and its owner covers it: menus and tooltips, which hang from the body, stay in sight.
 * Left when the owner goes.
 */
export function useFullScreen(): FullScreen {
	const [isOn, setOn] = useState(false);
	useEffect(() => {
		const sync = () => setOn(document.fullscreenElement !== null);
		document.addEventListener('fullscreenchange', sync);
		return () => {
			document.removeEventListener('fullscreenchange', sync);
			if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
		};
	}, []);
	return {
		isOn,
		isPossible: document.fullscreenEnabled,
		toggle() {
			const done = document.fullscreenElement
				? document.exitFullscreen()
				: document.documentElement.requestFullscreen();
			// Refused by the system or the person: the player stays as it is.
			done.catch(() => undefined);
		},
	};
}
