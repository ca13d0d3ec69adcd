// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { ridge, star } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes, fir } from './kit/textures.ts';

const r = random(77);

interface Lantern {
	readonly x: number;
	readonly y: number;
	/** Half its width. */
	readonly size: number;
	readonly kind: number;
	readonly lean: number;
}

/** Near ones last. */
const lanterns: readonly Lantern[] = [
	{ x: 92, y: 232, size: 15, kind: 2, lean: 4 },
	{ x: 322, y: 196, size: 16, kind: 0, lean: -5 },
	{ x: 214, y: 128, size: 15, kind: 1, lean: 3 },
	{ x: 420, y: 292, size: 18, kind: 3, lean: 5 },
	{ x: 194, y: 288, size: 20, kind: 3, lean: -4 },
	{ x: 62, y: 388, size: 24, kind: 1, lean: 6 },
	{ x: 316, y: 356, size: 27, kind: 2, lean: -3 },
	{ x: 172, y: 462, size: 34, kind: 0, lean: 5 },
	{ x: 410, y: 496, size: 36, kind: 1, lean: -6 },
];

const defs = [
	linear('sky', [
		[0, '#0a1030'],
		[0.45, '#1d2458'],
		[0.78, '#52346f'],
		[1, '#b0567a'],
	]),
	linear('river', [
		[0, '#8a4670'],
		[0.3, '#3b2c5e'],
		[1, '#0c1330'],
	]),
	linear('paper', [
		[0, '#e8743b'],
		[0.35, '#ffa94d'],
		[0.75, '#ffdf8a'],
		[1, '#fff4c4'],
	]),
	linear(
		'paperEdge',
		[
			[0, '#7c2a1d', 0.65],
			[0.25, '#7c2a1d', 0],
			[0.75, '#7c2a1d', 0],
			[1, '#7c2a1d', 0.65],
		],
		[0, 0, 1, 0],
	),
	radial('glow', [
		[0, '#ffc46b', 0.5],
		[1, '#ff9a4d', 0],
	]),
].join('');

function lantern({ x, y, size, kind, lean }: Lantern, i: number): string {
	const body = 'M-20 -38Q0 -50 20 -38Q31 -8 25 30Q0 38 -25 30Q-31 -8 -20 -38Z';
	const sign = [
		star(0, -6, 15, 6.5, 5),
		'M-13 -14a14 14 0 1 0 19 19a16 16 0 0 1 -19 -19Z',
		'M0 12C-18 -4 -14 -20 0 -12C14 -20 18 -4 0 12Z',
		'M-14 -4Q-7 -18 0 -6Q7 -18 14 -4Q8 10 0 12Q-8 10 -14 -4Z',
	][kind]!;
	return group(
		at(x, y, size / 28, lean),
		group(
			{ filter: 'url(#grain)' },
			cut(
				`lantern${i}`,
				body,
				'url(#paper)',
				...[-24, -8, 8, 22].map((line) =>
					stroke(`M-34 ${line}Q0 ${line + 9} 34 ${line}`, '#a4421f', 2.2, { opacity: 0.7 }),
				),
				stroke('M-11 -46Q-16 -6 -12 40M11 -46Q16 -6 12 40', '#a4421f', 1.5, { opacity: 0.5 }),
				path(sign, '#8e2018', { opacity: 0.92 }),
				dashes(r, 26, box(-26, -40, 52, 74), ['#fff7d4', '#b4481f'], {
					angle: 80,
					length: [4, 12],
					opacity: 0.35,
					width: 1,
				}),
				path(body, 'url(#paperEdge)'),
			),
			path('M-25 29Q0 38 25 29L23 36Q0 44 -23 36Z', '#57231a'),
			path('M-19 -39Q0 -50 19 -39L15 -34Q0 -42 -15 -34Z', '#a33c1e'),
			ellipse(0, 36, 11, 3.6, '#fffbe0'),
			stroke(body, '#6d2415', 1.6, { opacity: 0.6 }),
		),
	);
}

function village(): string {
	const houses = [
		[-6, 560, 62, 62],
		[52, 580, 54, 46],
		[104, 566, 58, 58],
		[300, 574, 52, 50],
		[350, 556, 66, 66],
		[414, 578, 70, 46],
	] as const;
	return houses
		.map(([x, y, w, h], i) => {
			const roof = `M${x - 9} ${y + 4}Q${x + w / 2} ${y - 4} ${x + w / 2} ${y - 30}Q${x + w / 2} ${y - 4} ${x + w + 9} ${y + 4}Q${x + w / 2} ${y + 14} ${x - 9} ${y + 4}Z`;
			const panes = [0, 1, 2]
				.map((k) =>
					rect(
						x + 8 + (k * (w - 12)) / 3,
						y + 20,
						(w - 26) / 3,
						h > 50 ? 24 : 18,
						r.pick(['#ffd27a', '#ffb655', '#ffe3a1']),
					),
				)
				.join('');
			return group(
				{ filter: 'url(#grain)' },
				rect(x, y, w, h, i % 2 ? '#2b2148' : '#332650'),
				panes,
				stroke(`M${x + 4} ${y + 14}H${x + w - 4}M${x + 4} ${y + h - 8}H${x + w - 4}`, '#1a1534', 2),
				path(roof, '#191736'),
				dashes(r, 26, box(x, y - 12, w, 16), ['#4b4074', '#0e0d24'], {
					angle: 70,
					length: [4, 9],
					width: 1,
					opacity: 0.6,
				}),
				stroke(`M${x - 9} ${y + 4}Q${x + w / 2} ${y + 14} ${x + w + 9} ${y + 4}`, '#b7603f', 1.4, {
					opacity: 0.7,
				}),
			);
		})
		.join('');
}

function pagoda(): string {
	const tiers = [0, 1, 2, 3, 4].map((i) => {
		const y = 600 - i * 44;
		const w = 46 - i * 6;
		return group(
			{},
			rect(238 - w, y - 22, 2 * w, 34, '#3a2450'),
			...[-2, -1, 0, 1, 2].map((k) =>
				rect(238 + k * w * 0.38 - 3, y - 16, 6, 20, k % 2 ? '#ffbe62' : '#ffdf96'),
			),
			path(
				`M${238 - w - 22} ${y - 18}Q${238 - w * 0.6} ${y - 26} ${238 - w * 0.5} ${y - 38}H${238 + w * 0.5}Q${238 + w * 0.6} ${y - 26} ${238 + w + 22} ${y - 18}Q238 ${y - 26} ${238 - w - 22} ${y - 18}Z`,
				'#1c1838',
			),
			stroke(`M${238 - w - 22} ${y - 18}Q238 ${y - 27} ${238 + w + 22} ${y - 18}`, '#d9764a', 1.6, {
				opacity: 0.85,
			}),
		);
	});
	return group(
		{ filter: 'url(#grain)' },
		...tiers,
		stroke('M238 390V352', '#1c1838', 4),
		circle(238, 366, 4.5, '#d9a04a'),
		circle(238, 354, 3, '#d9a04a'),
	);
}

const reflections = (): string =>
	Array.from({ length: 150 }, () => {
		const t = r();
		const y = 628 + t * 196;
		const near = lanterns[Math.floor(r() * lanterns.length)]!;
		return ellipse(
			near.x + r.between(-26, 26) * (0.5 + t),
			y,
			r.between(5, 20) * (0.5 + t),
			1.1 + t * 1.2,
			r.pick(['#ffbf66', '#ff9a55', '#ffe0a0', '#e8728a']),
			{ opacity: r.between(0.2, 0.65) },
		);
	}).join('');

const boat = (): string =>
	group(
		at(118, 742, 1.05),
		ellipse(0, 18, 84, 7, '#060a1e', { opacity: 0.55, filter: 'url(#blur2)' }),
		group(
			{ filter: 'url(#grain)' },
			path('M-92 -12Q-60 14 0 14Q62 14 98 -18Q84 24 40 27H-44Q-82 22 -92 -12Z', '#4b2c33'),
			stroke('M-88 -8Q-50 16 2 16Q60 16 94 -14', '#c98155', 2.4),
			path('M-44 10V-22Q-8 -48 34 -22V10Z', '#2a1f3f'),
			path('M-52 -18Q-8 -52 42 -18L34 -16Q-8 -42 -44 -16Z', '#8d4a3c'),
			rect(-30, -16, 20, 22, '#ffce75'),
			rect(2, -16, 20, 22, '#ffb556'),
			stroke('M-20 -16V6M12 -16V6', '#2a1f3f', 2),
			circle(74, -30, 8, '#ff7d4d'),
			stroke('M74 -46V-16', '#2a1526', 1.6),
		),
	);

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 490, 660, 'url(#sky)')),
	group(
		{ filter: 'url(#blur8)', opacity: 0.5 },
		path('M-20 60C120 120 240 90 500 250V320C300 200 120 220 -20 150Z', '#6b5aa8'),
	),
	dabs(r, 190, box(0, 0, 480, 470), ['#ffffff', '#cfd8ff', '#ffe9c4'], {
		size: [0.5, 1.5],
		opacity: 0.85,
	}),
	circle(392, 92, 34, '#fbf0d0'),
	circle(380, 84, 7, '#e4d3a8'),
	circle(402, 104, 9, '#e8d8b0'),
	circle(398, 80, 4, '#e4d3a8'),
	...lanterns.map(({ x, y, size }) => circle(x, y, size * 2.4, 'url(#glow)', { opacity: 0.35 })),
	group(
		{ filter: 'url(#mottle)' },
		path(
			ridge(r, 480, (s) => 470 - 40 * Math.sin(s * 3), 46, 660, 0.3),
			'#4a3470',
		),
	),
	group(
		{ filter: 'url(#mottle)' },
		path(
			ridge(r, 480, (s) => 530 + 26 * Math.sin(s * 4 + 1), 34, 660, 0.35),
			'#33285a',
		),
	),
	...Array.from({ length: 26 }, (_, i) =>
		fir(r, i * 19 + r.between(-6, 6), 604, r.between(38, 76), ['#1d1a40', '#3a3266']),
	),
	village(),
	pagoda(),
	group({ filter: 'url(#fibre)' }, rect(-5, 622, 490, 215, 'url(#river)')),
	dashes(r, 240, box(-5, 630, 490, 200), ['#8d6aa8', '#20204c', '#c97f92'], {
		angle: 0,
		spread: 3,
		length: [10, 34],
		width: 1.3,
		opacity: 0.4,
	}),
	reflections(),
	rect(-5, 618, 490, 7, '#15132f'),
	boat(),
].join('');

export const lanternScene: Scene = {
	...layered(480, 832, defs, [
		{ name: 'ground', svg: ground },
		...lanterns.map((one, i) => ({ name: `mover-${i + 1}` as const, svg: lantern(one, i) })),
	]),
	id: 'lanterns',
	name: 'Sky lanterns',
	prompt:
		'Paper sky lanterns rise slowly into the night over a river, the village and the boat stand still.',
	tracks: [
		...lanterns.map(({ x, y, size }, i) => {
			const rise = 40 + size * 3.1;
			const drift = (i % 2 ? 1 : -1) * (8 + size * 0.4);
			return moves(
				`${i + 1}`,
				`Lantern ${i + 1}`,
				[
					[x, y],
					[x + drift, y - rise * 0.4],
					[x - drift * 0.3, y - rise * 0.75],
					[x + drift * 0.8, y - rise],
				],
				{ snap: 12, ...timed({ start: (i % 4) * 0.06, easing: 'easeOut' }) },
			);
		}),
		...pins([238, 560], [118, 738], [370, 590], [60, 590]),
	],
};
