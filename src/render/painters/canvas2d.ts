import type { DiscsMark, Mark, PathMark } from '../scene/mark.ts';

/** What we need of a 2D canvas context; the browser's and `@napi-rs/canvas`' both have it. */
export interface Canvas2d {
	fillStyle: unknown;
	strokeStyle: unknown;
	lineWidth: number;
	lineJoin: string;
	lineCap: string;
	globalAlpha: number;
	font: string;
	textAlign: string;
	textBaseline: string;
	beginPath(): void;
	closePath(): void;
	moveTo(x: number, y: number): void;
	lineTo(x: number, y: number): void;
	arc(x: number, y: number, radius: number, start: number, end: number): void;
	roundRect(x: number, y: number, width: number, height: number, radius: number): void;
	fill(rule?: 'nonzero' | 'evenodd'): void;
	stroke(): void;
	setLineDash(segments: number[]): void;
	fillText(text: string, x: number, y: number): void;
	save(): void;
	restore(): void;
}

/** Paints a display list in order. The context keeps its transform and gets its state back. Cost: O(points). */
export function paintCanvas2d(context: Canvas2d, marks: readonly Mark[]): void {
	for (const _ of paintSteps(context, marks, mostSubpaths));
}

/**
 * The same in steps, for who must not stop the page: without a GPU a line of 250 points takes about half a millisecond.
 * After each step the points that were drawn in it are told. The context is the caller's again after the last.
 * @param most Lines of a mark that are drawn in a step, or eight times as many discs.
 */
export function* paintSteps(
	context: Canvas2d,
	marks: readonly Mark[],
	most: number,
): Generator<number, void, undefined> {
	context.save();
	context.lineJoin = 'round';
	context.lineCap = 'round';
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	for (const mark of marks)
		for (const part of partsOf(mark, most)) {
			paintMark(context, part);
			yield sizeOf(part);
		}
	context.restore();
}

/** Points of a mark; a disc or a box is drawn with about eight. */
const sizeOf = (mark: Mark): number =>
	mark.type === 'path'
		? mark.subpaths.reduce((sum, points) => sum + points.length / 2, 0)
		: mark.type === 'discs'
			? 4 * mark.centers.length
			: 8;

/** Subpaths that are stroked at once. */
const mostSubpaths = 64;

/**
 * Opaque shapes of very many tracks in parts that look the same: a rasteriser without a GPU sorts all edges of one path,
 * and 1000 tracks in one took 12 s where parts took 2 to 3 (Chromium 156, software raster, 10 points each).
 */
function partsOf(mark: Mark, most: number): readonly Mark[] {
	if (mark.type === 'box' || mark.type === 'text' || (mark.alpha ?? 1) !== 1) return [mark];
	const parts: Mark[] = [];
	if (mark.type === 'discs') {
		if (mark.centers.length <= 16 * most) return [mark];
		const centers = Array.from(mark.centers);
		for (let from = 0; from < centers.length; from += 16 * most)
			parts.push({ ...mark, centers: centers.slice(from, from + 16 * most) });
		return parts;
	}
	if (mark.fill !== undefined || mark.subpaths.length <= most) return [mark];
	for (let from = 0; from < mark.subpaths.length; from += most)
		parts.push({ ...mark, subpaths: mark.subpaths.slice(from, from + most) });
	return parts;
}

function paintMark(context: Canvas2d, mark: Mark): void {
	if (mark.type === 'text') {
		context.globalAlpha = 1;
		context.font = mark.font;
		context.fillStyle = mark.color;
		context.fillText(mark.text, mark.x, mark.y);
		return;
	}
	context.beginPath();
	if (mark.type === 'path') tracePath(context, mark);
	else if (mark.type === 'discs') traceDiscs(context, mark);
	else context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
	context.globalAlpha = mark.alpha ?? 1;
	if (mark.fill !== undefined) {
		context.fillStyle = mark.fill;
		context.fill(mark.type === 'path' && mark.evenOdd ? 'evenodd' : 'nonzero');
	}
	if (mark.stroke !== undefined) {
		context.strokeStyle = mark.stroke;
		context.lineWidth = mark.lineWidth ?? 1;
		if (mark.dash) context.setLineDash([...mark.dash]);
		context.stroke();
		if (mark.dash) context.setLineDash([]);
	}
}

function tracePath(context: Canvas2d, { subpaths, closed }: PathMark): void {
	for (const points of subpaths) {
		context.moveTo(points[0] ?? 0, points[1] ?? 0);
		for (let i = 2; i + 1 < points.length; i += 2)
			context.lineTo(points[i] as number, points[i + 1] as number);
		if (closed) context.closePath();
	}
}

function traceDiscs(context: Canvas2d, { centers, radius }: DiscsMark): void {
	for (let i = 0; i + 1 < centers.length; i += 2) {
		const x = centers[i] as number;
		const y = centers[i + 1] as number;
		context.moveTo(x + radius, y);
		context.arc(x, y, radius, 0, 2 * Math.PI);
	}
}
