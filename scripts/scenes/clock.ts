// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { leaf, type Place, star } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes } from './kit/textures.ts';

const r = random(12);
const pivot: Place = [232, 337];
const hang = 245;
const swing = 9;

const defs = [
	linear('wall', [
		[0, '#1f4d4f'],
		[1, '#17393f'],
	]),
	radial('lampLight', [
		[0, '#ffe3a0', 0.85],
		[0.5, '#ffc870', 0.3],
		[1, '#ffc870', 0],
	]),
	linear(
		'wood',
		[
			[0, '#5d2f1b'],
			[0.2, '#9a5a30'],
			[0.6, '#8a4c29'],
			[1, '#4a2415'],
		],
		[0, 0, 1, 0],
	),
	linear(
		'inside',
		[
			[0, '#1c0f0c'],
			[0.5, '#3a2117'],
			[1, '#20120d'],
		],
		[0, 0, 1, 0],
	),
	radial('dial', [
		[0, '#fffaf0'],
		[0.75, '#f3e4c4'],
		[1, '#c9a873'],
	]),
	radial(
		'brass',
		[
			[0, '#fff1b8'],
			[0.4, '#eebf55'],
			[0.8, '#b37a26'],
			[1, '#6d4414'],
		],
		0.38,
		0.32,
		0.75,
	),
	linear('shade', [
		[0, '#ffdf9c'],
		[1, '#f2a24a'],
	]),
].join('');

function wallpaper(): string {
	const sprigs: string[] = [];
	for (let row = 0; row < 16; row++)
		for (let k = 0; k < 9; k++) {
			const x = k * 60 + (row % 2) * 30 - 10;
			const y = row * 46 - 10;
			sprigs.push(
				group(
					at(x, y, 1, row % 2 ? 18 : -18),
					stroke('M0 18V-10', '#3d7670', 1.6),
					...[-40, -140, -70, -110].map((a, i) =>
						path(leaf(0, i < 2 ? 8 : -4, 15, 4, a), i % 2 ? '#3f7f74' : '#578f7c'),
					),
					...[0, 72, 144, 216, 288].map((a) =>
						circle(
							Math.cos((a * Math.PI) / 180) * 4.4,
							-15 + Math.sin((a * Math.PI) / 180) * 4.4,
							3.2,
							'#d98a6a',
						),
					),
					circle(0, -15, 2.4, '#f5d28a'),
				),
			);
		}
	return group({ opacity: 0.85 }, ...sprigs);
}

function caseOfClock(): string {
	const hours = Array.from({ length: 12 }, (_, i) => {
		const a = ((i * 30 - 90) * Math.PI) / 180;
		return group(
			{
				transform: `translate(${232 + Math.cos(a) * 54} ${214 + Math.sin(a) * 54}) rotate(${i * 30})`,
			},
			rect(-2.2, -6, 4.4, 12, '#3a2416'),
		);
	});
	return [
		rect(110, 120, 254, 690, '#07110f', { opacity: 0.5, filter: 'url(#blur8)' }),
		group(
			{ filter: 'url(#bark)' },
			path('M110 780H354L364 818H100Z', 'url(#wood)'),
			rect(124, 304, 216, 478, 'url(#wood)'),
			path('M112 128H352V300H112Z', 'url(#wood)'),
			path('M100 132Q112 84 168 96Q196 60 232 58Q268 60 296 96Q352 84 364 132Z', 'url(#wood)'),
			path('M104 296H360L348 316H116Z', '#6e3a20'),
			path('M100 126H364V138H100Z', '#b0713c'),
		),
		path('M232 50L244 72H220Z', '#d6a24a'),
		circle(232, 46, 8, 'url(#brass)'),
		circle(118, 110, 6, 'url(#brass)'),
		circle(346, 110, 6, 'url(#brass)'),
		stroke('M150 118Q190 84 232 108Q274 84 314 118', '#d8a055', 3),
		path(leaf(232, 108, 30, 8, -90), '#c08a45'),
		group(
			{ filter: 'url(#grain)' },
			circle(232, 214, 77, '#7a4a24'),
			circle(232, 214, 72, 'url(#brass)'),
			circle(232, 214, 66, 'url(#dial)'),
			path(star(232, 214, 30, 12, 8), '#b8763a', { opacity: 0.55 }),
		),
		...hours,
		stroke('M232 214L203 190', '#241510', 5),
		stroke('M232 214L262 164', '#241510', 3.4),
		circle(232, 214, 5, '#8a3524'),
		dashes(r, 90, box(116, 300, 20, 470), ['#d0955a', '#3a1c10'], {
			angle: 90,
			spread: 4,
			length: [14, 50],
			width: 1,
			opacity: 0.4,
		}),
		dashes(r, 90, box(328, 300, 14, 470), ['#a0683a', '#2a130b'], {
			angle: 90,
			spread: 4,
			length: [14, 50],
			width: 1,
			opacity: 0.4,
		}),
		rect(142, 332, 180, 372, '#c48a48'),
		rect(147, 337, 170, 362, 'url(#inside)'),
		dashes(r, 150, box(150, 340, 164, 296), ['#5b3724', '#120907'], {
			angle: 90,
			spread: 3,
			length: [20, 60],
			width: 1.4,
			opacity: 0.5,
		}),
		...[172, 292].map(
			(x, i) =>
				stroke(`M${x} 337V${i ? 520 : 470}`, '#caa04e', 2) +
				rect(x - 8, i ? 520 : 470, 16, 62, 'url(#brass)', { rx: 3 }) +
				stroke(`M${x - 8} ${(i ? 520 : 470) + 14}h16m-16 34h16`, '#7a5018', 1.6),
		),
		rect(150, 722, 164, 44, '#6d3a20'),
		stroke('M156 728H308V760H156Z', '#c48a48', 2.4),
		path(star(232, 744, 15, 6, 8), '#c48a48'),
	].join('');
}

function pendulum(): string {
	return group(
		{ transform: `rotate(${-swing} ${pivot[0]} ${pivot[1]})` },
		group(
			{ filter: 'url(#grain)' },
			rect(pivot[0] - 3.5, pivot[1], 7, hang - 30, '#e2b04e'),
			rect(pivot[0] - 3.5, pivot[1], 2.4, hang - 30, '#fff0b8'),
			path(
				`M${pivot[0] - 13} ${pivot[1] + hang - 46}H${pivot[0] + 13}L${pivot[0] + 8} ${pivot[1] + hang - 28}H${pivot[0] - 8}Z`,
				'#c98f34',
			),
			cut(
				'bob',
				`M${pivot[0] - 35} ${pivot[1] + hang}a35 35 0 1 1 70 0a35 35 0 1 1 -70 0Z`,
				'url(#brass)',
				...Array.from({ length: 16 }, (_, i) =>
					path(leaf(pivot[0], pivot[1] + hang, 32, 4.6, i * 22.5), i % 2 ? '#8e5618' : '#fbe08a'),
				),
				circle(pivot[0], pivot[1] + hang, 13, '#7c3f1c'),
				path(star(pivot[0], pivot[1] + hang, 11, 4.6, 5), '#ffe9a0'),
			),
			circle(pivot[0], pivot[1] + hang, 33.5, 'none', { stroke: '#5d3a10', 'stroke-width': 3 }),
			circle(pivot[0], pivot[1] + hang, 29.5, 'none', {
				stroke: '#fff0b0',
				'stroke-width': 1.2,
				opacity: 0.8,
			}),
		),
	);
}

const cat = (): string =>
	group(
		at(404, 742, 0.95),
		ellipse(0, 32, 64, 8, '#0a0c0c', { opacity: 0.5, filter: 'url(#blur2)' }),
		group(
			{ filter: 'url(#grain)' },
			path('M-56 24C-62 -6 -34 -30 2 -28C38 -28 60 -6 54 26C30 36 -34 36 -56 24Z', '#d9873f'),
			path('M-50 4L-56 -26L-34 -14Q-22 -20 -10 -14L6 -28L8 0Q6 22 -22 22Q-48 20 -50 4Z', '#e39a52'),
			path('M-16 -15L4 -31L9 -6Z', '#e39a52', { stroke: '#b8692f', 'stroke-width': 1.2 }),
			path('M-6 -15L3 -25L5 -10Z', '#f2b8a0'),
			path('M-49 -4L-54 -20L-41 -12Z', '#f2b8a0'),
			stroke('M-40 -2q6 5 12 0M-14 -2q6 5 12 0', '#4a2a16', 2.2),
			path('M-24 6h8l-4 5Z', '#8a3f30'),
			stroke('M-20 11q-4 5 -9 2M-20 11q4 5 9 2', '#4a2a16', 1.4),
			stroke(
				'M-36 -14l3 9M-26 -18l2 9M-14 -16l-1 8M18 -26q8 12 4 26M32 -22q10 14 6 28M44 -10q6 12 2 22',
				'#a85a24',
				4,
				{ opacity: 0.9 },
			),
			path('M52 14C70 30 40 44 0 36Q-20 34 -12 28Q20 34 40 20Z', '#c9743a'),
			dashes(r, 70, box(-50, -24, 100, 50), ['#f6c48a', '#9a5222'], {
				angle: 60,
				length: [4, 9],
				width: 1,
				opacity: 0.5,
			}),
		),
	);

const ground = [
	group({ filter: 'url(#weave)' }, rect(-5, -5, 490, 700, 'url(#wall)')),
	wallpaper(),
	circle(430, 470, 250, 'url(#lampLight)'),
	group(
		{ filter: 'url(#bark)' },
		rect(-5, 660, 490, 40, '#4b2c1d'),
		rect(-5, 656, 490, 8, '#7a4b2e'),
	),
	group(
		{ filter: 'url(#bark)' },
		path('M-5 700H490V840H-5Z', '#6b3f27'),
		...[0, 1, 2, 3, 4, 5, 6].map((i) =>
			path(`M${i * 90 - 60} 840L${i * 66 + 20} 700h3L${i * 90 - 54} 840Z`, '#341b10'),
		),
	),
	group(
		{ filter: 'url(#weave)' },
		ellipse(260, 800, 270, 40, '#7e2b2b'),
		ellipse(260, 800, 244, 33, '#c79a55'),
		ellipse(260, 800, 232, 30, '#8c3330'),
	),
	group(
		{ filter: 'url(#grain)' },
		rect(26, 150, 66, 84, '#b98542'),
		rect(32, 156, 54, 72, '#cfe0d4'),
		path('M32 228V200L52 178L66 196L74 188L86 204V228Z', '#5a8a72'),
		circle(72, 172, 6, '#f2c45a'),
	),
	group(
		{ filter: 'url(#grain)' },
		ellipse(60, 330, 30, 38, '#b98542'),
		ellipse(60, 330, 24, 32, '#2c3d46'),
		path('M42 346Q44 322 60 322Q76 322 78 346Q60 364 42 346Z', '#c9b08a'),
		circle(60, 314, 10, '#e8cba2'),
	),
	group(
		{ filter: 'url(#grain)' },
		rect(384, 150, 74, 56, '#9a6a36'),
		rect(390, 156, 62, 44, '#e9d9b2'),
		path('M390 200Q404 172 420 190Q436 166 452 200Z', '#7d8fae'),
	),
	stroke('M430 548V690', '#3a2618', 6),
	ellipse(430, 694, 30, 6, '#2a1a10'),
	group({ filter: 'url(#weave)' }, path('M404 452H456L478 548H382Z', 'url(#shade)')),
	stroke('M404 452H456M382 548H478M417 452L406 548M443 452L454 548M430 452V548', '#b8662a', 1.6, {
		opacity: 0.6,
	}),
	group(
		{ filter: 'url(#grain)' },
		path('M22 720H84L76 790H30Z', '#b0583a'),
		path('M18 712H88V728H18Z', '#cc7048'),
		...[-150, -125, -105, -88, -70, -50, -28].map((a, i) =>
			path(leaf(53, 716, 92 + (i % 3) * 22, 11, a), i % 2 ? '#3f7d4a' : '#5a9a55'),
		),
		...[-138, -98, -60].map((a) => path(leaf(53, 716, 84, 3, a), '#a4cf7a', { opacity: 0.6 })),
	),
	caseOfClock(),
	cat(),
	dabs(r, 40, box(300, 380, 180, 260), ['#ffe9b0'], { size: [0.6, 1.4], opacity: 0.5 }),
].join('');

/** The way of a place on the pendulum, so far below its pivot. */
const arc = (below: number): Place[] =>
	[-swing, 0, swing].map((degrees) => {
		// Clockwise on the screen is towards the left of a thing that hangs.
		const a = (degrees * Math.PI) / 180;
		return [pivot[0] - Math.sin(a) * below, pivot[1] + Math.cos(a) * below] as const;
	});
const swinging = timed({ end: 0.3333, easing: 'easeInOut', repeat: { count: 3, pingPong: true } });

export const clock: Scene = {
	...layered(480, 832, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-pendulum', svg: pendulum() },
	]),
	id: 'clock',
	name: 'The old clock',
	prompt:
		'The brass pendulum of a grandfather clock swings evenly to and fro, the room is still, a cat sleeps.',
	tracks: [
		moves('pendulum', 'Bob', arc(hang), { groupId: 'pendulum', snap: 0, ...swinging }),
		moves('pendulum', 'Rod', arc(hang - 40), { groupId: 'pendulum', snap: 0, ...swinging }),
		...pins([232, 176], [60, 190], [420, 176], [396, 736], [56, 700]),
	],
};
