import { cameraAt } from '#core/camera/cameraAt.ts';
import { cameraPoseAt } from '#core/camera/cameraPoseAt.ts';
import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { inverse, mapPoint } from '#core/geometry/affine.ts';
import type { FramePoint } from '#core/geometry/point.ts';
import type { Theme } from '../palette.ts';
import { decimal, labelMarks } from './guidesScene.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** Moments of the clip at which the middle's way is looked up. */
const steps = 80;

/**
 * The part of the picture that the camera shows at a moment, as a finder over the still picture; the way of its middle, with a
 * diamond at each key; zoom and roll are written at the finder. @param share Moment of the clip, 0..1.
 */
export function cameraScene(
	document: WanDocument,
	share: number,
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const { frame, image, camera } = document;
	const { toImage } = createFrameMapping(image ?? frame, frame);
	const placeOf = (moment: number, { x, y }: FramePoint) => {
		const seen = mapPoint(inverse(cameraAt(document, moment)), { x, y });
		return imageToScreen(viewport, toImage(seen));
	};
	const middle = { x: frame.width / 2, y: frame.height / 2 };
	const corners = [
		{ x: 0, y: 0 },
		{ x: frame.width, y: 0 },
		{ x: frame.width, y: frame.height },
		{ x: 0, y: frame.height },
	].map((corner) => placeOf(share, corner));
	const finder = { type: 'path', closed: true, subpaths: [flat(corners)] } as const;
	const way = flat(Array.from({ length: steps + 1 }, (_, i) => placeOf(i / steps, middle)));
	const keys = camera.keys.map(({ time }) => {
		const { x, y } = placeOf(time, middle);
		return [x, y - 5, x + 5, y, x, y + 5, x - 5, y];
	});
	const diamonds = { type: 'path', closed: true, subpaths: keys } as const;
	const at = placeOf(share, middle);
	const cross = [
		[at.x - 7, at.y, at.x + 7, at.y],
		[at.x, at.y - 7, at.x, at.y + 7],
	];
	const { zoom, roll } = cameraPoseAt(camera, share);
	const words = [
		`${Math.round(zoom * 100)} %`,
		...(Math.abs(roll) < 0.05 ? [] : [`${decimal(roll, theme)}°`]),
	];
	const edges = corners.map((a, i) => {
		const b = corners[(i + 1) % 4] ?? a;
		return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
	});
	const top = edges.reduce((a, b) => (b.y < a.y ? b : a));
	return [
		{ type: 'path', subpaths: [way], stroke: theme.casing, lineWidth: 3.5, alpha: 0.7 },
		{ type: 'path', subpaths: [way], stroke: theme.accent, lineWidth: 1.5 },
		{ ...diamonds, fill: theme.accent, stroke: theme.casing, lineWidth: 1.5 },
		{ ...finder, stroke: theme.casing, lineWidth: 4 },
		{ ...finder, stroke: theme.halo, lineWidth: 1.5, dash: [8, 4] },
		{ type: 'path', subpaths: cross, stroke: theme.casing, lineWidth: 4 },
		{ type: 'path', subpaths: cross, stroke: theme.halo, lineWidth: 1.5 },
		...labelMarks(words.join('  '), top.x, top.y + 16, theme),
	];
}

const flat = (points: readonly { readonly x: number; readonly y: number }[]): number[] =>
	points.flatMap(({ x, y }) => [x, y]);
