import { formatLimits } from '../../formatTypes.ts';
import { type DraftPath, PathWalker } from './PathWalker.ts';

/** A point of a path with absolute handles. */
export interface PathPoint {
	readonly x: number;
	readonly y: number;
	readonly inX: number;
	readonly inY: number;
	readonly outX: number;
	readonly outY: number;
	/** Only straight lines meet here. */
	readonly isCorner: boolean;
}

export interface SubPath {
	readonly points: readonly PathPoint[];
	readonly closed: boolean;
}

/**
 * Path data as sub-paths of cubic Beziers; quadratics and arcs are turned into cubics. As the standard asks, what is before a
 * mistake counts. @returns undefined when a number is too large to draw or there are too many points.
 */
export function readPathData(text: string): SubPath[] | undefined {
	const walker = new PathWalker();
	for (const [, command = '', rest = ''] of text.matchAll(
		/([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)/g,
	)) {
		const isArc = command === 'A' || command === 'a';
		const values = isArc ? arcNumbers(rest) : [...rest.matchAll(numbers)].map(([n]) => Number(n));
		if (!walker.run(command, values)) break;
		if (walker.count > formatLimits.points) return undefined;
	}
	const paths = walker.paths.map(finished);
	const isDrawable = paths.every(({ points }) =>
		points.every(({ x, y, inX, inY, outX, outY }) =>
			[x, y, inX, inY, outX, outY].every((v) => Math.abs(v) <= formatLimits.coordinate),
		),
	);
	return isDrawable ? paths : undefined;
}

const numbers = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** An arc's two flags may stand without a space between them and the next number. */
function arcNumbers(text: string): number[] {
	const values: number[] = [];
	let rest = text.slice(0, 1_000_000);
	const flag = /^[\s,]*([01])/;
	const number = /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i;
	let at = 0;
	for (;;) {
		const place = values.length % 7;
		const found = (place === 3 || place === 4 ? flag : number).exec(rest.slice(at, at + 100));
		if (!found) return values;
		values.push(Number(found[1]));
		at += found[0].length;
		if (values.length > formatLimits.points * 7) rest = '';
	}
}

function finished({ points, closed }: DraftPath): SubPath {
	const first = points[0];
	const last = points.at(-1);
	// A path that comes back to its start before it is closed has that point once.
	if (
		closed &&
		first &&
		last &&
		points.length > 2 &&
		Math.hypot(last.x - first.x, last.y - first.y) < 1e-6
	) {
		first.inX = last.inX;
		first.inY = last.inY;
		points.pop();
	}
	return {
		points: points.map((p) => ({
			...p,
			isCorner: p.inX === p.x && p.inY === p.y && p.outX === p.x && p.outY === p.y,
		})),
		closed: closed && points.length > 1,
	};
}
