// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { type Place, star } from './kit/shapes.ts';
import { circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, dabs, dashes, foliage } from './kit/textures.ts';

const r = random(71);
const shoulder: Place = [520, 226];
const angle = -34;
const turn = 30;

const defs = [
	linear('wall', [
		[0, '#f3d9b1'],
		[1, '#d9a878'],
	]),
	radial('light', [
		[0, '#fff6d8', 0.9],
		[1, '#fff6d8', 0],
	]),
	linear('bench', [
		[0, '#b4763f'],
		[1, '#6d4020'],
	]),
	linear(
		'steel',
		[
			[0, '#8fd3d0'],
			[0.3, '#4fa8ac'],
			[0.7, '#2f7f8a'],
			[1, '#1c5260'],
		],
		[0, 0, 1, 0],
	),
	linear('orange', [
		[0, '#ffb45a'],
		[0.5, '#f08a2e'],
		[1, '#a8501a'],
	]),
	radial(
		'lens',
		[
			[0, '#fffbe0'],
			[0.4, '#ffe06a'],
			[1, '#e08a1e'],
		],
		0.4,
		0.36,
		0.7,
	),
].join('');

const bolt = (x: number, y: number, k = 1): string =>
	circle(x, y, 4.6 * k, '#24434c') +
	circle(x - 0.6 * k, y - 0.8 * k, 3.6 * k, '#d9c08a') +
	stroke(`M${x - 2.4 * k} ${y - 1}L${x + 2 * k} ${y + 1}`, '#6d5428', 1.2 * k);

function body(): string {
	return [
		ellipse(416, 424, 150, 13, '#3a1f10', { opacity: 0.5, filter: 'url(#blur4)' }),
		group(
			{ filter: 'url(#grain)' },
			...[364, 444].map(
				(x) =>
					rect(x, 352, 26, 52, '#8a949c') +
					stroke(`M${x} 364h26M${x} 376h26M${x} 388h26`, '#4a545c', 3) +
					path(
						`M${x - 14} 424Q${x - 14} 398 ${x + 13} 398Q${x + 40} 398 ${x + 40} 424Z`,
						'#f08a2e',
					) +
					path(`M${x + 16} 398Q${x + 40} 400 ${x + 40} 424H${x + 20}Z`, '#8f4312', {
						opacity: 0.5,
					}),
			),
			cut(
				'torso',
				'M336 206Q336 192 350 192H484Q498 192 498 206L490 350Q488 362 476 362H358Q346 362 344 350Z',
				'url(#steel)',
				rect(330, 320, 180, 10, '#1c5260', { opacity: 0.5 }),
				dashes(r, 90, box(336, 192, 162, 170), ['#d6f6f0', '#123c46'], {
					angle: 90,
					spread: 6,
					length: [5, 14],
					width: 1,
					opacity: 0.28,
				}),
			),
			stroke(
				'M336 206Q336 192 350 192H484Q498 192 498 206L490 350Q488 362 476 362H358Q346 362 344 350Z',
				'#163f4a',
				2.4,
			),
			rect(364, 222, 106, 74, '#163a44', { rx: 9 }),
			rect(370, 228, 94, 62, '#0f2a32', { rx: 6 }),
			...[0, 1, 2, 3, 4, 5, 6].map((i) =>
				rect(
					378 + i * 11.6,
					282 - [14, 26, 40, 22, 34, 18, 28][i]!,
					8,
					[14, 26, 40, 22, 34, 18, 28][i]!,
					['#ff7a5a', '#ffd15a', '#7ae0a8'][i % 3]!,
				),
			),
			circle(376, 344 - 4, 8, '#e8503f'),
			circle(400, 340, 8, '#ffcf4a'),
			circle(424, 340, 8, '#6fd08a'),
			rect(442, 332, 34, 16, '#f3e2b8', { rx: 3 }),
			stroke('M448 340h22', '#7a5a3a', 2),
			...[
				[348, 204],
				[486, 204],
				[354, 350],
				[480, 350],
			].map(([x, y]) => bolt(x!, y!)),
			rect(392, 168, 50, 26, '#6f7a82'),
			stroke('M392 176h50M392 184h50', '#3f484f', 2.6),
			cut(
				'head',
				'M332 76Q332 56 352 56H482Q502 56 502 76V150Q502 170 482 170H352Q332 170 332 150Z',
				'url(#orange)',
				path('M470 50H510V176H462Q484 110 470 50Z', '#7a3410', { opacity: 0.4 }),
				dashes(r, 90, box(332, 56, 170, 114), ['#ffe0a8', '#8a4312'], {
					angle: 90,
					spread: 6,
					length: [5, 12],
					width: 1,
					opacity: 0.3,
				}),
				rect(326, 148, 180, 6, '#a8501a', { opacity: 0.6 }),
			),
			stroke(
				'M332 76Q332 56 352 56H482Q502 56 502 76V150Q502 170 482 170H352Q332 170 332 150Z',
				'#7a3812',
				2.4,
			),
			...[378, 456].map(
				(x) =>
					circle(x, 104, 27, '#2a3f48') +
					circle(x, 104, 22, 'url(#lens)') +
					circle(x + 4, 104, 10, '#2a1c14') +
					circle(x, 99, 4.6, '#fff'),
			),
			path('M384 142H450Q446 158 417 158Q388 158 384 142Z', '#3a1f14'),
			path('M392 142H442V147H392Z', '#fff4dc'),
			circle(352, 136, 9, '#ff7a4a', { opacity: 0.6 }),
			circle(484, 136, 9, '#ff7a4a', { opacity: 0.6 }),
			rect(318, 92, 14, 34, '#8a949c', { rx: 4 }),
			rect(502, 92, 14, 34, '#8a949c', { rx: 4 }),
			stroke('M417 56V30', '#6f7a82', 5),
			circle(417, 24, 10, '#e8503f'),
			circle(414, 21, 3, '#ffd0c0'),
			stroke('M338 226Q296 240 292 300', '#8a949c', 22),
			stroke('M338 226Q296 240 292 300', '#5a646c', 22, {
				'stroke-dasharray': '2.4 7',
				'stroke-linecap': 'butt',
			}),
			path('M270 300H314L310 322H274Z', '#f08a2e'),
			path('M274 322Q262 346 280 352L288 332H298L306 352Q322 346 310 322Z', '#d9741e'),
			circle(338, 226, 19, '#2f7f8a'),
			bolt(338, 226, 1.6),
			circle(shoulder[0] - 8, shoulder[1], 22, '#2f7f8a'),
		),
	].join('');
}

function arm(): string {
	return group(
		{ transform: `translate(${shoulder[0]} ${shoulder[1]}) rotate(${angle})` },
		group(
			{ filter: 'url(#grain)' },
			cut(
				'upper',
				'M-16 -18H86Q98 -18 98 0Q98 18 86 18H-16Q-26 18 -26 0Q-26 -18 -16 -18Z',
				'url(#steel)',
				...[20, 34, 48, 62].map((x) => rect(x, -20, 6, 40, '#f6e2b0')),
				dashes(r, 40, box(-20, -18, 116, 36), ['#d6f6f0', '#123c46'], {
					angle: 0,
					length: [5, 12],
					width: 1,
					opacity: 0.35,
				}),
			),
			stroke(
				'M-16 -18H86Q98 -18 98 0Q98 18 86 18H-16Q-26 18 -26 0Q-26 -18 -16 -18Z',
				'#163f4a',
				2.4,
			),
			bolt(0, 0, 2),
			bolt(82, 0, 1.4),
			rect(94, -12, 22, 24, '#6f7a82'),
			stroke('M100 -12V12M106 -12V12M112 -12V12', '#3f484f', 2.4),
			cut(
				'hand',
				'M112 -26H136Q150 -30 158 -46Q166 -58 174 -50Q178 -44 172 -34L168 -24L196 -30Q206 -30 206 -21Q206 -14 198 -12L180 -8L206 -6Q214 -4 213 4Q212 11 203 11L180 10L200 16Q208 20 205 27Q201 34 193 31L170 24Q160 30 142 30H112Z',
				'url(#orange)',
				path('M112 8H220V40H112Z', '#7a3410', { opacity: 0.32 }),
				dashes(r, 50, box(112, -50, 100, 84), ['#ffe0a8', '#8a4312'], {
					angle: 10,
					length: [4, 9],
					width: 1,
					opacity: 0.4,
				}),
				path(star(140, 0, 13, 5.4, 5), '#fff4dc'),
				rect(112, -26, 8, 56, '#2f7f8a'),
			),
			stroke(
				'M112 -26H136Q150 -30 158 -46Q166 -58 174 -50Q178 -44 172 -34L168 -24L196 -30Q206 -30 206 -21Q206 -14 198 -12L180 -8L206 -6Q214 -4 213 4Q212 11 203 11L180 10L200 16Q208 20 205 27Q201 34 193 31L170 24Q160 30 142 30H112Z',
				'#7a3812',
				2.2,
			),
		),
	);
}

const shelf = (y: number): string =>
	group(
		{ filter: 'url(#bark)' },
		rect(-5, y, 250, 12, '#8a5528'),
		rect(-5, y + 12, 250, 4, '#4a2c14'),
	) + stroke(`M30 ${y + 14}v18h-18M216 ${y + 14}v18h-18`, '#4a3a30', 4);

const jar = (x: number, y: number, colors: readonly string[]): string =>
	rect(x, y - 46, 32, 46, '#cfe3e0', { rx: 5, opacity: 0.75 }) +
	dabs(r, 34, box(x + 4, y - 34, 24, 32), colors, { size: [2.2, 3.8], opacity: 0.95 }) +
	rect(x - 2, y - 52, 36, 9, '#b8863f', { rx: 2 });

const gear = (x: number, y: number, k: number, color: string): string =>
	group(
		{ filter: 'url(#grain)' },
		path(star(x, y, 30 * k, 23 * k, 12), color),
		circle(x, y, 20 * k, color),
		circle(x, y, 12 * k, '#7a5a34'),
		circle(x, y, 7 * k, '#f3d9b1'),
		...[0, 60, 120, 180, 240, 300].map((a) =>
			circle(
				x + 16 * k * Math.cos((a * Math.PI) / 180),
				y + 16 * k * Math.sin((a * Math.PI) / 180),
				2 * k,
				'#4a3420',
			),
		),
	);

const books = (x: number, y: number): string =>
	['#c93f3a', '#2f6a8a', '#e8b84a', '#4a7f52', '#7a4a80', '#d9742e']
		.map((c, i) => {
			const h = 40 + ((i * 7) % 17);
			return (
				rect(x + i * 13, y - h, 11.5, h, c) +
				rect(x + i * 13, y - h + 7, 11.5, 3, '#fff0d0') +
				rect(x + i * 13 + 8, y - h, 3, h, '#000', { opacity: 0.18 })
			);
		})
		.join('');

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 400, 'url(#wall)')),
	...Array.from({ length: 15 }, (_, row) =>
		Array.from({ length: 12 }, (_, k) =>
			rect(
				k * 74 - 30 + (row % 2) * 37,
				row * 26 - 6,
				70,
				23,
				r.pick(['#e8c398', '#d9ae80', '#f0d0a8', '#e0b488']),
				{ opacity: 0.55, rx: 2 },
			),
		).join(''),
	),
	circle(640, 60, 330, 'url(#light)', { opacity: 0.7 }),
	group(
		{ filter: 'url(#grain)' },
		rect(650, 40, 150, 170, '#7d4f2c'),
		rect(660, 50, 130, 150, '#bfe3ee'),
		path('M660 160Q690 130 720 152T790 140V200H660Z', '#7fb07a'),
		circle(764, 78, 13, '#fff3c4'),
		rect(722, 50, 6, 150, '#7d4f2c'),
		rect(660, 118, 130, 6, '#7d4f2c'),
		rect(640, 206, 170, 12, '#8f5c34'),
	),
	foliage(r, [672, 184], [24, 20], 70, ['#2f5a3a', '#4a7f45', '#79a855'], [9, 4]),
	path('M656 206H690L685 182H661Z', '#c2623e'),
	shelf(140),
	shelf(262),
	jar(20, 140, ['#e8503f', '#ffd15a']),
	jar(62, 140, ['#5a8fd0', '#d9e6f2']),
	jar(104, 140, ['#6fb06a', '#f3e2b8']),
	books(152, 140),
	gear(52, 232, 1, '#b8863f'),
	gear(106, 238, 0.78, '#9aa4ac'),
	rect(142, 218, 46, 44, '#c93f3a', { rx: 4 }),
	stroke('M152 218v-12h26v12', '#8f2a28', 5),
	rect(142, 232, 46, 5, '#ffd9a0'),
	circle(206, 244, 16, '#3f7a8a'),
	circle(206, 244, 8, '#e8dcc0'),
	...[0, 1, 2, 3, 4].map(
		(i) =>
			stroke(`M${260 + i * 17} 30v${44 + i * 7}`, '#8a949c', 4 + (i % 2) * 2) +
			rect(
				256 + i * 17,
				74 + i * 7,
				9,
				26,
				['#c93f3a', '#e8b84a', '#2f6a8a', '#4a7f52', '#d9742e'][i]!,
				{ rx: 3 },
			),
	),
	rect(250, 22, 84, 9, '#6d4020'),
	group(
		{ filter: 'url(#bark)' },
		rect(-5, 396, 842, 30, 'url(#bench)'),
		rect(-5, 424, 842, 66, '#4f2e17'),
		rect(-5, 396, 842, 4, '#e0a868'),
	),
	dashes(r, 120, box(0, 398, 832, 24), ['#e8b47a', '#4a2a14'], {
		angle: 0,
		spread: 2,
		length: [20, 70],
		width: 1.2,
		opacity: 0.5,
	}),
	...[60, 320, 580].map(
		(x) =>
			group(
				{ filter: 'url(#bark)' },
				rect(x, 438, 220, 46, '#7a4a26'),
				rect(x + 6, 444, 208, 36, '#8f5a30'),
			) + circle(x + 110, 462, 7, '#e0b45a'),
	),
	group(
		{ filter: 'url(#grain)' },
		path('M88 396L98 340H152L162 396Z', '#4a7f8a'),
		rect(92, 332, 66, 12, '#3a6670'),
		stroke('M104 332L96 288M122 332V280M142 332L150 292', '#b8863f', 6),
		path('M90 290L100 268L108 290ZM116 282h12v-18h-12ZM144 294L160 276L158 298Z', '#9aa4ac'),
	),
	group(
		{ filter: 'url(#grain)' },
		rect(612, 366, 96, 30, '#c2623e', { rx: 4 }),
		stroke('M636 366q24 -26 48 0', '#7a3a22', 5),
		rect(612, 378, 96, 5, '#ffd9a0'),
		ellipse(660, 398, 60, 4, '#3a1f10', { opacity: 0.4 }),
	),
	gear(742, 372, 0.86, '#b8863f'),
	gear(790, 380, 0.6, '#9aa4ac'),
	stroke('M196 392L262 384', '#8a949c', 7),
	circle(264, 384, 10, '#8a949c'),
	circle(266, 384, 5, '#d9a878'),
	circle(224, 380, 0, '#000'),
	body(),
].join('');

/** A place on the arm (along it, across it) and its way while the arm turns. */
const swung = (along: number, across: number): Place[] =>
	Array.from({ length: 5 }, (_, i) => {
		const a = ((angle - (turn * i) / 4) * Math.PI) / 180;
		return [
			shoulder[0] + along * Math.cos(a) - across * Math.sin(a),
			shoulder[1] + along * Math.sin(a) + across * Math.cos(a),
		] as const;
	});
const waving = timed({ end: 0.25, easing: 'easeInOut', repeat: { count: 4, pingPong: true } });

export const robot: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-arm', svg: arm() },
	]),
	id: 'robot',
	name: 'Hello from the workshop',
	prompt:
		'A friendly tin robot on a workbench waves its raised arm from side to side, everything else stands still.',
	tracks: [
		moves('arm', 'Hand', swung(142, 0), { groupId: 'arm', snap: 0, ...waving }),
		moves('arm', 'Elbow', swung(82, 0), { groupId: 'arm', snap: 0, ...waving }),
		...pins([417, 104], [417, 262], [742, 372], [52, 232], [168, 120]),
	],
};
