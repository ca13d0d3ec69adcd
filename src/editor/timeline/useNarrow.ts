import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px), (pointer: coarse)';

const subscribe = (changed: () => void): (() => void) => {
	const media = matchMedia(query);
	media.addEventListener('change', changed);
	return () => media.removeEventListener('change', changed);
};

/** Whether there is little room, or buttons are large for fingers: rows then keep theirs in a menu. */
export const useNarrow = (): boolean =>
	useSyncExternalStore(subscribe, () => matchMedia(query).matches);
