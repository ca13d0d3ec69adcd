import { type RefObject, useEffect, useState } from 'react';

/** How long each has its turn, ms. */
const turnMs = 4200;

/**
 * Which of a list's items has its turn; only those in sight have one. Null while it is not running.
 * @param list Its children are the items, in their order.
 */
export function useTour<T>(
	list: RefObject<HTMLElement | null>,
	items: readonly T[],
	isRunning: boolean,
): T | null {
	const [turn, setTurn] = useState(-1);
	useEffect(() => {
		if (!isRunning) return;
		const next = () =>
			setTurn((before) => {
				for (let step = 1; step <= items.length; step++) {
					const at = (before + step) % items.length;
					const item = list.current?.children[at];
					if (item && isInSight(item)) return at;
				}
				return -1;
			});
		const first = setTimeout(next, turnMs / 4);
		const timer = setInterval(next, turnMs);
		return () => {
			clearTimeout(first);
			clearInterval(timer);
			setTurn(-1);
		};
	}, [list, items, isRunning]);
	return turn < 0 ? null : (items[turn] ?? null);
}

function isInSight(item: Element): boolean {
	const { top, bottom } = item.getBoundingClientRect();
	return top >= 0 && bottom <= window.innerHeight;
}
