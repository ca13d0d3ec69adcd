import { useEffect, useState } from 'react';

/** Long enough for the player to show its first frame. */
const LATER_MS = 400;

/** True from a moment after `wanted` is: for what nobody waits for. */
export function useLater(wanted: boolean): boolean {
	const [isTime, setTime] = useState(false);
	useEffect(() => {
		setTime(false);
		if (!wanted) return;
		const timer = setTimeout(() => setTime(true), LATER_MS);
		return () => clearTimeout(timer);
	}, [wanted]);
	return isTime;
}
