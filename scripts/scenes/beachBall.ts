// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene } from './kit/scene.ts';
import { blob, type Place, polygon } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, cloud, dabs, dashes, grass } from './kit/textures.ts';

const r = random(19);
const start: Place = [132, 176];

const defs = [
	linear('sky', [
		[0, '#2f8fd0'],
		[0.6, '#8fd0e6'],
		[1, '#e2f3e4'],
	]),
	linear('sea', [
		[0, '#1b7fa6'],
		[0.5, '#2aa7b4'],
		[1, '#9fe3d3'],
	]),
	linear('sand', [
		[0, '#f7dfa6'],
		[0.4, '#efcf8c'],
		[1, '#d9a760'],
	]),
	radial(
		'shade',
		[
			[0, '#fff', 0.5],
			[0.4, '#fff', 0],
			[0.75, '#20325c', 0.08],
			[1, '#20325c', 0.55],
		],
		0.36,
		0.3,
		0.75,
	),
].join('');

function ball(): string {
	const colors = ['#e6352f', '#fff6e4', '#1d63b8', '#ffc52e', '#fff6e4', '#1f9d6b'];
	const wedges = colors.map((color, i) => {
		const a = ((i * 60 - 20) * Math.PI) / 180;
		const b = ((i * 60 + 40) * Math.PI) / 180;
		const pole: Place = [-9, -12];
		return path(
			`M${pole[0]} ${pole[1]}Q${Math.cos(a) * 30 + 4} ${Math.sin(a) * 30 - 6} ${Math.cos(a) * 60} ${Math.sin(a) * 60}L${Math.cos(b) * 60} ${Math.sin(b) * 60}Q${Math.cos(b) * 30 + 4} ${Math.sin(b) * 30 - 6} ${pole[0]} ${pole[1]}Z`,
			color,
		);
	});
	const marks = [20, 140, 260].map((a) => {
		const t = ((a + 50) * Math.PI) / 180;
		return group(
			at(Math.cos(t) * 31 - 1, Math.sin(t) * 31 - 2, 0.62),
			path('M0 -11L3 -4L11 -3L5 2L7 10L0 6L-7 10L-5 2L-11 -3L-3 -4Z', '#d9463a'),
		);
	});
	return group(
		at(start[0], start[1], 1.06),
		group(
			{ filter: 'url(#grain)' },
			cut(
				'ball',
				'M-50 0A50 50 0 1 1 50 0A50 50 0 1 1 -50 0Z',
				'#fff',
				...wedges,
				...marks,
				circle(-9, -12, 8.5, '#fff6e4'),
				stroke('M-13 -12h8M-9 -16v8', '#c9b995', 1.4),
				dashes(r, 50, box(-50, -50, 100, 100), ['#fff', '#1d2c50'], {
					angle: 40,
					length: [4, 10],
					opacity: 0.2,
				}),
				circle(0, 0, 50.5, 'url(#shade)'),
			),
			circle(0, 0, 49.4, 'none', { stroke: '#2b2f55', 'stroke-width': 1.4, opacity: 0.55 }),
		),
		ellipse(-20, -26, 9, 5.5, '#fff', { opacity: 0.75, transform: 'rotate(-38 -20 -26)' }),
	);
}

function parasol(): string {
	const ribs = [-118, -72, -24, 26, 74, 118];
	return group(
		at(664, 236, 1, 9),
		stroke('M0 -60V168', '#f6efe2', 6),
		stroke('M2 -60V168', '#b89d77', 2),
		group(
			{ filter: 'url(#grain)' },
			...ribs
				.slice(0, -1)
				.map((x, i) =>
					path(
						`M0 -84Q${x * 0.75} -70 ${x} 6Q${(x + ribs[i + 1]!) / 2} 20 ${ribs[i + 1]!} 6Q${ribs[i + 1]! * 0.75} -70 0 -84Z`,
						i % 2 ? '#fff5e3' : '#e2563f',
					),
				),
			path('M0 -84Q88 -74 118 6Q96 16 74 6Q56 -66 0 -84Z', '#5d1a1a', { opacity: 0.22 }),
			dashes(r, 70, box(-62, -52, 130, 48), ['#fff', '#7a2018'], {
				angle: 80,
				spread: 30,
				length: [6, 14],
				width: 1,
				opacity: 0.28,
			}),
			circle(0, -86, 4.5, '#f3c13a'),
		),
	);
}

const castle = (): string =>
	group(
		at(436, 318, 0.82),
		ellipse(4, 40, 92, 9, '#8a5c28', { opacity: 0.4, filter: 'url(#blur2)' }),
		group(
			{ filter: 'url(#mottle)' },
			path(
				polygon([
					[-80, 40],
					[-62, -6],
					[-20, -6],
					[-20, -44],
					[20, -44],
					[20, -6],
					[60, -6],
					[80, 40],
				]),
				'#e0b26a',
			),
			...[-68, -46, 36, 54].map((x) => rect(x, -18, 12, 16, '#e9c07a')),
			...[-24, -6, 12].map((x) => rect(x, -58, 12, 16, '#e9c07a')),
			path('M20 -44V-6H60L80 40H40L20 10Z', '#8d5f2a', { opacity: 0.3 }),
			path('M-12 40V12Q-12 -4 0 -4Q12 -4 12 12V40Z', '#7a4f24'),
			rect(-5, -32, 10, 13, '#8a5a28'),
		),
		stroke('M0 -58V-88', '#6b4a2c', 2.4),
		path('M0 -88L30 -79L0 -70Z', '#d7382f'),
		dabs(r, 50, box(-70, -4, 140, 42), ['#f7dca2', '#b8863f'], { size: [0.8, 1.8], opacity: 0.7 }),
	);

const sailAt = (x: number, y: number, k: number, color: string): string =>
	group(
		at(x, y, k),
		path('M-16 0H18L12 7H-10Z', '#7b3f2c'),
		path('M0 -38L18 -3H0Z', color),
		path('M-2 -32L-13 -3H-2Z', '#fff7ea'),
	);

const starfish = (x: number, y: number, k: number): string =>
	group(
		at(x, y, k, 20),
		group(
			{ filter: 'url(#grain)' },
			path(
				polygon(
					Array.from(
						{ length: 10 },
						(_, i) =>
							[
								Math.cos((i * Math.PI) / 5) * (i % 2 ? 7 : 19),
								Math.sin((i * Math.PI) / 5) * (i % 2 ? 7 : 19),
							] as const,
					),
				),
				'#e0603f',
				{ stroke: '#e0603f', 'stroke-width': 5, 'stroke-linejoin': 'round' },
			),
			dabs(r, 22, box(-12, -12, 24, 24), ['#ffd0a6'], { size: [0.8, 1.4] }),
		),
	);

const foam = (y: number, amp: number, color: string, opacity: number): string => {
	let d = `M-10 ${y}`;
	for (let x = -10; x < 850; x += 40)
		d += `q10 ${amp} 20 ${r.between(-2, 2)}q10 ${-amp} 20 ${r.between(-2, 2)}`;
	return stroke(d, color, 3.2, { opacity, filter: 'url(#ragged)' });
};

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 190, 'url(#sky)')),
	cloud(r, [360, 60], [230, 46], ['#b9d8e8', '#f2f6f4', '#ffffff'], 0.9),
	cloud(r, [720, 92], [170, 34], ['#b9d8e8', '#f2f6f4', '#ffffff'], 0.8),
	group(
		{ filter: 'url(#mottle)' },
		path('M-10 160Q60 118 140 140T270 168L300 176H-10Z', '#5b8f7c'),
		path('M-10 168Q50 140 110 158T190 176H-10Z', '#3f735c'),
	),
	group({ filter: 'url(#fibre)' }, rect(-5, 174, 842, 130, 'url(#sea)')),
	dashes(r, 260, box(0, 182, 832, 90), ['#e9fbf4', '#0f6c8c', '#b5ece0'], {
		angle: 0,
		spread: 3,
		length: [8, 30],
		width: 1.3,
		opacity: 0.45,
	}),
	sailAt(330, 186, 0.8, '#f2b632'),
	sailAt(560, 182, 0.55, '#e0563f'),
	sailAt(470, 194, 1, '#fff2dc'),
	group(
		{ filter: 'url(#grain)' },
		path('M-10 292Q120 262 260 276T520 268T842 286V490H-10Z', 'url(#sand)'),
	),
	group(
		{ opacity: 0.6 },
		path(
			'M-10 286Q120 256 260 270T520 262T842 280V296Q680 280 520 278T260 286T-10 302Z',
			'#d9f5ea',
		),
	),
	foam(284, 6, '#ffffff', 0.95),
	foam(292, 4, '#ffffff', 0.6),
	group(
		{ filter: 'url(#grain)' },
		...Array.from({ length: 22 }, (_, i) =>
			path(
				`M${r.between(-40, 700)} ${320 + i * 10}q60 ${r.between(-7, -3)} ${r.between(90, 190)} 0q-70 6 -150 0Z`,
				i % 2 ? '#dfb468' : '#fdeec6',
				{ opacity: 0.55 },
			),
		),
	),
	dabs(r, 520, box(0, 306, 832, 174), ['#b98a48', '#fff3cf', '#c79b58', '#8f6a3a'], {
		size: [0.7, 1.9],
		opacity: 0.55,
		depth: 1,
	}),
	dabs(r, 26, box(20, 330, 800, 140), ['#f6efe6', '#e9b6a2', '#cf8f74'], {
		size: [2.4, 4.6],
		flat: 0.7,
		opacity: 0.95,
	}),
	path('M560 402Q660 386 780 396L752 424Q650 418 560 402Z', '#6d4a2a', {
		opacity: 0.35,
		filter: 'url(#blur4)',
	}),
	group(
		{ filter: 'url(#weave)' },
		path('M604 404L748 390L812 446L640 468Z', '#2f7fb8'),
		...[0, 1, 2, 3].map((i) =>
			path(
				`M${622 + i * 38} ${402 - i * 3.7}l14 -1.4L${702 + i * 40} ${460 - i * 5.4}l-16 2Z`,
				'#f7efdc',
			),
		),
	),
	parasol(),
	castle(),
	group(
		at(520, 424, 1),
		ellipse(2, 20, 26, 5, '#7a5228', { opacity: 0.4 }),
		group(
			{ filter: 'url(#grain)' },
			path('M-22 -18H22L16 20H-16Z', '#e23f37'),
			path('M-22 -18H22L21 -9H-21Z', '#ffcf3a'),
			path('M6 -18H22L16 20H8Z', '#7c1a20', { opacity: 0.3 }),
		),
		stroke('M-20 -18Q0 -50 20 -18', '#f2ead8', 3),
	),
	starfish(96, 432, 1),
	starfish(352, 452, 0.7),
	grass(r, 60, box(-6, 462, 120, 22), [18, 44], ['#6f8f3f', '#9cae56', '#4f7a3c']),
	group(
		{ filter: 'url(#grain)' },
		path(blob(r, 250, 446, 20, 11, 0.25), '#c9a57a'),
		path(blob(r, 272, 454, 11, 7, 0.25), '#a98762'),
	),
].join('');

/** Falls and three bounces, each lower: places at even times, so that the fall gathers speed. */
function bounces(): (readonly [number, number, { time: number; mode: 'smooth' | 'corner' }])[] {
	const floor = 372;
	const arcs = [
		{ from: 0, to: 0.24, x: 132, toX: 262, top: start[1], half: true },
		{ from: 0.24, to: 0.58, x: 262, toX: 432, top: 232, half: false },
		{ from: 0.58, to: 0.82, x: 432, toX: 548, top: 306, half: false },
		{ from: 0.82, to: 1, x: 548, toX: 622, top: 340, half: false },
	];
	return arcs.flatMap((arc, n) => {
		const steps = arc.half ? 4 : 6;
		return Array.from({ length: steps + (n === arcs.length - 1 ? 1 : 0) }, (_, i) => {
			const t = i / steps;
			// A whole bounce goes up and down, the first fall only down.
			const fall = arc.half ? t * t : (2 * t - 1) ** 2;
			return [
				arc.x + (arc.toX - arc.x) * t,
				arc.top + (floor - arc.top) * fall,
				{
					time: Math.round((arc.from + (arc.to - arc.from) * t) * 1000) / 1000,
					mode: i === 0 && n > 0 ? 'corner' : 'smooth',
				},
			] as const;
		});
	});
}

export const beachBall: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-ball', svg: ball() },
	]),
	id: 'beach-ball',
	name: 'A ball on the beach',
	prompt:
		'A beach ball falls and bounces three times along the sand, everything else stands still.',
	tracks: [
		moves('ball', 'Ball', bounces(), { snap: 16 }),
		...pins([664, 190], [700, 430], [560, 180], [470, 186], [98, 430]),
	],
};
