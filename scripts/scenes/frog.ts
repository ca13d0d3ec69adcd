// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { blob, leaf, ridge } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes, foliage, grass } from './kit/textures.ts';

const r = random(58);

const defs = [
	linear('sky', [
		[0, '#9fc3b4'],
		[0.5, '#d5dfb6'],
		[1, '#f8e6a9'],
	]),
	linear('pond', [
		[0, '#e9dc9d'],
		[0.25, '#8fae86'],
		[0.6, '#3f7668'],
		[1, '#143f45'],
	]),
	radial('sun', [
		[0, '#fffbe0'],
		[0.35, '#fff0b4', 0.8],
		[1, '#fff0b4', 0],
	]),
	radial('pad', [
		[0, '#a9c861'],
		[0.6, '#6da04a'],
		[1, '#3f7a3f'],
	]),
	linear('frogBack', [
		[0, '#b7d94a'],
		[0.5, '#6fb03a'],
		[1, '#2f7434'],
	]),
].join('');

const pad = (x: number, y: number, rx: number, turn: number): string => {
	const ry = rx * 0.3;
	const veins = Array.from({ length: 13 }, (_, i) => {
		const a = ((turn + 24 + (i * 312) / 12) * Math.PI) / 180;
		return `M${x} ${y}L${x + Math.cos(a) * rx * 0.92} ${y + Math.sin(a) * ry * 0.92}`;
	}).join('');
	const a1 = ((turn + 14) * Math.PI) / 180;
	const a2 = ((turn - 14) * Math.PI) / 180;
	const d = `M${x} ${y}L${x + Math.cos(a1) * rx} ${y + Math.sin(a1) * ry}A${rx} ${ry} 0 1 1 ${x + Math.cos(a2) * rx} ${y + Math.sin(a2) * ry}Z`;
	return (
		ellipse(x + 4, y + 9, rx, ry, '#0d2f33', { opacity: 0.5, filter: 'url(#blur2)' }) +
		group(
			{ filter: 'url(#grain)' },
			path(d, '#2f6338', { transform: 'translate(0 4)' }),
			path(d, 'url(#pad)'),
			stroke(veins, '#d8e88f', 1.2, { opacity: 0.6 }),
			dabs(
				r,
				26,
				box(x - rx * 0.7, y - ry * 0.6, rx * 1.4, ry * 1.2),
				['#4f7a36', '#c9d878', '#8a6a3a'],
				{ size: [1.2, 3], flat: 0.5, opacity: 0.7 },
			),
		)
	);
};

const lily = (x: number, y: number, k: number): string =>
	group(
		at(x, y, k),
		...[0, 1, 2].flatMap((ring) =>
			Array.from({ length: 9 - ring * 2 }, (_, i) => {
				const angle = -174 + (i * 168) / (8 - ring * 2);
				return path(leaf(0, 4, 38 - ring * 8, 8, angle), ['#f6cfe0', '#fbe4ee', '#ffffff'][ring]!, {
					stroke: '#cf86a8',
					'stroke-width': 0.7,
				});
			}),
		),
		ellipse(0, 1, 7, 4, '#f3b52f'),
	);

function frog(): string {
	const body =
		'M-64 18C-70 -8 -50 -36 -18 -40C2 -44 12 -58 34 -60C58 -62 76 -48 78 -28C80 -12 66 -2 50 0C44 18 24 34 -8 34C-38 36 -58 34 -64 18Z';
	return group(
		at(196, 318, 1.06),
		group(
			{ filter: 'url(#grain)' },
			path('M-50 36C-84 40 -98 22 -84 4C-72 -12 -44 -12 -30 6C-22 18 -28 32 -50 36Z', '#3f8a37'),
			path('M-60 34C-92 38 -98 46 -84 49H-34Q-26 46 -32 38Z', '#2c6a31'),
			cut(
				'frog',
				body,
				'url(#frogBack)',
				path(
					'M78 -28C80 -12 66 -2 50 0C44 18 24 34 -8 34C-20 36 -30 34 -36 30C-4 26 22 12 34 -8C50 -6 70 -14 78 -28Z',
					'#f0e9a8',
				),
				path('M-60 -2C-44 -26 -14 -36 20 -32', 'none', {
					stroke: '#e3f08a',
					'stroke-width': 5,
					opacity: 0.8,
				}),
				...[
					[-44, 4, 8],
					[-28, -16, 7],
					[-14, 8, 6],
					[-6, -20, 5],
					[-50, 20, 6],
					[8, -10, 5],
					[-30, 22, 5],
					[22, -44, 5],
					[48, -50, 4.5],
					[2, 16, 4],
				].map(([x, y, s]) =>
					path(blob(r, x!, y!, s!, s! * 0.8, 0.2), '#23571f', { opacity: 0.85 }),
				),
				dashes(r, 90, box(-66, -44, 120, 76), ['#dff08c', '#1f5a28'], {
					angle: 30,
					length: [2, 6],
					width: 1,
					opacity: 0.4,
				}),
			),
			stroke('M44 -16Q62 -12 77 -26', '#2b5a22', 2.2),
			path('M-52 34C-78 32 -84 10 -64 0C-46 -8 -24 6 -24 22C-24 34 -40 36 -52 34Z', '#58a03c'),
			dabs(r, 9, box(-70, 4, 40, 24), ['#2a6227'], { size: [2, 4.2], opacity: 0.85 }),
			stroke('M-66 4Q-48 -4 -34 10', '#cbe47c', 2.4, { opacity: 0.8 }),
			path('M-56 32Q-30 46 -4 46L4 50H-58Q-70 44 -56 32Z', '#6fb03a'),
			path('M34 10C44 20 40 34 34 42L52 48Q46 52 20 50Q12 46 20 38C16 28 18 16 34 10Z', '#6fb03a'),
			stroke('M24 44l-6 6M34 46l0 5M44 46l8 4', '#2c6a31', 2),
			circle(40, -58, 15, '#7fbf43'),
			circle(42, -60, 10.5, '#f7d23c'),
			ellipse(44, -60, 4, 7, '#1a1610'),
			circle(46, -64, 2.4, '#fff'),
			circle(40, -58, 15, 'none', { stroke: '#2f6a2b', 'stroke-width': 2 }),
			circle(71, -38, 1.5, '#23491c'),
		),
	);
}

const reed = (x: number, y: number, h: number, lean: number): string =>
	stroke(`M${x} ${y}Q${x + lean * 0.3} ${y - h * 0.6} ${x + lean} ${y - h}`, '#5c7a3a', 3) +
	group(
		{ transform: `rotate(${lean * 0.5} ${x + lean} ${y - h})` },
		rect(x + lean - 5, y - h - 6, 10, 36, '#7a4a26', { rx: 5 }),
		rect(x + lean - 3, y - h - 4, 3, 30, '#b57b45', { rx: 1.5, opacity: 0.7 }),
		stroke(`M${x + lean} ${y - h - 6}v-14`, '#b9a15a', 2),
	);

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 260, 'url(#sky)')),
	circle(600, 132, 210, 'url(#sun)'),
	circle(600, 132, 30, '#fffbe2', { opacity: 0.9 }),
	group(
		{ filter: 'url(#mottle)', opacity: 0.75 },
		path(
			ridge(r, 832, (s) => 168 - 26 * Math.sin(s * 5), 30, 260, 0.4),
			'#a4bd96',
		),
	),
	...Array.from({ length: 13 }, (_, i) =>
		foliage(
			r,
			[i * 70 + r.between(-18, 18), 196 + r.between(-12, 8)],
			[r.between(34, 56), r.between(26, 42)],
			60,
			['#5d8a68', '#759f70', '#98b97c', '#c7d48f'],
			[8, 3.4],
			-60,
		),
	),
	group({ filter: 'url(#fibre)' }, rect(-5, 226, 842, 260, 'url(#pond)')),
	group(
		{ opacity: 0.4, filter: 'url(#blur4)' },
		...Array.from({ length: 13 }, (_, i) => ellipse(i * 70, 248, 44, 18, '#3f6b50')),
	),
	ellipse(600, 268, 60, 40, '#fff3be', { opacity: 0.45, filter: 'url(#blur8)' }),
	dashes(r, 250, box(0, 234, 832, 240), ['#f5edb8', '#265a54', '#b8cf9c'], {
		angle: 0,
		spread: 2,
		length: [10, 40],
		width: 1.2,
		opacity: 0.36,
	}),
	group(
		{ opacity: 0.5, filter: 'url(#blur8)' },
		ellipse(240, 232, 260, 14, '#fbf3d2'),
		ellipse(640, 240, 240, 12, '#fbf3d2'),
	),
	pad(414, 286, 62, 200),
	pad(700, 300, 74, 20),
	pad(80, 278, 50, 160),
	pad(194, 372, 134, 40),
	pad(612, 404, 128, 150),
	pad(398, 452, 70, 300),
	ellipse(196, 372, 88, 12, '#1c4420', { opacity: 0.5, filter: 'url(#blur4)' }),
	lily(706, 290, 1),
	lily(440, 436, 1.15),
	lily(70, 268, 0.7),
	...[
		[20, 470, 250, 16],
		[48, 480, 300, -14],
		[84, 478, 214, 18],
		[800, 476, 280, -20],
		[770, 482, 220, 12],
		[826, 470, 240, -6],
	].map(([x, y, h, lean]) => reed(x!, y!, h!, lean!)),
	grass(r, 70, box(-8, 456, 120, 30), [70, 190], ['#4f7a3a', '#6f9447', '#31602f']),
	grass(r, 60, box(748, 456, 92, 30), [70, 200], ['#4f7a3a', '#7b9c4a', '#31602f']),
	dabs(r, 70, box(0, 250, 832, 220), ['#fffbe0'], { size: [0.8, 1.8], opacity: 0.7 }),
].join('');

export const frogScene: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-frog', svg: frog() },
	]),
	id: 'frog',
	name: 'The leap',
	prompt:
		'A green frog waits on a lily pad, then leaps in a high arc to the next lily pad, the pond is still.',
	tracks: [
		moves(
			'frog',
			'Frog',
			[
				[180, 312],
				[262, 190],
				[390, 138],
				[520, 206],
				[600, 344],
			],
			{ snap: 14, ...timed({ start: 0.4, end: 0.78, easing: 'easeInOut' }) },
		),
		...pins([706, 286], [440, 432], [62, 190], [772, 190], [810, 330]),
	],
};
