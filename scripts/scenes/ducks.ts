// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene } from './kit/scene.ts';
import { leaf, type Place, ridge } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes, foliage, grass } from './kit/textures.ts';

const r = random(64);
const mother: Place = [520, 300];
const ducklings: readonly Place[] = [
	[634, 320],
	[702, 328],
	[768, 333],
];

const defs = [
	linear('sky', [
		[0, '#f7c98b'],
		[0.6, '#fde6b5'],
		[1, '#fff3d6'],
	]),
	linear('pond', [
		[0, '#f9dfa6'],
		[0.3, '#b9b98a'],
		[0.65, '#5d8f86'],
		[1, '#24545d'],
	]),
	linear('duckBody', [
		[0, '#b98a5a'],
		[0.6, '#8c6238'],
		[1, '#5e3f22'],
	]),
	linear('chick', [
		[0, '#ffe680'],
		[0.6, '#f7c53c'],
		[1, '#c98a1e'],
	]),
].join('');

/** A swimmer that looks to the left. */
function duck(): string {
	const body =
		'M-44 6C-52 -2 -50 -12 -40 -14C-22 -16 -6 -26 18 -24C44 -24 60 -20 72 -34C76 -16 70 8 54 18C34 28 -20 28 -44 6Z';
	const feathers = (x: number, y: number, n: number) =>
		Array.from({ length: n }, (_, i) =>
			path(
				leaf(x + (i % 5) * 12, y + Math.floor(i / 5) * 9, 20, 5, 12),
				i % 2 ? '#6d4826' : '#d3a877',
				{ stroke: '#3d2814', 'stroke-width': 0.8 },
			),
		).join('');
	return group(
		at(mother[0], mother[1], 1.02),
		group(
			{ filter: 'url(#grain)' },
			cut(
				'duck',
				body,
				'url(#duckBody)',
				feathers(-14, -14, 15),
				path('M4 4L34 2L30 14L6 13Z', '#2b58a8'),
				path('M4 4L34 2V5L4 7Z', '#fff5e0'),
				path('M-44 8C-20 26 34 26 56 14V30H-44Z', '#4a3019', { opacity: 0.5 }),
				dashes(r, 80, box(-44, -18, 110, 40), ['#e8c79a', '#43290f'], {
					angle: 10,
					length: [4, 9],
					width: 1,
					opacity: 0.55,
				}),
			),
			cut(
				'duckHead',
				'M-46 -2C-58 -12 -52 -26 -50 -38C-50 -54 -36 -62 -22 -58C-8 -54 -6 -40 -12 -30C-18 -20 -12 -8 -22 -2Z',
				'#a3764a',
				path('M-52 -34C-44 -44 -20 -46 -8 -40L-10 -32C-24 -38 -42 -36 -52 -28Z', '#5a3b1e'),
				path('M-52 -56H-6V-48C-20 -54 -40 -54 -52 -46Z', '#6a4726'),
				dashes(r, 60, box(-54, -58, 46, 56), ['#d9b487', '#4a2f16'], {
					angle: 70,
					length: [3, 7],
					width: 0.9,
					opacity: 0.6,
				}),
			),
			path('M-50 -42C-62 -42 -74 -38 -78 -33C-72 -28 -58 -30 -49 -34Z', '#e39a2e'),
			stroke('M-76 -33Q-62 -35 -50 -37', '#8a5714', 1.2),
			circle(-37, -44, 3.4, '#1d130b'),
			circle(-38, -45, 1.1, '#fff'),
			path('M60 -18C70 -26 74 -36 72 -44C82 -34 82 -16 70 -6Z', '#6d4826'),
		),
	);
}

const duckling = ([x, y]: Place, i: number): string =>
	group(
		at(x, y, 0.86 - i * 0.03),
		group(
			{ filter: 'url(#grain)' },
			cut(
				`chick${i}`,
				'M-26 6C-32 -4 -24 -12 -12 -10C2 -12 18 -10 30 -18C34 -2 26 14 8 16C-8 18 -22 14 -26 6Z',
				'url(#chick)',
				path('M-2 -8C10 -10 20 -6 22 2C14 10 2 8 -2 -8Z', '#8a5a1c'),
				path('M8 -10C22 -10 28 -14 30 -18V-2Z', '#8a5a1c', { opacity: 0.7 }),
				dashes(r, 46, box(-28, -16, 60, 32), ['#fff3b8', '#9a6414'], {
					angle: 15,
					spread: 30,
					length: [3, 7],
					width: 1,
					opacity: 0.6,
				}),
			),
			circle(-20, -20, 15, '#f9d254'),
			path('M-34 -24C-30 -38 -10 -38 -6 -24C-14 -30 -26 -30 -34 -24Z', '#7d501a'),
			dashes(r, 24, box(-32, -30, 24, 20), ['#fff3b8', '#a56d18'], {
				angle: 60,
				spread: 40,
				length: [3, 6],
				width: 1,
				opacity: 0.6,
			}),
			path('M-33 -21L-46 -17L-33 -14Z', '#e0812a'),
			circle(-25, -22, 2.6, '#1d130b'),
			circle(-25.8, -22.8, 0.9, '#fff'),
		),
	);

const wake = ([x, y]: Place, k: number): string =>
	group(
		{ opacity: 0.75 },
		...[0, 1, 2, 3].map((i) =>
			stroke(
				`M${x - 44 * k - i * 6} ${y + 14 * k + i * 3}Q${x} ${y + (26 + i * 7) * k} ${x + (70 + i * 26) * k} ${y + (16 + i * 6) * k}`,
				i % 2 ? '#2d6168' : '#fdf2cf',
				1.5,
			),
		),
	);

const willow = (): string =>
	Array.from({ length: 62 }, (_, i) => {
		const x = -20 + i * 5.6 + r.between(-8, 8);
		const long = 60 + 150 * (1 - i / 62) * r.between(0.7, 1.1);
		const sway = r.between(-10, 16);
		const leaves = Array.from({ length: Math.round(long / 8) }, (_, k) =>
			path(
				leaf(x + (sway * k * 8) / long, k * 8, 15, 3, 90 + (k % 2 ? 32 : -32)),
				r.pick(['#8ea843', '#a9bf55', '#6c8b37', '#c9d06c']),
			),
		).join('');
		return (
			stroke(`M${x} -6Q${x + sway} ${long * 0.5} ${x + sway} ${long}`, '#6a7d34', 1.2) + leaves
		);
	}).join('');

const bulrush = (x: number, h: number, lean: number): string =>
	stroke(`M${x} 486Q${x + lean * 0.4} ${486 - h * 0.6} ${x + lean} ${486 - h}`, '#4b6a35', 3) +
	rect(x + lean - 4.5, 480 - h, 9, 32, '#6d4022', { rx: 4.5 });

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 200, 'url(#sky)')),
	circle(238, 96, 120, '#fff6d8', { opacity: 0.55, filter: 'url(#blur16)' }),
	circle(238, 96, 30, '#fffaf0'),
	group(
		{ filter: 'url(#mottle)' },
		path(
			ridge(r, 832, (s) => 138 - 18 * Math.sin(s * 5), 24, 220, 0.2),
			'#d9b98a',
		),
	),
	...Array.from({ length: 15 }, (_, i) =>
		foliage(
			r,
			[i * 62 + r.between(-14, 14), 152 + r.between(-8, 8)],
			[r.between(28, 46), r.between(22, 34)],
			40,
			['#8a8a52', '#a39a58', '#c4b062', '#e8cf86'],
			[8, 3.4],
			-110,
		),
	),
	group({ filter: 'url(#grain)' }, path('M-10 178Q200 166 420 176T842 172V200H-10Z', '#7f8a48')),
	group({ filter: 'url(#fibre)' }, rect(-5, 188, 842, 298, 'url(#pond)')),
	group(
		{ opacity: 0.35, filter: 'url(#blur4)' },
		...Array.from({ length: 15 }, (_, i) => ellipse(i * 62, 212, 40, 20, '#5f6c40')),
	),
	ellipse(238, 240, 34, 60, '#fff4cf', { opacity: 0.6, filter: 'url(#blur8)' }),
	dashes(r, 330, box(0, 198, 832, 280), ['#fff0c4', '#2a5a60', '#d9c58a', '#89ab94'], {
		angle: 0,
		spread: 2,
		length: [12, 46],
		width: 1.3,
		opacity: 0.38,
	}),
	group(
		{ opacity: 0.32, filter: 'url(#blur2)' },
		ellipse(mother[0] + 4, mother[1] + 40, 62, 22, '#3b2a18'),
		...ducklings.map(([x, y]) => ellipse(x, y + 24, 28, 12, '#a5761d')),
	),
	wake(mother, 1),
	...ducklings.map((place) => wake(place, 0.5)),
	group(
		{ filter: 'url(#grain)' },
		...[
			[96, 300, 46],
			[170, 330, 60],
			[60, 350, 54],
			[300, 226, 30],
			[352, 232, 24],
		].map(
			([x, y, w]) =>
				ellipse(x! + 2, y! + 4, w!, w! * 0.24, '#1d474b', { opacity: 0.5 }) +
				ellipse(x!, y!, w!, w! * 0.24, '#7c9c4a') +
				ellipse(x! - w! * 0.1, y! - 1, w! * 0.8, w! * 0.17, '#a5bd63') +
				path(
					`M${x} ${y}L${x! + w!} ${y! + w! * 0.05}L${x! + w! * 0.9} ${y! - w! * 0.1}Z`,
					'#4b7d78',
				),
		),
	),
	...[
		[96, 294],
		[182, 324],
	].map(([x, y]) =>
		group(
			at(x!, y!, 0.7),
			...[-160, -130, -90, -50, -20].map((a) =>
				path(leaf(0, 0, 26, 7, a), '#fbe2ea', { stroke: '#d58aa4', 'stroke-width': 0.8 }),
			),
			ellipse(0, 0, 5, 3, '#f0b42f'),
		),
	),
	group({ filter: 'url(#bark)' }, path('M-20 -10H44C34 60 30 120 40 196L70 214H-20Z', '#6b4d30')),
	willow(),
	grass(r, 90, box(560, 470, 290, 20), [24, 74], ['#4b6a35', '#76893f', '#34532c', '#a3a552']),
	bulrush(40, 150, -14),
	bulrush(22, 196, 8),
	bulrush(64, 112, 12),
	bulrush(818, 104, 8),
	grass(r, 60, box(-10, 468, 190, 20), [20, 60], ['#4b6a35', '#76893f', '#34532c']),
	dabs(r, 90, box(0, 190, 832, 260), ['#fff7da'], { size: [0.8, 2], opacity: 0.7 }),
].join('');

export const ducks: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-mother', svg: duck() },
		...ducklings.map((place, i) => ({
			name: `mover-duckling-${i + 1}` as const,
			svg: duckling(place, i),
		})),
	]),
	id: 'ducks',
	name: 'Ducklings in a row',
	prompt:
		'A duck swims to the left across a golden pond, three ducklings follow her one after another, the willow is still.',
	tracks: [
		moves(
			'mother',
			'Mother',
			[
				[518, 290],
				[430, 262],
				[330, 286],
				[236, 270],
			],
			{ snap: 12 },
		),
		...ducklings.map(([x, y], i) =>
			moves(`duckling-${i + 1}`, `Duckling ${i + 1}`, [[x, y - 4]], {
				snap: 7,
				follow: { trackId: 'Mother', delay: 0.05 * (i + 1), rotate: false, scale: 1 },
			}),
		),
		...pins([96, 294], [60, 100], [420, 160], [36, 330]),
	],
};
