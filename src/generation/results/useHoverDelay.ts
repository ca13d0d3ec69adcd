import { useEffect, useState } from 'react';

/** True once the pointer has rested for `delayMs`; false as soon as it goes. */
export function useHoverDelay(delayMs: number) {
	const [over, setOver] = useState(false);
	const [rested, setRested] = useState(false);
	useEffect(() => {
		if (!over) return setRested(false);
		const timer = setTimeout(() => setRested(true), delayMs);
		return () => clearTimeout(timer);
	}, [over, delayMs]);
	return {
		rested,
		handlers: { onPointerEnter: () => setOver(true), onPointerLeave: () => setOver(false) },
	};
}
