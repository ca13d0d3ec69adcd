import type { ControlPoint } from '../document/document.ts';

export type ShapeKind = 'ellipse' | 'orbit' | 'arc' | 'spiral' | 'polygon' | 'zoomBox';
export const shapeKinds: readonly ShapeKind[] = [
	'ellipse',
	'orbit',
	'arc',
	'spiral',
	'polygon',
	'zoomBox',
];

export interface Shape {
	/** One list of control points for each track, image px. */
	readonly paths: readonly (readonly ControlPoint[])[];
	readonly closed: boolean;
}

interface XY {
	readonly x: number;
	readonly y: number;
}

/** A quarter circle's cubic handle in radii: error 0.027 %. Source: the common constant 4/3 tan(pi/8). */
const kappa = (4 / 3) * Math.tan(Math.PI / 8);

/**
 * The paths of a shape drawn from `from` to `to`: the two corners of its box; for an orbit the middle and where it
 * begins, for an arc its two ends. A path begins where the hand would expect: ellipse, spiral and polygon at the top.
 * @param sides Corners of a polygon, turns of a spiral, paths of a zoom box.
 */
export function shapePaths(kind: ShapeKind, from: XY, to: XY, sides: number): Shape {
	const center = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
	const rx = Math.abs(to.x - from.x) / 2;
	const ry = Math.abs(to.y - from.y) / 2;
	switch (kind) {
		case 'ellipse':
			return { paths: [ellipse(center, rx, ry, -Math.PI / 2)], closed: true };
		case 'orbit': {
			const radius = Math.hypot(to.x - from.x, to.y - from.y);
			const start = Math.atan2(to.y - from.y, to.x - from.x);
			return { paths: [ellipse(from, radius, radius, start)], closed: true };
		}
		case 'arc':
			return { paths: [arc(from, to)], closed: false };
		case 'spiral':
			return { paths: [spiral(center, rx, ry, sides)], closed: false };
		case 'polygon':
			return { paths: [polygon(center, rx, ry, Math.max(3, sides))], closed: true };
		case 'zoomBox':
			return { paths: zoomBox(from, to, center), closed: false };
	}
}

function ellipse(center: XY, rx: number, ry: number, start: number): ControlPoint[] {
	return Array.from({ length: 4 }, (_, i) => {
		const angle = start + (i * Math.PI) / 2;
		const cos = Math.cos(angle);
		const sin = Math.sin(angle);
		const out = { x: -sin * rx * kappa, y: cos * ry * kappa };
		return {
			x: center.x + cos * rx,
			y: center.y + sin * ry,
			mode: 'bezier',
			handleIn: { x: -out.x, y: -out.y },
			handleOut: out,
		} as const;
	});
}

/** A half circle over the line between its ends, on the upper side of a line that runs to the right. */
function arc(from: XY, to: XY): ControlPoint[] {
	const half = { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 };
	const up = { x: half.y, y: -half.x };
	const k = kappa;
	return [
		{ x: from.x, y: from.y, mode: 'bezier', handleOut: { x: up.x * k, y: up.y * k } },
		{
			x: from.x + half.x + up.x,
			y: from.y + half.y + up.y,
			mode: 'bezier',
			handleIn: { x: -half.x * k, y: -half.y * k },
			handleOut: { x: half.x * k, y: half.y * k },
		},
		{ x: to.x, y: to.y, mode: 'bezier', handleIn: { x: up.x * k, y: up.y * k } },
	];
}

/** Archimedes': from the middle outwards, eight points a turn. */
function spiral(center: XY, rx: number, ry: number, turns: number): ControlPoint[] {
	const count = Math.max(1, turns) * 8;
	return Array.from({ length: count + 1 }, (_, i) => {
		const angle = (i / 8) * 2 * Math.PI - Math.PI / 2;
		const share = i / count;
		return {
			x: center.x + Math.cos(angle) * rx * share,
			y: center.y + Math.sin(angle) * ry * share,
			mode: 'smooth',
		} as const;
	});
}

const polygon = (center: XY, rx: number, ry: number, corners: number): ControlPoint[] =>
	Array.from({ length: corners }, (_, i) => {
		const angle = (i / corners) * 2 * Math.PI - Math.PI / 2;
		return {
			x: center.x + Math.cos(angle) * rx,
			y: center.y + Math.sin(angle) * ry,
			mode: 'corner',
		} as const;
	});

/** Four straight paths from the corners of an inner box, half as large, to those of the drawn one: a camera that goes in. */
function zoomBox(from: XY, to: XY, center: XY): ControlPoint[][] {
	const corners = [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
	return corners.map((corner) => [
		{ x: (corner.x + center.x) / 2, y: (corner.y + center.y) / 2, mode: 'corner' },
		{ x: corner.x, y: corner.y, mode: 'corner' },
	]);
}
