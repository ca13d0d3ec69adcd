import { type RefObject, useEffect, useState } from 'react';

/** True from the first moment the element is in sight (or 200 px from it). */
export function useSeen(ref: RefObject<HTMLElement | null>): boolean {
	const [seen, setSeen] = useState(false);
	useEffect(() => {
		const element = ref.current;
		if (!element || seen) return;
		const observer = new IntersectionObserver(
			(entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
			{ rootMargin: '200px' },
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, [ref, seen]);
	return seen;
}
