/*
 * What fills surfaces: strokes, dabs, leaves, grass, clouds, firs. One palette of marks for all scenes.
 */
import type { Random } from './random.ts';
import { blob, leaf, type Place, polygon } from './shapes.ts';
import { element, group, path, round, stroke } from './svg.ts';

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export const box = (x: number, y: number, width: number, height: number): Box => ({
	x,
	y,
	width,
	height,
});

interface Dashes {
	/** Degrees, or a field of them. */
	readonly angle?: number | ((x: number, y: number) => number);
	readonly spread?: number;
	readonly length?: readonly [number, number];
	readonly width?: number;
	readonly opacity?: number;
}

/** Many short strokes: fur, grass, hatching, brush marks. */
export function dashes(
	r: Random,
	count: number,
	{ x, y, width, height }: Box,
	colors: readonly string[],
	{ angle = 0, spread = 12, length = [5, 12], width: thick = 1.2, opacity = 0.5 }: Dashes = {},
): string {
	const byColor = new Map<string, string>();
	for (let i = 0; i < count; i++) {
		const px = x + r() * width;
		const py = y + r() * height;
		const base = typeof angle === 'number' ? angle : angle(px, py);
		const a = ((base + r.between(-spread, spread)) * Math.PI) / 180;
		const long = r.between(length[0], length[1]);
		const color = r.pick(colors);
		const d = `M${round(px)} ${round(py)}l${round(long * Math.cos(a))} ${round(long * Math.sin(a))}`;
		byColor.set(color, (byColor.get(color) ?? '') + d);
	}
	return [...byColor].map(([color, d]) => stroke(d, color, thick, { opacity })).join('');
}

/** Many small round marks: pebbles, blossoms, lights. `y` grows sizes towards the bottom when `depth` is told. */
export function dabs(
	r: Random,
	count: number,
	{ x, y, width, height }: Box,
	colors: readonly string[],
	{
		size = [1, 3],
		flat = 1,
		opacity = 0.7,
		depth = 0,
	}: {
		readonly size?: readonly [number, number];
		readonly flat?: number;
		readonly opacity?: number;
		readonly depth?: number;
	} = {},
): string {
	return Array.from({ length: count }, () => {
		const share = depth > 0 ? r() ** (1 / (1 + depth)) : r();
		const k = depth > 0 ? 0.35 + 0.65 * share : 1;
		const rx = r.between(size[0], size[1]) * k;
		return element('ellipse', {
			cx: round(x + r() * width),
			cy: round(y + share * height),
			rx: round(rx),
			ry: round(rx * flat),
			fill: r.pick(colors),
			opacity: round(opacity * r.between(0.7, 1)),
		});
	}).join('');
}

/** A round crown of leaves: dark below, light where the light comes from. @param light Degrees it comes from. */
export function foliage(
	r: Random,
	[cx, cy]: Place,
	[rx, ry]: Place,
	count: number,
	colors: readonly string[],
	leafSize: readonly [number, number] = [8, 4],
	light = -120,
): string {
	const a = (light * Math.PI) / 180;
	const total = Math.max(count, Math.round((3.2 * rx * ry) / (leafSize[0] * leafSize[1] * 0.5)));
	const leaves = Array.from({ length: total }, () => {
		const angle = r() * 2 * Math.PI;
		const radius = Math.sqrt(r());
		const x = Math.cos(angle) * radius;
		const y = Math.sin(angle) * radius;
		const lit = 0.48 + 0.42 * (x * Math.cos(a) + y * Math.sin(a)) + r.between(-0.22, 0.22);
		// Darker ones first: what is lit lies on top.
		const color =
			colors[Math.max(0, Math.min(colors.length - 1, Math.floor(lit * colors.length)))]!;
		const d = leaf(
			cx + x * rx,
			cy + y * ry,
			leafSize[0] * r.between(0.7, 1.3),
			leafSize[1],
			r() * 360,
		);
		return { order: lit + r() * 0.3, svg: path(d, color) };
	});
	const core = group(
		{ filter: 'url(#ragged)' },
		path(blob(r, cx, cy, rx * 0.9, ry * 0.9, 0.14, 11), colors[0]!),
		path(
			blob(
				r,
				cx + rx * 0.2 * Math.cos(a),
				cy + ry * 0.2 * Math.sin(a),
				rx * 0.66,
				ry * 0.66,
				0.2,
				11,
			),
			colors[1] ?? colors[0]!,
		),
	);
	return (
		core +
		leaves
			.sort((p, q) => p.order - q.order)
			.map((l) => l.svg)
			.join('')
	);
}

/** Blades of grass along a line. */
export function grass(
	r: Random,
	count: number,
	{ x, y, width, height }: Box,
	blade: readonly [number, number],
	colors: readonly string[],
): string {
	const blades = Array.from({ length: count }, () => ({
		px: x + r() * width,
		py: y + r() * height,
	}));
	return blades
		.sort((p, q) => p.py - q.py)
		.map(({ px, py }) => {
			const h = r.between(blade[0], blade[1]);
			const lean = r.between(-0.5, 0.5) * h;
			return path(
				`M${round(px - 1.4)} ${round(py)}Q${round(px)} ${round(py - h * 0.6)} ${round(px + lean)} ${round(py - h)}Q${round(px + 1.6)} ${round(py - h * 0.5)} ${round(px + 1.4)} ${round(py)}Z`,
				r.pick(colors),
			);
		})
		.join('');
}

/** A heap of puffs, lit from above. */
export function cloud(
	r: Random,
	[x, y]: Place,
	[width, height]: Place,
	[shade, body, light]: readonly [string, string, string],
	opacity = 0.9,
): string {
	const puffs = (count: number, lift: number, color: string, k: number): string =>
		Array.from({ length: count }, () => {
			const t = r.between(-1, 1);
			const rx = width * r.between(0.12, 0.24) * k;
			const ry = height * r.between(0.28, 0.5) * (1 - 0.5 * t * t) * k;
			return element('ellipse', {
				cx: round(x + t * width * 0.42),
				cy: round(y + lift * height - ry * 0.5 * (1 - t * t)),
				rx: round(rx),
				ry: round(ry),
				fill: color,
			});
		}).join('');
	return group(
		{ opacity, filter: 'url(#rough)' },
		puffs(9, 0.2, shade, 1),
		puffs(9, 0, body, 1),
		puffs(6, -0.18, light, 0.7),
	);
}

/** A fir in layers of boughs, its foot at (x, y). */
export function fir(
	r: Random,
	x: number,
	y: number,
	h: number,
	[dark, light]: readonly [string, string],
): string {
	const tiers = 6;
	const parts = Array.from({ length: tiers }, (_, i) => {
		const top = y - h + (i * h * 0.78) / tiers;
		const half = h * 0.07 + (i / tiers) * h * 0.2;
		const low = top + h * 0.26;
		const points: Place[] = [[x, top]];
		for (let k = 0; k <= 6; k++)
			points.push([
				x + half - (2 * half * k) / 6,
				low + (k % 2 ? -3 : 3) * (h / 90) + r.between(-1, 1),
			]);
		return (
			path(polygon(points), dark) +
			path(
				polygon([
					[x, top],
					[x - half * 0.9, low],
					[x - half * 0.2, low - h * 0.05],
				]),
				light,
				{ opacity: 0.7 },
			)
		);
	});
	return (
		path(
			`M${round(x - h * 0.025)} ${round(y)}V${round(y - h * 0.2)}H${round(x + h * 0.025)}V${round(y)}Z`,
			'#4a3527',
		) + parts.reverse().join('')
	);
}
