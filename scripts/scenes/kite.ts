// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { leaf, type Place, polygon, ridge, star } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, cloud, dabs, dashes, grass } from './kit/textures.ts';

const r = random(47);
const kite: Place = [330, 190];

const defs = [
	linear('sky', [
		[0, '#3f5fa0'],
		[0.4, '#a07aa8'],
		[0.72, '#f0a06e'],
		[1, '#ffd79a'],
	]),
	radial('sun', [
		[0, '#fff6d4'],
		[0.3, '#ffd98c', 0.8],
		[1, '#ffb066', 0],
	]),
	linear('sea', [
		[0, '#f3a878'],
		[0.5, '#9a6f96'],
		[1, '#4d5a92'],
	]),
	linear('dune', [
		[0, '#f2c58a'],
		[0.5, '#cf9262'],
		[1, '#7d5560'],
	]),
	linear('duneNear', [
		[0, '#e0a46c'],
		[1, '#5d4258'],
	]),
].join('');

function kiteSail(): string {
	const quarters: readonly (readonly [string, string])[] = [
		['M0 -86L-58 -14L0 -8Z', '#e2463a'],
		['M0 -86L58 -14L0 -8Z', '#f6b53a'],
		['M-58 -14L0 -8V92Z', '#1f8a8c'],
		['M58 -14L0 -8V92Z', '#f3e6c8'],
	];
	const bows = [
		[8, 116, '#e2463a'],
		[-10, 144, '#f6b53a'],
		[6, 172, '#1f8a8c'],
		[-8, 200, '#f3e6c8'],
		[10, 226, '#e2463a'],
	] as const;
	return group(
		at(kite[0], kite[1], 0.98, 24),
		group(
			{ filter: 'url(#grain)' },
			stroke(
				'M0 90C14 104 16 112 8 118S-16 136 -10 146S14 164 6 174S-16 190 -8 202S14 216 10 228',
				'#5a3a3a',
				2.2,
			),
			...bows.map(
				([x, y, color]) =>
					path(
						`M${x} ${y}L${x - 17} ${y - 10}V${y + 10}ZM${x} ${y}L${x + 17} ${y - 10}V${y + 10}Z`,
						color,
						{ stroke: '#4a2a30', 'stroke-width': 1.2 },
					) + circle(x, y, 3.4, '#4a2a30'),
			),
			cut(
				'kite',
				'M0 -86L58 -14L0 92L-58 -14Z',
				'#fff',
				...quarters.map(([d, color]) => path(d, color)),
				path(star(0, -10, 27, 11, 8, -90), '#fff7e0'),
				circle(0, -10, 9, '#2c3e78'),
				path(star(0, -10, 8, 3.4, 5), '#f6b53a'),
				...[
					[-28, 14],
					[-14, 44],
				].map(([x, y]) => circle(x!, y!, 5.5, '#f6d98a')),
				...[
					[28, 14],
					[14, 44],
				].map(([x, y]) => circle(x!, y!, 5.5, '#d94a3d')),
				...[
					[-22, -32],
					[-34, -20],
				].map(([x, y]) => circle(x!, y!, 4, '#ffd9a8')),
				...[
					[22, -32],
					[34, -20],
				].map(([x, y]) => circle(x!, y!, 4, '#b4302c')),
				path('M0 -86L58 -14L0 92Z', '#3a1830', { opacity: 0.16 }),
				dashes(r, 80, box(-56, -80, 112, 170), ['#fff', '#5a1c30'], {
					angle: 60,
					length: [4, 10],
					width: 0.9,
					opacity: 0.3,
				}),
			),
			stroke('M0 -86V92M-58 -14Q0 -24 58 -14', '#5b3a28', 2.6),
			stroke('M0 -86L58 -14L0 92L-58 -14Z', '#fff3d6', 2.2),
			stroke('M-2 -84V90', '#c99a64', 0.8),
		),
	);
}

function child(): string {
	return group(
		at(176, 376, 1),
		ellipse(30, 58, 66, 7, '#4a2f48', { opacity: 0.5, filter: 'url(#blur2)' }),
		group(
			{ filter: 'url(#grain)' },
			path('M-8 20L-16 56H-4L4 24ZM6 20L20 54L31 50L16 18Z', '#2d3f6b'),
			path('M-18 54h15v7h-20ZM18 52l12 -5l5 6l-14 8Z', '#7a3a2c'),
			cut(
				'coat',
				'M-14 -18C-8 -26 10 -26 16 -16L22 24H-18Z',
				'#f0c03c',
				path('M6 -24L22 -14V26H8Z', '#a86a1c', { opacity: 0.5 }),
				stroke('M-18 4H22M-16 14H22', '#fff3d0', 2.4),
			),
			stroke('M12 -14Q26 -30 44 -48', '#f0c03c', 9),
			circle(46, -51, 5, '#eab58c'),
			stroke('M-10 -14Q-24 -8 -30 -20', '#e0ad30', 8),
			circle(-31, -22, 4.6, '#eab58c'),
			circle(2, -36, 13, '#eab58c'),
			path('M-12 -34C-16 -54 14 -60 16 -38C8 -44 -2 -42 -4 -34Z', '#4a2a22'),
			path('M-14 -40C-12 -58 16 -58 18 -42Z', '#c93f3a'),
			rect(-15, -43, 34, 5, '#f6e8c8', { rx: 2.5 }),
			circle(2, -58, 4, '#f6e8c8'),
			rect(42, -64, 9, 14, '#8a4a30', { rx: 2 }),
		),
		stroke('M47 -60C58 -80 60 -92 78 -104C84 -108 88 -102 82 -98', '#f6ead2', 1.3),
	);
}

const house = (): string =>
	group(
		at(718, 276, 0.9),
		ellipse(0, 26, 60, 6, '#5d4258', { opacity: 0.5 }),
		group(
			{ filter: 'url(#grain)' },
			path('M-14 -86H14L18 26H-18Z', '#f6ead6'),
			path('M-15 -60H15L16 -38H-16ZM-17 -14H17L18 10H-18Z', '#d2463c'),
			path('M4 -86H14L18 26H6Z', '#5a2a40', { opacity: 0.3 }),
			rect(-11, -106, 22, 20, '#ffe2a0'),
			stroke('M-11 -106V-86M0 -106V-86M11 -106V-86', '#4a3040', 2),
			path('M-15 -106L0 -122L15 -106Z', '#a8322e'),
			rect(-18, -88, 36, 4, '#4a3040'),
			rect(-5, 8, 10, 18, '#4a3040'),
		),
	);

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 320, 'url(#sky)')),
	circle(560, 262, 190, 'url(#sun)'),
	circle(560, 262, 36, '#fff4cc'),
	cloud(r, [640, 96], [300, 36], ['#8a6a9c', '#e6a08a', '#ffd9ae'], 0.85),
	cloud(r, [130, 60], [240, 32], ['#6f6aa4', '#c590a6', '#f6bfa0'], 0.85),
	cloud(r, [420, 214], [180, 16], ['#c98a90', '#f2b48c', '#ffdfae'], 0.8),
	cloud(r, [760, 190], [160, 16], ['#a8789a', '#e8a488', '#ffd0a0'], 0.8),
	group({ filter: 'url(#fibre)' }, rect(-5, 266, 842, 80, 'url(#sea)')),
	dashes(r, 220, box(0, 270, 832, 66), ['#ffe0b0', '#4d4a86', '#f6b488'], {
		angle: 0,
		spread: 2,
		length: [8, 34],
		width: 1.2,
		opacity: 0.5,
	}),
	dashes(r, 70, box(520, 270, 80, 66), ['#fff6d0'], {
		angle: 0,
		spread: 1,
		length: [10, 30],
		width: 1.6,
		opacity: 0.8,
	}),
	group(
		{ filter: 'url(#grain)' },
		path(
			ridge(r, 832, (s) => 306 + 10 * Math.sin(s * 6 + 2), 16, 490, 0),
			'url(#dune)',
		),
	),
	house(),
	group(
		{ filter: 'url(#grain)' },
		path('M-10 400C100 384 240 420 380 424C560 428 640 350 842 330V490H-10Z', 'url(#duneNear)'),
		path('M-10 400C100 384 240 420 380 424C340 440 120 446 -10 470Z', '#f6c690', { opacity: 0.35 }),
		path(
			'M380 424C560 428 640 350 842 330V360C700 390 560 470 420 476C440 450 420 432 380 424Z',
			'#4a3450',
			{ opacity: 0.35 },
		),
	),
	...Array.from({ length: 22 }, (_, i) =>
		stroke(
			`M${r.between(-20, 500)} ${420 + i * 3.4}q${r.between(30, 80)} ${r.between(-8, 4)} ${r.between(90, 200)} ${r.between(-2, 6)}`,
			i % 2 ? '#f2be88' : '#8a5a58',
			1.3,
			{ opacity: 0.45 },
		),
	),
	dabs(r, 320, box(0, 330, 832, 150), ['#ffe2b4', '#6d4a54', '#f0b480'], {
		size: [0.6, 1.6],
		opacity: 0.5,
	}),
	grass(r, 60, box(560, 352, 90, 20), [20, 48], ['#8a7a4a', '#b89a58', '#5d5a44']),
	grass(r, 70, box(716, 336, 120, 20), [24, 60], ['#7d7048', '#c0a060', '#57543f']),
	grass(r, 70, box(-10, 396, 96, 30), [20, 56], ['#8a7a4a', '#b89a58', '#5d5a44']),
	grass(r, 90, box(420, 470, 240, 20), [20, 56], ['#6d6444', '#a88f54', '#4a4a3a']),
	...Array.from({ length: 12 }, (_, i) =>
		path(`M${96 + i * 7} ${452 - i * 1.4}q3 -3 6 0q-2 4 -6 0Z`, '#7d5148', { opacity: 0.6 }),
	),
	group(
		{},
		...[
			[230, 70],
			[258, 60],
			[286, 78],
		].map(([x, y]) => stroke(`M${x! - 9} ${y! - 3}q5 -6 9 2q4 -8 9 -2`, '#3a2f58', 2)),
	),
	child(),
	path(leaf(420, 430, 12, 3, -20), '#7d5148', { opacity: 0.5 }),
	path(
		polygon([
			[640, 470],
			[650, 462],
			[662, 468],
			[656, 476],
		]),
		'#b98a78',
	),
].join('');

export const kiteScene: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-kite', svg: kiteSail() },
	]),
	id: 'kite',
	name: 'The runaway kite',
	prompt:
		'A colourful kite has torn loose and flies away on the evening wind, its tail waving; a child on the dune looks after it.',
	tracks: [
		moves(
			'kite',
			'Kite',
			[
				[330, 180],
				[410, 130],
				[500, 142],
				[600, 100],
				[690, 84],
			],
			{ snap: 14, ...timed({ release: 0.5 }) },
		),
		...pins([718, 230], [172, 380], [600, 366], [780, 340]),
	],
};
