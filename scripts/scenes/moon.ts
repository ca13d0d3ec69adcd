// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene } from './kit/scene.ts';
import { blob, type Place, star } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes } from './kit/textures.ts';

const r = random(5);
const side = 624;
const planet: Place = [312, 322];
const orbit = 232;
const startAngle = 204;
const onOrbit = (angle: number): Place => [
	planet[0] + orbit * Math.cos((angle * Math.PI) / 180),
	planet[1] + orbit * 0.94 * Math.sin((angle * Math.PI) / 180),
];
const moon = onOrbit(startAngle);

const defs = [
	radial(
		'space',
		[
			[0, '#2a1f5c'],
			[0.6, '#141338'],
			[1, '#080a1e'],
		],
		0.5,
		0.5,
		0.75,
	),
	linear(
		'planet',
		[
			[0, '#f7d9a0'],
			[0.2, '#e59a63'],
			[0.36, '#f4d3a4'],
			[0.5, '#c9663f'],
			[0.62, '#efc08a'],
			[0.78, '#a84e3c'],
			[1, '#6d2f3c'],
		],
		[0, 0, 0.2, 1],
	),
	radial(
		'night',
		[
			[0, '#120c2c', 0],
			[0.55, '#120c2c', 0],
			[0.85, '#120c2c', 0.55],
			[1, '#0a0820', 0.9],
		],
		0.32,
		0.3,
		0.85,
	),
	radial(
		'moon',
		[
			[0, '#fbfaf2'],
			[0.6, '#cfd3d8'],
			[1, '#7d8496'],
		],
		0.34,
		0.3,
		0.8,
	),
	linear(
		'ring',
		[
			[0, '#8a6a88', 0.85],
			[0.3, '#f7dca8', 0.98],
			[0.6, '#e8b98a', 0.95],
			[1, '#6a5078', 0.8],
		],
		[0, 0, 1, 0],
	),
].join('');

const nebula = (x: number, y: number, color: string, n: number): string =>
	group(
		{ filter: 'url(#blur16)', opacity: 0.5 },
		...Array.from({ length: n }, () =>
			ellipse(
				x + r.between(-130, 130),
				y + r.between(-60, 60),
				r.between(30, 90),
				r.between(16, 50),
				color,
				{ opacity: r.between(0.2, 0.6) },
			),
		),
	);

function bands(): string {
	return Array.from({ length: 26 }, (_, i) => {
		const y = planet[1] - 118 + i * 9.4;
		let d = `M${planet[0] - 130} ${y}`;
		for (let k = 0; k < 9; k++) d += `q15 ${r.between(-5, 5)} 30 0`;
		return stroke(
			d,
			r.pick(['#fff0cc', '#b4583a', '#f2b97c', '#7d3a3c', '#ffdca8']),
			r.between(1.4, 4.6),
			{ opacity: r.between(0.3, 0.7) },
		);
	}).join('');
}

/** Half of the ring: behind the planet (upper) or before it. */
function ring(half: 'behind' | 'before'): string {
	const clip =
		half === 'behind' ? rect(-320, -200, 640, 200, '#fff') : rect(-320, 0, 640, 200, '#fff');
	const hoops = [
		[196, 15],
		[176, 8],
		[160, 11],
	] as const;
	return `<clipPath id="ring-${half}">${clip}</clipPath>${group(
		{ transform: `translate(${planet[0]} ${planet[1]}) rotate(-18)` },
		group(
			{ 'clip-path': `url(#ring-${half})` },
			group(
				{ filter: 'url(#grain)' },
				...hoops.map(([rx, w]) =>
					ellipse(0, 0, rx, rx * 0.25, 'none', { stroke: 'url(#ring)', 'stroke-width': w }),
				),
				...[203, 186, 168, 152].map((rx) =>
					ellipse(0, 0, rx, rx * 0.25, 'none', {
						stroke: '#4a3a60',
						'stroke-width': 1,
						opacity: 0.7,
					}),
				),
			),
		),
	)}`;
}

function moonThing(): string {
	const craters = [
		[-12, -10, 9],
		[10, -18, 6],
		[14, 4, 10],
		[-6, 14, 7],
		[-24, 6, 5],
		[4, -2, 4],
		[22, -12, 4],
		[6, 24, 5],
		[-18, -24, 4],
		[-16, 24, 4],
		[26, 16, 4],
	] as const;
	return group(
		at(moon[0], moon[1], 1.14),
		group(
			{ filter: 'url(#grain)' },
			cut(
				'moon',
				'M-36 0A36 36 0 1 1 36 0A36 36 0 1 1 -36 0Z',
				'url(#moon)',
				path(blob(r, -10, 2, 20, 14, 0.3), '#a9aebc', { opacity: 0.5 }),
				path(blob(r, 16, -8, 12, 16, 0.3), '#a4aaba', { opacity: 0.5 }),
				...craters.map(
					([x, y, s]) =>
						circle(x, y, s, '#8f96a8') +
						circle(x + s * 0.18, y + s * 0.2, s * 0.8, '#b4bac6') +
						path(`M${x - s} ${y}A${s} ${s} 0 0 1 ${x} ${y - s}`, 'none', {
							stroke: '#5f667c',
							'stroke-width': 1.5,
						}) +
						path(`M${x + s} ${y}A${s} ${s} 0 0 1 ${x} ${y + s}`, 'none', {
							stroke: '#fff',
							'stroke-width': 1.3,
						}),
				),
				dabs(r, 60, box(-34, -34, 68, 68), ['#fff', '#747b90'], { size: [0.7, 1.5], opacity: 0.6 }),
				circle(0, 0, 36, 'url(#night)', { opacity: 0.85 }),
			),
			stroke('M27 -30L38 -52', '#c9ced8', 1.8),
			path('M38 -52L56 -48L50 -40L54 -34L34 -40Z', '#e8503f'),
			path('M-4 -34L0 -46L10 -48L14 -34Z', '#e6e9ee'),
			rect(2, -44, 6, 5, '#ffcf5a'),
		),
	);
}

const comet = (): string =>
	group(
		at(500, 96, 1, 155),
		path('M0 -7C60 -6 110 -3 150 0C110 3 60 6 0 7Z', '#bfe6ff', {
			opacity: 0.5,
			filter: 'url(#blur2)',
		}),
		path('M0 -3C40 -3 70 -1 96 0C70 1 40 3 0 3Z', '#ffffff', { opacity: 0.9 }),
		circle(0, 0, 6.5, '#ffffff'),
	);

const probe = (): string =>
	group(
		at(520, 506, 0.86, -24),
		group(
			{ filter: 'url(#grain)' },
			rect(-15, -13, 30, 26, '#d9dee6'),
			rect(-15, 3, 30, 10, '#8a94a6'),
			rect(-8, -8, 8, 8, '#ffcf5a'),
			...[-64, 24].map(
				(x) =>
					rect(x, -12, 40, 24, '#2f5fae') +
					stroke(
						`M${x + 10} -12V12M${x + 20} -12V12M${x + 30} -12V12M${x} 0H${x + 40}`,
						'#9cc2f0',
						1.4,
					),
			),
			stroke('M-24 0H-15M15 0H24', '#c9ced8', 3),
			path('M-12 -20Q0 -8 12 -20Q0 -28 -12 -20Z', '#f2f4f8'),
			stroke('M0 -22V-32', '#c9ced8', 1.6),
		),
	);

const ground = [
	rect(-5, -5, 634, 634, 'url(#space)'),
	nebula(150, 150, '#7a3fa0', 12),
	nebula(470, 470, '#2f6fb4', 12),
	nebula(420, 140, '#c2527a', 8),
	nebula(130, 500, '#3f8f9c', 7),
	dabs(r, 420, box(0, 0, side, side), ['#ffffff', '#cfe0ff', '#ffe6c0', '#f6c9e0'], {
		size: [0.5, 1.7],
		opacity: 0.9,
	}),
	...[
		[74, 92],
		[560, 300],
		[208, 556],
		[586, 560],
		[350, 48],
		[60, 330],
	].map(([x, y], i) => path(star(x!, y!, 9 + (i % 3) * 3, 1.8, 4), '#fff6dc')),
	comet(),
	group(
		{},
		...Array.from({ length: 46 }, (_, i) =>
			circle(...onOrbit(i * 8), 1.1, '#cbbfe8', { opacity: 0.4 }),
		),
	),
	ring('behind'),
	circle(planet[0], planet[1], 132, '#f7b97a', { opacity: 0.28, filter: 'url(#blur16)' }),
	group(
		{ filter: 'url(#grain)' },
		cut(
			'planet',
			`M${planet[0] - 122} ${planet[1]}a122 122 0 1 1 244 0a122 122 0 1 1 -244 0Z`,
			'url(#planet)',
			bands(),
			ellipse(planet[0] + 44, planet[1] + 40, 30, 15, '#b8402f'),
			ellipse(planet[0] + 44, planet[1] + 40, 21, 10, '#e8734a'),
			ellipse(planet[0] + 44, planet[1] + 40, 11, 5, '#f9c48a'),
			dashes(r, 260, box(planet[0] - 122, planet[1] - 122, 244, 244), ['#fff4d6', '#7a2f38'], {
				angle: 4,
				spread: 8,
				length: [6, 20],
				width: 1.1,
				opacity: 0.35,
			}),
			path(
				`M${planet[0] - 130} ${planet[1] + 18}L${planet[0] + 130} ${planet[1] - 66}V${planet[1] - 44}L${planet[0] - 130} ${planet[1] + 40}Z`,
				'#3a1830',
				{ opacity: 0.3, filter: 'url(#blur2)' },
			),
			circle(planet[0], planet[1], 122, 'url(#night)'),
		),
	),
	ring('before'),
	probe(),
].join('');

export const moonScene: Scene = {
	...layered(side, side, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-moon', svg: moonThing() },
	]),
	id: 'moon',
	name: 'A moon on its way',
	prompt:
		'A small grey moon circles a ringed planet once, slowly and evenly, the stars and the planet stand still.',
	tracks: [
		moves(
			'moon',
			'Moon',
			Array.from({ length: 8 }, (_, i) => onOrbit(startAngle + i * 45)),
			{ closed: true, snap: 10 },
		),
		...pins([312, 350], [520, 506], [500, 96], [74, 92]),
	],
};
