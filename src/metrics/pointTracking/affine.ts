import { type Plane, samplePlane } from './pyramid.ts';

const radius = 15;
const side = 2 * radius + 1;
const count = side * side;
const most = 15;
const enough = 0.01;
/** Less of a patch in the picture than this says nothing. */
const leastVisible = 0.4;

/** How the first frame's patch lies in a later one: (u, v) from its middle goes to (x + a u + c v, y + b u + d v). */
export interface Affine {
	readonly a: number;
	readonly b: number;
	readonly c: number;
	readonly d: number;
	readonly x: number;
	readonly y: number;
}

export const plainAffine = (x: number, y: number): Affine => ({ a: 1, b: 0, c: 0, d: 1, x, y });

/** The patch that is looked for in every frame, with what the search needs of it. */
export interface Template {
	readonly values: Float32Array;
	readonly slopesX: Float32Array;
	readonly slopesY: Float32Array;
	/** 6 x 6; undefined where the patch does not show all of a map. */
	readonly inverse: Float64Array | undefined;
	/**
	 * Sum of the values, and of their squares. In an array, because numbers in fields are not safe here: the compiler of V8 (Node
	 * 24.21) now and then lets those of templates that are cut while it optimises share one place, so that all hold the last one's.
	 */
	readonly sums: Float64Array;
	/** How its values pull at each of the map's numbers, and how a grey of 1 all over would. */
	readonly ownPull: Float64Array;
	readonly evenPull: Float64Array;
}

/** A place as refined, and how like the template what is there looks. */
export interface Refined {
	readonly affine: Affine;
	/** Normalised cross-correlation, -1..1; 0 where too little of the patch lies in the picture. */
	readonly likeness: number;
	/** What was read there, aligned with the template; NaN outside the picture. */
	readonly values: Float32Array;
}

/** 31 x 31 px round a point. */
export function cutTemplate(plane: Plane, x: number, y: number): Template {
	const values = new Float32Array(count);
	const slopesX = new Float32Array(count);
	const slopesY = new Float32Array(count);
	const hessian = new Float64Array(36);
	const ownPull = new Float64Array(6);
	const evenPull = new Float64Array(6);
	let sum = 0;
	let squares = 0;
	for (let v = -radius, k = 0; v <= radius; v++)
		for (let u = -radius; u <= radius; u++, k++) {
			const value = samplePlane(plane, x + u, y + v);
			const gx = (samplePlane(plane, x + u + 1, y + v) - samplePlane(plane, x + u - 1, y + v)) / 2;
			const gy = (samplePlane(plane, x + u, y + v + 1) - samplePlane(plane, x + u, y + v - 1)) / 2;
			const row = [gx * u, gy * u, gx * v, gy * v, gx, gy];
			values[k] = value;
			slopesX[k] = gx;
			slopesY[k] = gy;
			sum += value;
			squares += value * value;
			for (let i = 0; i < 6; i++) {
				ownPull[i]! += row[i]! * value;
				evenPull[i]! += row[i]!;
				for (let j = 0; j < 6; j++) hessian[i * 6 + j]! += row[i]! * row[j]!;
			}
		}
	const inverse = inverseOf(hessian);
	const sums = Float64Array.of(sum, squares);
	return { values, slopesX, slopesY, inverse, sums, ownPull, evenPull };
}

/**
 * Moves, turns, scales and shears the template over a picture until it fits best, light and contrast aside.
 * Inverse compositional search: Baker and Matthews, "Lucas-Kanade 20 years on", 2004. Steps from a guess within a few px.
 * @returns The likest place seen on the way, the guess itself among them.
 */
export function refineAffine(template: Template, plane: Plane, guess: Affine): Refined {
	const { inverse } = template;
	let affine = guess;
	let best = guess;
	let likeness = readAt(template, plane, guess, reading);
	const change = new Float64Array(6);
	let now = likeness;
	for (let step = 0; inverse && step < most && reading.visible >= leastVisible; step++) {
		const { pull } = reading;
		for (let i = 0; i < 6; i++) {
			let sum = 0;
			for (let j = 0; j < 6; j++) sum += inverse[i * 6 + j]! * pull[j]!;
			change[i] = sum;
		}
		const moved = undo(affine, change);
		if (!isSane(moved)) break;
		affine = moved;
		now = readAt(template, plane, affine, reading);
		if (now > likeness) {
			likeness = now;
			best = affine;
		}
		if (step > 1 && Math.hypot(change[4]!, change[5]!) < enough) break;
	}
	if (best !== affine) readAt(template, plane, best, reading);
	return { affine: best, likeness, values: reading.values.slice() };
}

/** Likeness of two aligned patches where both are known; -1..1. */
export function likenessOf(one: Float32Array, other: Float32Array): number {
	let n = 0;
	let sa = 0;
	let sb = 0;
	let aa = 0;
	let bb = 0;
	let ab = 0;
	for (let k = 0; k < one.length; k++) {
		const a = one[k]!;
		const b = other[k]!;
		if (Number.isNaN(a) || Number.isNaN(b)) continue;
		n++;
		sa += a;
		sb += b;
		aa += a * a;
		bb += b * b;
		ab += a * b;
	}
	if (n < leastVisible * one.length) return 0;
	const variance = (aa - (sa * sa) / n) * (bb - (sb * sb) / n);
	return variance > 1e-6 ? (ab - (sa * sb) / n) / Math.sqrt(variance) : 0;
}

/** What is found at a place; written anew by each reading. */
interface Reading {
	readonly values: Float32Array;
	/** Change of each of the map's numbers, before the inverse. */
	readonly pull: Float64Array;
	visible: number;
}

const reading: Reading = { values: new Float32Array(count), pull: new Float64Array(6), visible: 0 };

/** Reads the patch under a map. @returns its likeness. */
function readAt(template: Template, plane: Plane, affine: Affine, into: Reading): number {
	const { a, b, c, d, x, y } = affine;
	const reachX = radius * (Math.abs(a) + Math.abs(c));
	const reachY = radius * (Math.abs(b) + Math.abs(d));
	const isInside =
		x - reachX >= 0 &&
		y - reachY >= 0 &&
		x + reachX < plane.width - 1 &&
		y + reachY < plane.height - 1;
	return isInside
		? readInside(template, plane, affine, into)
		: readEdge(template, plane, affine, into);
}

/** All of it lies in the picture: sums over the template are known beforehand. */
function readInside(template: Template, plane: Plane, affine: Affine, into: Reading): number {
	const { a, b, c, d, x, y } = affine;
	const { width, values } = plane;
	const { values: wanted, slopesX, slopesY, ownPull, evenPull } = template;
	const [sum = 0, squares = 0] = template.sums;
	const { values: read, pull } = into;
	let s = 0;
	let ss = 0;
	let ts = 0;
	let p0 = 0;
	let p1 = 0;
	let p2 = 0;
	let p3 = 0;
	let p4 = 0;
	let p5 = 0;
	for (let v = -radius, k = 0; v <= radius; v++) {
		let px = x + c * v - a * radius;
		let py = y + d * v - b * radius;
		let rowX = 0;
		let rowY = 0;
		for (let u = -radius; u <= radius; u++, k++) {
			const i = px | 0;
			const j = py | 0;
			const at = j * width + i;
			const fx = px - i;
			const first = values[at]!;
			const under = values[at + width]!;
			const over = first + (values[at + 1]! - first) * fx;
			const value = over + (under + (values[at + width + 1]! - under) * fx - over) * (py - j);
			read[k] = value;
			s += value;
			ss += value * value;
			ts += wanted[k]! * value;
			const gx = slopesX[k]! * value;
			const gy = slopesY[k]! * value;
			rowX += gx;
			rowY += gy;
			p0 += gx * u;
			p1 += gy * u;
			px += a;
			py += b;
		}
		p2 += rowX * v;
		p3 += rowY * v;
		p4 += rowX;
		p5 += rowY;
	}
	const mean = s / count;
	const spread = Math.max(0, ss - s * mean);
	const ownSpread = Math.max(0, squares - (sum * sum) / count);
	// The reading is brought to the template's own light and contrast first.
	const gain = Math.sqrt(ownSpread / count) / (Math.sqrt(spread / count) + 1e-6);
	const lift = sum / count - mean * gain;
	pull[0] = gain * p0 + lift * evenPull[0]! - ownPull[0]!;
	pull[1] = gain * p1 + lift * evenPull[1]! - ownPull[1]!;
	pull[2] = gain * p2 + lift * evenPull[2]! - ownPull[2]!;
	pull[3] = gain * p3 + lift * evenPull[3]! - ownPull[3]!;
	pull[4] = gain * p4 + lift * evenPull[4]! - ownPull[4]!;
	pull[5] = gain * p5 + lift * evenPull[5]! - ownPull[5]!;
	into.visible = 1;
	const variance = ownSpread * spread;
	return variance > 1e-6 ? (ts - sum * mean) / Math.sqrt(variance) : 0;
}

/** What lies outside the picture has no say. */
function readEdge(template: Template, plane: Plane, affine: Affine, into: Reading): number {
	const { a, b, c, d, x, y } = affine;
	const { width, height } = plane;
	const { values: wanted, slopesX, slopesY } = template;
	const { values: read, pull } = into;
	let n = 0;
	let st = 0;
	let tt = 0;
	let s = 0;
	let ss = 0;
	let ts = 0;
	for (let v = -radius, k = 0; v <= radius; v++)
		for (let u = -radius; u <= radius; u++, k++) {
			const px = x + a * u + c * v;
			const py = y + b * u + d * v;
			if (!(px >= 0 && py >= 0 && px < width - 1 && py < height - 1)) {
				read[k] = Number.NaN;
				continue;
			}
			const value = samplePlane(plane, px, py);
			const own = wanted[k]!;
			read[k] = value;
			n++;
			st += own;
			tt += own * own;
			s += value;
			ss += value * value;
			ts += own * value;
		}
	into.visible = n / count;
	pull.fill(0);
	if (into.visible < leastVisible) return 0;
	const [mean, ownMean] = [s / n, st / n];
	const spread = Math.max(0, ss - s * mean);
	const ownSpread = Math.max(0, tt - st * ownMean);
	const gain = Math.sqrt(ownSpread / n) / (Math.sqrt(spread / n) + 1e-6);
	for (let v = -radius, k = 0; v <= radius; v++)
		for (let u = -radius; u <= radius; u++, k++) {
			if (Number.isNaN(read[k]!)) continue;
			const miss = (read[k]! - mean) * gain + ownMean - wanted[k]!;
			const gx = slopesX[k]! * miss;
			const gy = slopesY[k]! * miss;
			pull[0]! += gx * u;
			pull[1]! += gy * u;
			pull[2]! += gx * v;
			pull[3]! += gy * v;
			pull[4]! += gx;
			pull[5]! += gy;
		}
	const variance = ownSpread * spread;
	return variance > 1e-6 ? (ts - st * mean) / Math.sqrt(variance) : 0;
}

/** The map after the template itself was changed so: map o change^-1. */
function undo({ a, b, c, d, x, y }: Affine, change: Float64Array): Affine {
	const [p, q, r, s] = [1 + change[0]!, change[1]!, change[2]!, 1 + change[3]!];
	const [tx, ty] = [change[4]!, change[5]!];
	const det = p * s - q * r;
	const [ip, iq, ir, is] = [s / det, -q / det, -r / det, p / det];
	const ix = -(ip * tx + ir * ty);
	const iy = -(iq * tx + is * ty);
	return {
		a: a * ip + c * iq,
		b: b * ip + d * iq,
		c: a * ir + c * is,
		d: b * ir + d * is,
		x: a * ix + c * iy + x,
		y: b * ix + d * iy + y,
	};
}

/** Neither folded nor grown or shrunk beyond what a window can follow. */
function isSane({ a, b, c, d, x, y }: Affine): boolean {
	const area = a * d - b * c;
	return area > 0.1 && area < 10 && Number.isFinite(x) && Number.isFinite(y);
}

/** Gauss-Jordan with pivots. */
function inverseOf(matrix: Float64Array): Float64Array | undefined {
	const n = 6;
	const rows = Array.from({ length: n }, (_, i) =>
		Float64Array.from({ length: 2 * n }, (_, j) =>
			j < n ? matrix[i * n + j]! : j - n === i ? 1 : 0,
		),
	);
	for (let column = 0; column < n; column++) {
		let pivot = column;
		for (let i = column; i < n; i++)
			if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
		const head = rows[pivot]!;
		rows[pivot] = rows[column]!;
		rows[column] = head;
		const factor = head[column]!;
		if (Math.abs(factor) < 1e-6) return undefined;
		for (let k = 0; k < 2 * n; k++) head[k]! /= factor;
		rows.forEach((row, i) => {
			const share = row[column]!;
			if (i !== column && share !== 0) for (let k = 0; k < 2 * n; k++) row[k]! -= share * head[k]!;
		});
	}
	return Float64Array.from(rows.flatMap((row) => [...row.subarray(n)]));
}
