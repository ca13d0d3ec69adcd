export interface Slide {
	/** Puts the element at this share of the way, 0..1. */
	to(share: number): void;
	dispose(): void;
}

/**
 * Moves a small element along the time axis, for what follows the playhead: an animation that stands still and whose time is
 * set. Browsers move what is animated without layout, paint or sorting the layers of the page anew; a `style.transform`
 * written at each step costs all but the layout, 4 ms a frame with 100 tracks in the timeline.
 * That holds only while the element is small, and the way is given in px.
 */
export function createSlide(element: HTMLElement, widthPx: number): Slide {
	const animation = element.animate(
		{ transform: ['translateX(0)', `translateX(${widthPx}px)`] },
		{ duration: 1000, fill: 'both' },
	);
	animation.pause();
	return {
		to(share) {
			animation.currentTime = share * 1000;
		},
		dispose: () => animation.cancel(),
	};
}
