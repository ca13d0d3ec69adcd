import type { Random } from './random.ts';
import { round } from './svg.ts';

export type Place = readonly [x: number, y: number];

/** A smooth curve through the points (Catmull-Rom as cubics). */
export function smooth(points: readonly Place[], isClosed = false): string {
	const n = points.length;
	const of = (i: number): Place =>
		isClosed ? points[(i + n) % n]! : points[Math.max(0, Math.min(n - 1, i))]!;
	let d = `M${round(of(0)[0])} ${round(of(0)[1])}`;
	for (let i = 0; i < (isClosed ? n : n - 1); i++) {
		const [a, b, c, e] = [of(i - 1), of(i), of(i + 1), of(i + 2)];
		const first = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6];
		const second = [c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6];
		d += `C${[...first, ...second, c[0], c[1]].map(round).join(' ')}`;
	}
	return isClosed ? `${d}Z` : d;
}

export const polygon = (points: readonly Place[]): string =>
	`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;

/** A closed shape like a pebble. @param wobble 0 an ellipse, 0.3 a rock. */
export function blob(
	r: Random,
	x: number,
	y: number,
	rx: number,
	ry: number,
	wobble = 0.12,
	n = 9,
): string {
	const turn = r() * Math.PI;
	return smooth(
		Array.from({ length: n }, (_, i) => {
			const angle = turn + (i / n) * 2 * Math.PI;
			const k = 1 + r.between(-wobble, wobble);
			return [x + Math.cos(angle) * rx * k, y + Math.sin(angle) * ry * k] as const;
		}),
		true,
	);
}

/** Land from a broken line down to `bottom`. @param rough How jagged, 0..1; 0 is rolling. */
export function ridge(
	r: Random,
	width: number,
	y: (share: number) => number,
	amplitude: number,
	bottom: number,
	rough = 0.5,
): string {
	const waves = Array.from({ length: 7 }, (_, i) => ({
		size: amplitude / (i + 1) ** (1.6 - rough),
		rate: (i + 1) * r.between(0.8, 1.3),
		phase: r() * 7,
	}));
	const points: Place[] = [];
	const steps = rough > 0 ? 160 : 32;
	for (let i = 0; i <= steps; i++) {
		const share = i / steps;
		const wave = waves.reduce(
			(sum, w) => sum + w.size * Math.sin(share * w.rate * 6.3 + w.phase),
			0,
		);
		const jag = rough * amplitude * 0.25 * (r() - 0.5);
		points.push([-10 + share * (width + 20), y(share) + wave * 0.5 + jag]);
	}
	const line = rough > 0 ? polygon(points).slice(0, -1) : smooth(points);
	return `${line}L${width + 10} ${bottom}L-10 ${bottom}Z`;
}

/** A leaf or a petal from its stalk outwards; degrees, 0 points right. */
export function leaf(x: number, y: number, length: number, width: number, angle: number): string {
	const a = (angle * Math.PI) / 180;
	const to = (along: number, across: number) =>
		`${round(x + along * Math.cos(a) - across * Math.sin(a))} ${round(y + along * Math.sin(a) + across * Math.cos(a))}`;
	return `M${to(0, 0)}Q${to(length * 0.4, -width)} ${to(length, 0)}Q${to(length * 0.4, width)} ${to(0, 0)}Z`;
}

export const star = (
	x: number,
	y: number,
	outer: number,
	inner: number,
	n = 5,
	turn = -90,
): string =>
	polygon(
		Array.from({ length: 2 * n }, (_, i) => {
			const a = ((turn + (i * 180) / n) * Math.PI) / 180;
			const radius = i % 2 ? inner : outer;
			return [x + radius * Math.cos(a), y + radius * Math.sin(a)] as const;
		}),
	);
