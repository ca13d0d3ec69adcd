import type { Mark } from './mark.ts';
import { imageToScreen, type Size, screenToImage, type Viewport } from './viewport.ts';

/** From this scale on each pixel of the picture is large enough to be framed. */
export const pixelGridScale = 8;

/** Lines between the pixels of the picture that are in view; none below 800 %. Cost: O(lines in view). */
export function pixelGrid(image: Size, canvas: Size, viewport: Viewport): Mark[] {
	if (viewport.scale < pixelGridScale) return [];
	const from = screenToImage(viewport, { x: 0, y: 0 });
	const to = screenToImage(viewport, { x: canvas.width, y: canvas.height });
	const left = Math.max(0, Math.floor(from.x));
	const top = Math.max(0, Math.floor(from.y));
	const right = Math.min(image.width, Math.ceil(to.x));
	const bottom = Math.min(image.height, Math.ceil(to.y));
	if (right <= left || bottom <= top) return [];
	const a = imageToScreen(viewport, { x: left, y: top });
	const b = imageToScreen(viewport, { x: right, y: bottom });
	const lines: number[][] = [];
	for (let x = left; x <= right; x++) {
		const at = imageToScreen(viewport, { x, y: 0 }).x;
		lines.push([at, a.y, at, b.y]);
	}
	for (let y = top; y <= bottom; y++) {
		const at = imageToScreen(viewport, { x: 0, y }).y;
		lines.push([a.x, at, b.x, at]);
	}
	return [
		{ type: 'path', subpaths: lines, stroke: 'rgb(0 0 0 / .35)', lineWidth: 1 },
		{ type: 'path', subpaths: lines, stroke: 'rgb(255 255 255 / .22)', lineWidth: 0.5 },
	];
}
