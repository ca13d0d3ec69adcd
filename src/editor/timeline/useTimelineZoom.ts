import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

export const mostZoom = 16;
const step = 1.25;

export interface TimelineZoom {
	/** 1: the whole clip is in sight. */
	readonly zoom: number;
	/** Nearer (1) or farther (-1), in the middle of what is in sight. */
	readonly zoomBy: (direction: 1 | -1) => void;
}

/**
 * How large the time axis is drawn. Ctrl or Cmd with the wheel zooms at the pointer; buttons zoom in the middle.
 * @param scroller What scrolls sideways. @param names Its columns of names, which stay in sight.
 */
export function useTimelineZoom(
	scroller: RefObject<HTMLElement | null>,
	names: RefObject<HTMLElement | null>,
): TimelineZoom {
	const [zoom, setZoom] = useState(1);
	/** Where the axis shall be put once it is drawn anew: the place `at` (0..1) of it, so many px from its left edge in sight. */
	const anchor = useRef<{ readonly at: number; readonly px: number } | null>(null);
	const [api] = useState(() => {
		let current = 1;
		const set = (factor: number, px?: number) => {
			const area = scroller.current;
			if (!area) return;
			const next = Math.min(mostZoom, Math.max(1, current * factor));
			if (next === current) return;
			const seen = area.clientWidth - (names.current?.offsetWidth ?? 0);
			const from = px ?? seen / 2;
			anchor.current = { at: (area.scrollLeft + from) / (seen * current), px: from };
			current = next;
			setZoom(next);
		};
		return { set, zoomBy: (direction: 1 | -1) => set(step ** (2 * direction)) };
	});
	useLayoutEffect(() => {
		const area = scroller.current;
		if (!area || !anchor.current) return;
		const seen = area.clientWidth - (names.current?.offsetWidth ?? 0);
		area.scrollLeft = anchor.current.at * seen * zoom - anchor.current.px;
		anchor.current = null;
	}, [zoom, scroller, names]);
	useEffect(() => {
		const area = scroller.current;
		if (!area) return;
		const onWheel = (event: WheelEvent) => {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			const left = area.getBoundingClientRect().left + (names.current?.offsetWidth ?? 0);
			api.set(step ** -Math.sign(event.deltaY), Math.max(0, event.clientX - left));
		};
		// React's own wheel listeners are passive: the page would zoom as well.
		area.addEventListener('wheel', onWheel, { passive: false });
		return () => area.removeEventListener('wheel', onWheel);
	}, [api, scroller, names]);
	return { zoom, zoomBy: api.zoomBy };
}
