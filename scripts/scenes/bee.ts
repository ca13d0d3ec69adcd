// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { leaf, type Place } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes } from './kit/textures.ts';

const r = random(23);
const start: Place = [236, 150];
const flower: Place = [560, 236];

const defs = [
	linear('meadow', [
		[0, '#bfe3df'],
		[0.4, '#d9ecc0'],
		[0.75, '#8fbf6a'],
		[1, '#3c7440'],
	]),
	radial('soft', [
		[0, '#fff', 0.9],
		[0.7, '#fff', 0.5],
		[1, '#fff', 0],
	]),
	radial('eye', [
		[0, '#ffd95a'],
		[0.55, '#f0a51f'],
		[1, '#9a5a12'],
	]),
	radial(
		'beeShade',
		[
			[0, '#fff', 0.45],
			[0.5, '#fff', 0],
			[1, '#3a1d05', 0.5],
		],
		0.4,
		0.25,
		0.8,
	),
	linear('wing', [
		[0, '#f4fbff', 0.95],
		[1, '#a9d2e6', 0.85],
	]),
].join('');

function daisy(
	x: number,
	y: number,
	k: number,
	tilt: number,
	petals: readonly [string, string, string],
): string {
	const ring = (n: number, length: number, width: number, color: string, off: number) =>
		Array.from({ length: n }, (_, i) => {
			const angle = off + (i * 360) / n + r.between(-4, 4);
			return (
				path(leaf(0, 0, length * r.between(0.92, 1.05), width, angle), color) +
				stroke(
					`M0 0L${Math.cos((angle * Math.PI) / 180) * length * 0.8} ${Math.sin((angle * Math.PI) / 180) * length * 0.8}`,
					petals[2],
					1.1,
					{ opacity: 0.5 },
				)
			);
		}).join('');
	const seeds = Array.from({ length: 150 }, (_, i) => {
		const a = i * 2.39996;
		const radius = 2.1 * Math.sqrt(i);
		return circle(
			Math.cos(a) * radius,
			Math.sin(a) * radius,
			1.5,
			['#7a420f', '#ffd665', '#c97d16', '#fff0ad'][i % 4]!,
		);
	}).join('');
	return group(
		{ transform: `translate(${x} ${y}) scale(${k} ${k * (1 - tilt)})` },
		group(
			{ filter: 'url(#grain)' },
			ring(15, 84, 15, petals[0], 0),
			ring(15, 78, 13, petals[1], 12),
			circle(0, 0, 28, 'url(#eye)'),
			seeds,
		),
	);
}

const stem = (x: number, y: number, toX: number, bend: number): string =>
	stroke(`M${x} ${y}Q${x + bend} ${(y + 490) / 2} ${toX} 492`, '#2f6a38', 9) +
	stroke(`M${x - 2} ${y}Q${x + bend - 2} ${(y + 490) / 2} ${toX - 2} 492`, '#79b25a', 2.6) +
	path(leaf((x + toX) / 2 + bend * 0.4, (y + 490) / 2 + 10, 84, 17, -32), '#4c8c46') +
	path(leaf((x + toX) / 2 + bend * 0.4, (y + 490) / 2 + 10, 78, 3, -32), '#9ccb72', {
		opacity: 0.7,
	}) +
	path(leaf((x + toX) / 2 + bend * 0.3, (y + 490) / 2 + 50, 76, 16, 205), '#3b7a40');

function bee(): string {
	const wing = (d: string, veins: string) =>
		path(d, 'url(#wing)', { stroke: '#53798c', 'stroke-width': 1.5 }) + stroke(veins, '#7fa6b8', 1);
	return group(
		at(start[0], start[1], 1.02, 12),
		group(
			{ filter: 'url(#grain)' },
			wing(
				'M-4 -18C-40 -74 -70 -66 -64 -40C-60 -22 -30 -12 -4 -14Z',
				'M-6 -18L-58 -50M-8 -16L-60 -34M-30 -40L-36 -22M-44 -48L-50 -30',
			),
			wing(
				'M6 -20C-2 -84 28 -96 40 -70C48 -50 28 -24 10 -16Z',
				'M7 -20L28 -80M9 -18L40 -62M16 -50L32 -46M20 -66L38 -60',
			),
			stroke('M-18 24q-6 10 -2 18M2 28q-3 10 3 17M20 24q2 9 9 14', '#3a2412', 3.4),
			path('M-62 8L-76 13L-60 15Z', '#2a180b'),
			cut(
				'bee',
				'M-62 10C-64 -14 -36 -28 -4 -26C10 -26 22 -20 24 0C24 22 4 32 -16 31C-42 31 -60 24 -62 10Z',
				'#f6b51f',
				path('M-52 -26Q-44 2 -52 34H-40Q-32 2 -40 -30Z', '#2a180b'),
				path('M-28 -30Q-20 2 -28 36H-14Q-6 2 -14 -32Z', '#2a180b'),
				path('M-2 -30Q6 2 -2 36H8Q16 2 8 -30Z', '#2a180b'),
				dashes(r, 150, box(-62, -28, 88, 60), ['#ffe9a0', '#7a4308', '#fff6d2'], {
					angle: 200,
					spread: 24,
					length: [4, 9],
					width: 1,
					opacity: 0.55,
				}),
				path(
					'M-62 10C-64 -14 -36 -28 -4 -26C10 -26 22 -20 24 0C24 22 4 32 -16 31C-42 31 -60 24 -62 10Z',
					'url(#beeShade)',
				),
			),
			cut(
				'thorax',
				'M4 -2C2 -22 16 -30 30 -28C46 -26 52 -14 50 0C48 16 36 24 22 22C10 20 6 12 4 -2Z',
				'#c9841a',
				dashes(r, 130, box(2, -30, 50, 54), ['#ffe08a', '#6a3c0c', '#f6b851'], {
					angle: 230,
					spread: 40,
					length: [4, 9],
					width: 1.3,
					opacity: 0.85,
				}),
			),
			circle(58, -2, 16, '#2e1c10'),
			ellipse(64, -6, 6.4, 8.4, '#6b3a1c'),
			ellipse(66, -9, 2.2, 3, '#fff', { opacity: 0.9 }),
			stroke('M58 10q6 4 12 -1', '#e9b04a', 1.6),
			stroke('M60 -16q4 -14 16 -18M54 -17q0 -14 10 -22', '#2a180b', 2.4),
			circle(77, -34, 2.4, '#2a180b'),
			circle(65, -39, 2.4, '#2a180b'),
			dabs(r, 16, box(10, 16, 18, 14), ['#ffd95a'], { size: [1.2, 2.4], opacity: 0.9 }),
		),
	);
}

const bokeh = (): string =>
	Array.from({ length: 54 }, () =>
		circle(
			r.between(-10, 842),
			r.between(-10, 400),
			r.between(8, 38),
			r.pick(['#fff8d8', '#f6d7e4', '#cfe8b4', '#ffe6a0', '#bfe0ea', '#f4b8c4']),
			{ opacity: r.between(0.12, 0.42) },
		),
	).join('');

const poppy = (x: number, y: number, k: number): string => {
	const petal = (angle: number, color: string) =>
		group(
			{ transform: `rotate(${angle})` },
			path(
				'M0 6C-44 2 -52 -40 -26 -52C-12 -58 -6 -50 0 -53C8 -50 14 -58 28 -51C52 -38 44 2 0 6Z',
				color,
			),
			dashes(r, 26, box(-28, -44, 56, 40), ['#ff9a7a', '#8d1712'], {
				angle: 90,
				spread: 24,
				length: [8, 18],
				width: 1.1,
				opacity: 0.4,
			}),
			stroke('M-34 -40Q-24 -54 -8 -50Q0 -56 10 -50Q26 -56 36 -38', '#ff9278', 1.6, {
				opacity: 0.8,
			}),
		);
	return group(
		{ transform: `translate(${x} ${y}) scale(${k} ${k * 0.86})` },
		group(
			{ filter: 'url(#grain)' },
			petal(8, '#b81f1a'),
			petal(128, '#cf2d22'),
			petal(248, '#cf2d22'),
			petal(68, '#e8452f'),
			petal(188, '#f0553a'),
			petal(308, '#e03c2a'),
			circle(0, 0, 12, '#2a2018'),
			circle(0, 0, 6, '#9ab06a'),
			...Array.from({ length: 18 }, (_, i) =>
				circle(Math.cos(i * 0.349) * 16, Math.sin(i * 0.349) * 16, 2, '#1c1410'),
			),
		),
	);
};

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 490, 'url(#meadow)')),
	group({ filter: 'url(#blur4)' }, bokeh()),
	group(
		{ filter: 'url(#blur4)', opacity: 0.75 },
		...Array.from({ length: 46 }, (_, i) =>
			path(
				leaf(i * 19 - 10, 490, r.between(110, 240), 9, r.between(-112, -68)),
				r.pick(['#5f9a4e', '#3f7a45', '#88b961']),
			),
		),
	),
	group(
		{ filter: 'url(#blur2)' },
		daisy(96, 330, 0.42, 0.2, ['#f2e3ee', '#ffffff', '#d0b4c8']),
		daisy(330, 372, 0.36, 0.1, ['#f2e3ee', '#ffffff', '#d0b4c8']),
		daisy(420, 300, 0.28, 0.3, ['#ffd9a0', '#ffe9c0', '#d0a060']),
	),
	stem(flower[0], flower[1] + 20, 600, -18),
	stem(150, 400, 130, 10),
	stem(744, 360, 726, 24),
	stem(336, 430, 350, -6),
	daisy(flower[0], flower[1], 1.36, 0.12, ['#e7d9f0', '#ffffff', '#b79cc9']),
	daisy(744, 372, 0.92, 0.2, ['#f7b6c8', '#fddfe6', '#d47a98']),
	poppy(146, 392, 1.16),
	poppy(336, 436, 0.8),
	group(
		{ filter: 'url(#grain)' },
		...Array.from({ length: 90 }, () =>
			path(
				leaf(r.between(-10, 842), 494, r.between(40, 120), 4.5, r.between(-118, -62)),
				r.pick(['#2f6a38', '#4f8f45', '#79b055', '#24552f']),
			),
		),
	),
	...[
		[660, 150],
		[650, 128],
		[676, 138],
	].map(([x, y]) => circle(x!, y!, 2, '#fff6c8', { opacity: 0.9 })),
].join('');

/** One and a half turns inwards, ending over the flower's heart. */
const spiral: Place[] = Array.from({ length: 15 }, (_, i) => {
	const t = i / 14;
	const centre: Place = [
		start[0] + (flower[0] - 70 - start[0]) * t,
		start[1] + (flower[1] - 40 - start[1]) * t,
	];
	const radius = 96 * Math.sin(Math.min(1, t * 3) * (Math.PI / 2)) * (1 - t);
	const a = -2.2 + t * 9.6;
	return [centre[0] + Math.cos(a) * radius, centre[1] + Math.sin(a) * radius] as const;
});

export const beeScene: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-bee', svg: bee() },
	]),
	id: 'bee',
	name: 'The bee and the daisy',
	prompt:
		'A bee flies in narrowing loops to a large daisy in a summer meadow, the flowers stand still.',
	tracks: [
		moves('bee', 'Bee', spiral, { snap: 14, ...timed({ easing: 'easeOut' }) }),
		...pins([560, 240], [744, 372], [146, 392], [336, 436]),
	],
};
