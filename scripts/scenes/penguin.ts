// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene } from './kit/scene.ts';
import { polygon, ridge } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes } from './kit/textures.ts';

const r = random(90);

const defs = [
	linear('sky', [
		[0, '#0b1d3f'],
		[0.5, '#1d4a6b'],
		[0.85, '#6fb0b4'],
		[1, '#f3d9b8'],
	]),
	linear('snow', [
		[0, '#d6ecf4'],
		[0.4, '#eef7fb'],
		[1, '#a7c9e4'],
	]),
	linear('ice', [
		[0, '#e8fbff'],
		[0.5, '#8fc8e0'],
		[1, '#3f86b4'],
	]),
	linear('aurora', [
		[0, '#7dffc0', 0],
		[0.5, '#63f0b4', 0.7],
		[1, '#3f9fd0', 0],
	]),
	linear('back', [
		[0, '#43577c'],
		[0.5, '#22304f'],
		[1, '#141c33'],
	]),
	radial('cheek', [
		[0, '#ff9b7a', 0.8],
		[1, '#ff9b7a', 0],
	]),
].join('');

const berg = (
	points: readonly (readonly [number, number])[],
	light: readonly (readonly [number, number])[],
): string =>
	group(
		{ filter: 'url(#mottle)' },
		cut(
			`berg${points[0]![0]}`,
			polygon(points),
			'#6fa9cf',
			path(polygon(light), '#f0fbff'),
			dashes(r, 60, box(points[0]![0] - 20, 150, 160, 120), ['#fff', '#3d7ba8'], {
				angle: 60,
				length: [8, 22],
				width: 1.2,
				opacity: 0.35,
			}),
		),
	);

function penguin(): string {
	const body =
		'M-74 12C-70 -18 -34 -36 6 -34C28 -34 40 -40 58 -44C80 -48 98 -34 96 -16C94 0 80 6 64 6C46 28 8 34 -30 30C-56 28 -76 24 -74 12Z';
	return group(
		at(176, 336, 1.12, 4),
		group(
			{ filter: 'url(#grain)' },
			path('M-70 14C-92 8 -104 10 -110 16C-100 24 -84 26 -66 24Z', '#1b2742'),
			path('M-64 22L-96 30Q-92 38 -78 36L-52 30Z', '#f09a2a'),
			path('M-66 18L-92 16Q-96 22 -84 26L-56 28Z', '#d97f1c'),
			cut(
				'penguin',
				body,
				'url(#back)',
				path(
					'M-72 22C-40 4 10 6 40 -2C56 -6 70 -10 74 -24C86 -26 96 -20 96 -12C94 2 80 6 64 6C46 28 8 36 -30 32C-56 30 -74 26 -72 22Z',
					'#fbf8f0',
				),
				path('M-72 26C-30 36 30 30 60 10C46 30 8 38 -30 34Z', '#a8bdd6', { opacity: 0.7 }),
				dashes(r, 130, box(-74, -36, 130, 44), ['#6c82a8', '#0c1326', '#8ea4c6'], {
					angle: 176,
					spread: 14,
					length: [5, 12],
					width: 1.1,
					opacity: 0.55,
				}),
				dabs(r, 24, box(-40, 8, 90, 22), ['#d5dfea'], { size: [1, 2], opacity: 0.8 }),
			),
			path('M-14 -10C-34 -4 -58 -6 -74 -16C-60 0 -34 12 -8 8Z', '#16203a'),
			stroke('M-20 -4Q-44 2 -66 -10', '#5b7098', 1.8, { opacity: 0.8 }),
			cut(
				'scarf',
				'M34 -38C42 -18 46 -4 60 8L44 22C30 8 24 -12 20 -32Z',
				'#d92f3a',
				...[0, 1, 2, 3].map((i) =>
					stroke(`M${16 + i * 7} ${-34 + i * 15}L${40 + i * 7} ${-40 + i * 15}`, '#ffe9c8', 4),
				),
				dashes(r, 30, box(18, -38, 44, 60), ['#7a0f1c'], {
					angle: 90,
					length: [3, 7],
					opacity: 0.4,
				}),
			),
			cut(
				'scarfEnd',
				'M30 -30C8 -40 -14 -58 -40 -56L-46 -42C-22 -44 4 -26 24 -16Z',
				'#e23b44',
				...[-34, -20, -6, 8].map((x) => stroke(`M${x} -64L${x - 6} -24`, '#ffe9c8', 4)),
				dashes(r, 20, box(-44, -58, 70, 40), ['#7a0f1c'], {
					angle: 20,
					length: [3, 7],
					opacity: 0.4,
				}),
			),
			stroke('M-43 -54l-8 -3M-45 -49l-9 0M-46 -44l-8 3', '#e23b44', 2.6),
			circle(74, -30, 6.4, '#fff'),
			circle(76, -30, 4, '#14182a'),
			circle(77.5, -31.5, 1.4, '#fff'),
			path('M94 -24L118 -16L92 -10Z', '#f4a62c'),
			path('M92 -14L112 -14L92 -9Z', '#c9781a'),
			circle(76, -16, 8, 'url(#cheek)'),
		),
	);
}

const snowflakes = (): string =>
	dabs(r, 150, box(0, 0, 832, 470), ['#ffffff'], { size: [0.8, 2.6], opacity: 0.75 });

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 270, 'url(#sky)')),
	dabs(r, 170, box(0, 0, 832, 170), ['#ffffff', '#cfe4ff'], { size: [0.5, 1.4], opacity: 0.9 }),
	group(
		{ filter: 'url(#blur8)', opacity: 0.85 },
		path(
			'M-20 130C120 20 220 120 360 60S620 10 860 90V10C640 -40 420 0 300 -10S60 40 -20 40Z',
			'url(#aurora)',
		),
		path(
			'M200 150C320 90 460 150 600 110S780 80 860 130V70C760 40 640 70 520 70S300 80 200 110Z',
			'url(#aurora)',
		),
	),
	group(
		{ opacity: 0.34, filter: 'url(#blur4)' },
		...Array.from({ length: 60 }, (_, i) =>
			stroke(`M${i * 14} ${40 + 30 * Math.sin(i / 5)}v${r.between(30, 90)}`, '#a8ffdc', 5),
		),
	),
	group(
		{ filter: 'url(#mottle)' },
		path(
			ridge(r, 832, (s) => 214 - 40 * Math.sin(s * 6 + 1), 40, 280, 0.7),
			'#7fa8c4',
		),
	),
	group(
		{ filter: 'url(#mottle)' },
		path(
			ridge(r, 832, (s) => 238 - 16 * Math.sin(s * 8), 20, 280, 0.6),
			'#c3dcea',
		),
	),
	group({ filter: 'url(#fibre)' }, rect(-5, 246, 842, 50, '#2f6d94')),
	dashes(r, 130, box(0, 250, 832, 44), ['#cfeaf4', '#174a70'], {
		angle: 0,
		spread: 2,
		length: [8, 30],
		width: 1.2,
		opacity: 0.5,
	}),
	berg(
		[
			[560, 272],
			[580, 190],
			[606, 150],
			[634, 176],
			[660, 168],
			[690, 222],
			[704, 272],
		],
		[
			[560, 272],
			[580, 190],
			[606, 150],
			[616, 196],
			[598, 232],
			[606, 272],
		],
	),
	berg(
		[
			[332, 262],
			[346, 226],
			[370, 208],
			[394, 232],
			[404, 262],
		],
		[
			[332, 262],
			[346, 226],
			[370, 208],
			[372, 240],
			[362, 262],
		],
	),
	group(
		{ filter: 'url(#grain)' },
		path('M-10 290Q140 268 300 282T620 278T842 268V490H-10Z', 'url(#snow)'),
	),
	group(
		{ opacity: 0.7 },
		path('M-10 300Q140 280 300 292T620 290T842 280V290Q640 302 470 304T160 298T-10 314Z', '#fff'),
	),
	group(
		{ filter: 'url(#fibre)' },
		path(
			'M-10 372C140 350 260 404 420 396C580 388 640 342 842 352V416C700 400 600 440 430 452C270 462 140 410 -10 430Z',
			'url(#ice)',
		),
	),
	dashes(r, 140, box(0, 362, 832, 80), ['#ffffff', '#2f7aa6', '#d8f6ff'], {
		angle: -4,
		spread: 10,
		length: [10, 46],
		width: 1.3,
		opacity: 0.5,
	}),
	stroke('M-10 372C140 350 260 404 420 396C580 388 640 342 842 352', '#ffffff', 3.4, {
		opacity: 0.9,
	}),
	stroke('M-10 432C140 412 270 464 430 454C600 442 700 402 842 418', '#6ea6cc', 2.4, {
		opacity: 0.8,
	}),
	...[0, 1, 2].map((i) =>
		stroke(
			`M-10 ${384 + i * 6}C60 ${372 + i * 6} 100 ${376 + i * 6} 150 ${384 + i * 4}`,
			'#ffffff',
			2,
			{ opacity: 0.7 },
		),
	),
	group(
		{ filter: 'url(#blur2)', opacity: 0.75 },
		...[
			[60, 326, 80, 12],
			[520, 318, 110, 12],
			[740, 310, 90, 14],
			[300, 316, 80, 9],
			[120, 470, 160, 18],
			[680, 466, 180, 20],
		].map(
			([x, y, rx, ry]) =>
				ellipse(x!, y!, rx!, ry!, '#b4d3ea', { opacity: 0.65 }) +
				ellipse(x! - 8, y! - 4, rx! * 0.9, ry! * 0.7, '#ffffff', { opacity: 0.9 }),
		),
	),
	...[
		[690, 330, 0.9],
		[752, 322, 0.7],
		[630, 326, 0.6],
	].map(([x, y, k]) =>
		group(
			at(x!, y!, k),
			group(
				{ filter: 'url(#grain)' },
				path('M-14 0C-18 -40 -10 -62 0 -62C10 -62 18 -40 14 0Z', '#1c2844'),
				path('M-9 -2C-12 -32 -6 -46 0 -46C6 -46 12 -32 9 -2Z', '#f7f4ec'),
				path('M-14 -34L-22 -10L-13 -14ZM14 -34L22 -10L13 -14Z', '#141d36'),
				path('M-4 -52h8l-4 6Z', '#f0a02c'),
				circle(-4, -55, 1.4, '#fff'),
				circle(4, -55, 1.4, '#fff'),
				path('M-12 0h10l-3 4h-8ZM2 0h10l-1 4h-8Z', '#e8942a'),
			),
		),
	),
	ellipse(184, 374, 98, 8, '#1d4c78', { opacity: 0.45, filter: 'url(#blur4)' }),
	dabs(r, 140, box(0, 296, 832, 184), ['#ffffff', '#9cc4e2'], { size: [0.8, 2], opacity: 0.7 }),
	snowflakes(),
].join('');

export const penguinScene: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-penguin', svg: penguin() },
	]),
	id: 'penguin',
	name: 'Sliding home',
	prompt:
		'A penguin with a red scarf slides on its belly along the ice, fast downhill and slower at the end, snow falls softly.',
	tracks: [
		moves(
			'penguin',
			'Penguin',
			[
				[232, 324, { time: 0 }],
				[276, 334, { time: 0.22 }],
				[380, 356, { time: 0.4 }],
				[482, 352, { time: 0.54 }],
				[600, 326, { time: 0.76 }],
				[660, 310, { time: 1 }],
			],
			{ snap: 8 },
		),
		...pins([606, 196], [370, 226], [752, 290], [80, 226]),
	],
};
