import { type RefObject, useEffect, useState } from 'react';

/** The width of an element, CSS px; 0 before it is measured. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(0);
	useEffect(() => {
		const target = element.current;
		if (!target) return;
		const measure = () => setWidth(target.clientWidth);
		const observer = new ResizeObserver(measure);
		observer.observe(target);
		measure();
		return () => observer.disconnect();
	}, [element]);
	return width;
}
