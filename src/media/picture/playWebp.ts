import type { AnimatedWebp } from './animatedWebp.ts';

/** What is drawn on: a canvas of the animation's size. */
interface Board<Picture> {
	clearRect(x: number, y: number, width: number, height: number): void;
	drawImage(picture: Picture, x: number, y: number): void;
}

/**
 * Puts an animation's frames on a board one after the other, as its file says, and gives the index of each that is on show
 * now, at one rate. A frame that is shown for longer comes again, untouched.
 * @param open A still WebP of a part.
 */
export async function* playWebp<Picture>(
	animation: AnimatedWebp,
	board: Board<Picture>,
	open: (still: Uint8Array) => Promise<Picture>,
): AsyncGenerator<number, void, void> {
	const { frames, repeats } = animation;
	let index = 0;
	for (const [at, frame] of frames.entries()) {
		const { x, y, width, height, isBlended, still } = frame;
		const before = frames[at - 1];
		if (before?.isCleared) board.clearRect(before.x, before.y, before.width, before.height);
		if (!isBlended) board.clearRect(x, y, width, height);
		board.drawImage(await open(still), x, y);
		for (let shown = 0; shown < repeats[at]!; shown++) yield index++;
	}
}
