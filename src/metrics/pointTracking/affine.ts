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
	/** 6 a pixel: change of its value with each of the map's numbers. */
	readonly steepest: Float32Array;
	/** 6 x 6; undefined where the patch does not show all of a map. */
	readonly inverse: Float64Array | undefined;
	readonly mean: number;
	readonly deviation: number;
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
	const steepest = new Float32Array(count * 6);
	const hessian = new Float64Array(36);
	let sum = 0;
	let squares = 0;
	for (let v = -radius, k = 0; v <= radius; v++)
		for (let u = -radius; u <= radius; u++, k++) {
			const value = samplePlane(plane, x + u, y + v);
			const gx = (samplePlane(plane, x + u + 1, y + v) - samplePlane(plane, x + u - 1, y + v)) / 2;
			const gy = (samplePlane(plane, x + u, y + v + 1) - samplePlane(plane, x + u, y + v - 1)) / 2;
			const row = [gx * u, gy * u, gx * v, gy * v, gx, gy];
			values[k] = value;
			sum += value;
			squares += value * value;
			for (let i = 0; i < 6; i++) {
				steepest[k * 6 + i] = row[i]!;
				for (let j = 0; j < 6; j++) hessian[i * 6 + j]! += row[i]! * row[j]!;
			}
		}
	const mean = sum / count;
	const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
	return { values, steepest, inverse: inverseOf(hessian), mean, deviation };
}

/**
 * Moves, turns, scales and shears the template over a picture until it fits best, light and contrast aside.
 * Inverse compositional search: Baker and Matthews, "Lucas-Kanade 20 years on", 2004. Steps from a guess within a few px.
 * @returns The likest place seen on the way, the guess itself among them.
 */
export function refineAffine(template: Template, plane: Plane, guess: Affine): Refined {
	let affine = guess;
	let best = readAt(template, plane, guess);
	const { inverse } = template;
	if (!inverse) return best;
	let now = best;
	const pull = new Float64Array(6);
	const change = new Float64Array(6);
	for (let step = 0; step < most && now.visible >= leastVisible; step++) {
		const gain = template.deviation / (now.deviation + 1e-6);
		pull.fill(0);
		const { values } = now;
		for (let k = 0, at = 0; k < count; k++, at += 6) {
			const value = values[k]!;
			if (Number.isNaN(value)) continue;
			const miss = (value - now.mean) * gain + template.mean - template.values[k]!;
			for (let i = 0; i < 6; i++) pull[i]! += template.steepest[at + i]! * miss;
		}
		for (let i = 0; i < 6; i++) {
			let sum = 0;
			for (let j = 0; j < 6; j++) sum += inverse[i * 6 + j]! * pull[j]!;
			change[i] = sum;
		}
		const moved = undo(affine, change);
		if (!isSane(moved)) break;
		affine = moved;
		now = readAt(template, plane, affine);
		if (now.likeness > best.likeness) best = now;
		if (step > 1 && Math.hypot(change[4]!, change[5]!) < enough) break;
	}
	return best;
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

interface Reading extends Refined {
	readonly mean: number;
	readonly deviation: number;
	readonly visible: number;
}

function readAt(template: Template, plane: Plane, affine: Affine): Reading {
	const { a, b, c, d, x, y } = affine;
	const { width, height, values } = plane;
	const read = new Float32Array(count);
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
			const i = px | 0;
			const j = py | 0;
			const at = j * width + i;
			const over = values[at]! + (values[at + 1]! - values[at]!) * (px - i);
			const under =
				values[at + width]! + (values[at + width + 1]! - values[at + width]!) * (px - i);
			const value = over + (under - over) * (py - j);
			const wanted = template.values[k]!;
			read[k] = value;
			n++;
			st += wanted;
			tt += wanted * wanted;
			s += value;
			ss += value * value;
			ts += wanted * value;
		}
	const visible = n / count;
	const mean = n > 0 ? s / n : 0;
	const spread = n > 0 ? ss - (s * s) / n : 0;
	const variance = n > 0 ? (tt - (st * st) / n) * spread : 0;
	const isSeen = visible >= leastVisible && variance > 1e-6;
	const likeness = isSeen ? (ts - (st * s) / n) / Math.sqrt(variance) : 0;
	const deviation = Math.sqrt(Math.max(0, spread) / Math.max(1, n));
	return { affine, likeness, values: read, mean, deviation, visible };
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
