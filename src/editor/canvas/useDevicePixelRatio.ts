import { useEffect, useState } from 'react';

/** Device px per CSS px; changes when the window moves to another screen or the page is zoomed. */
export function useDevicePixelRatio(): number {
	const [ratio, setRatio] = useState(() => window.devicePixelRatio);
	useEffect(() => {
		const query = matchMedia(`(resolution: ${ratio}dppx)`);
		const change = () => setRatio(window.devicePixelRatio);
		query.addEventListener('change', change);
		return () => query.removeEventListener('change', change);
	}, [ratio]);
	return ratio;
}
