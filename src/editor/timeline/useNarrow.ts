import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

const subscribe = (changed: () => void): (() => void) => {
	const media = matchMedia(query);
	media.addEventListener('change', changed);
	return () => media.removeEventListener('change', changed);
};

/** Whether the window is as narrow as a phone: rows then keep their buttons in a menu. */
export const useNarrow = (): boolean =>
	useSyncExternalStore(subscribe, () => matchMedia(query).matches);
