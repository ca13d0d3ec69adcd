import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Highest that a picture of the dialog gets, px. */
const tallest = 264;

/** As wide as there is room, but not too high. */
export const stageSize = ({ width, height }: Size): CSSProperties => ({
	aspectRatio: `${width} / ${height}`,
	maxWidth: `${(tallest * width) / height}px`,
});

/** Where a pointer is in a picture that fills the element, the picture's pixels. */
export function placeIn(
	event: Pick<MouseEvent, 'clientX' | 'clientY' | 'currentTarget'>,
	{ width, height }: Size,
): { x: number; y: number } {
	const box = event.currentTarget.getBoundingClientRect();
	return {
		x: ((event.clientX - box.left) / box.width) * width,
		y: ((event.clientY - box.top) / box.height) * height,
	};
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

/** What an arrow key moves by, px: 10, with Shift 50, with Alt 1; undefined for other keys. */
export function arrowStep(
	event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
): { readonly x: number; readonly y: number } | undefined {
	const direction = directions[event.key];
	const length = event.altKey ? 1 : event.shiftKey ? 50 : 10;
	return direction && { x: direction[0] * length, y: direction[1] * length };
}
