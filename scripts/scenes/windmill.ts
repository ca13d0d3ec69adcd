// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene } from './kit/scene.ts';
import { type Place, polygon, ridge } from './kit/shapes.ts';
import { circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, cloud, dabs, dashes, foliage, grass } from './kit/textures.ts';

const hub: Place = [548, 176];
const reach = 152;
const sailAngles = [-62, 28, 118, 208];

const r = random(41);

const defs = [
	linear('sky', [
		[0, '#6fa9d6'],
		[0.5, '#bfdfe6'],
		[0.85, '#fdeecb'],
		[1, '#ffe2ae'],
	]),
	radial('sun', [
		[0, '#fffbe6'],
		[0.25, '#fff1c0', 0.9],
		[1, '#fff1c0', 0],
	]),
	linear('water', [
		[0, '#fbe9c6'],
		[0.5, '#9cc7d6'],
		[1, '#4c8aa5'],
	]),
	linear(
		'tower',
		[
			[0, '#8a4a32'],
			[0.35, '#b86a46'],
			[0.7, '#a4583a'],
			[1, '#5f3327'],
		],
		[0, 0, 1, 0],
	),
	linear(
		'cap',
		[
			[0, '#6b5a3c'],
			[0.4, '#a68b55'],
			[1, '#463a28'],
		],
		[0, 0, 1, 0],
	),
].join('');

/** Rows of tulips that meet at a point of the horizon. */
function field(): string {
	const meet: Place = [300, 296];
	const colors = ['#d8342f', '#f0b429', '#e7598b', '#fff1d8', '#8e3fa8', '#e2502c'];
	const rows: string[] = [];
	for (let i = -9; i <= 24; i++) {
		const x = 300 + i * 92;
		const d = polygon([
			[meet[0] + i * 4.5, 300],
			[meet[0] + (i + 0.62) * 4.5, 300],
			[x + 62, 490],
			[x, 490],
		]);
		const color = colors[(i + 18) % colors.length]!;
		const marks: string[] = [];
		for (let k = 0; k < 130; k++) {
			const t = r() ** 0.6;
			const left = meet[0] + i * 4.5 + (x - meet[0] - i * 4.5) * t;
			const wide = 2.8 + 60 * t;
			const px = left + r() * wide;
			const py = 300 + 190 * t;
			const s = 0.5 + 3.8 * t;
			marks.push(
				ellipse(px, py, s, s * 1.25, r() < 0.3 ? '#2f7a3b' : color, { opacity: 0.95 }),
				ellipse(px - s * 0.3, py - s * 0.4, s * 0.4, s * 0.6, '#fff', { opacity: 0.28 }),
			);
		}
		rows.push(path(d, '#2c6a38'), ...marks);
	}
	return group({ filter: 'url(#grain)' }, rect(-5, 298, 842, 190, '#4c8b45'), ...rows);
}

function poplars(): string {
	return Array.from({ length: 17 }, (_, i) => {
		const x = 20 + i * 27 + r.between(-7, 7);
		const h = r.between(34, 66);
		return foliage(
			r,
			[x, 298 - h / 2],
			[h * 0.13, h / 2],
			40,
			['#3f6b4e', '#527f57', '#77a064', '#a3bd74'],
			[6, 2.4],
		);
	}).join('');
}

function mill(): string {
	const body: readonly Place[] = [
		[500, 196],
		[598, 196],
		[628, 402],
		[470, 402],
	];
	const bricks = Array.from({ length: 24 }, (_, row) =>
		Array.from({ length: 10 }, (_, k) =>
			rect(
				462 + k * 18 + (row % 2) * 9,
				198 + row * 8.6,
				15.5,
				6.6,
				r.pick(['#c97b54', '#9a5033', '#b4623f', '#d18c62']),
				{ opacity: r.between(0.15, 0.6) },
			),
		).join(''),
	).join('');
	const window = (x: number, y: number) =>
		rect(x - 9, y - 13, 18, 26, '#f6ead2') +
		rect(x - 6.5, y - 10.5, 13, 21, '#29404f') +
		stroke(`M${x} ${y - 10}v21M${x - 6} ${y}h13`, '#f6ead2', 1.6);
	return [
		ellipse(548, 406, 130, 10, '#1d3a1c', { opacity: 0.45, filter: 'url(#blur4)' }),
		group(
			{ filter: 'url(#grain)' },
			cut(
				'mill',
				polygon(body),
				'url(#tower)',
				bricks,
				path('M590 190L640 410H585Z', '#2b1410', { opacity: 0.3 }),
				path('M470 402L500 196h14L498 402Z', '#ffd9a8', { opacity: 0.28 }),
			),
		),
		group(
			{ filter: 'url(#grain)' },
			path('M484 200C486 150 516 122 550 122C586 122 612 152 614 200Z', 'url(#cap)'),
			dashes(r, 240, box(488, 130, 122, 66), ['#d8bd7d', '#5c4a2c', '#8d7443'], {
				angle: 80,
				length: [8, 18],
				width: 1.1,
				opacity: 0.55,
			}),
			path('M478 196h142l-6 10H484Z', '#f3e8cf'),
			path('M446 318h206l-10 10H456Z', '#6a4630'),
			stroke(
				'M452 300H646M452 300V318M484 300V318M516 300V318M548 300V318M580 300V318M612 300V318M646 300V318',
				'#7d563a',
				3,
			),
			stroke('M462 328L486 356M636 328L614 356', '#5b3d2a', 4),
		),
		window(548, 250),
		window(520, 292),
		window(578, 292),
		group(
			{ filter: 'url(#grain)' },
			path('M530 402V366Q530 348 549 348Q568 348 568 366V402Z', '#2f5f57'),
			stroke('M549 350V402M537 362V402M561 362V402', '#1f4540', 1.6),
			circle(562, 380, 2, '#e8c46a'),
		),
		grass(r, 190, box(440, 398, 220, 12), [8, 20], ['#3d7a3c', '#5c9a48', '#2f6433']),
		dabs(r, 60, box(440, 392, 220, 16), ['#f4d35e', '#f7f2e4', '#e4572e'], { size: [1.4, 2.6] }),
	].join('');
}

const canal = (): string =>
	group(
		{ filter: 'url(#fibre)' },
		path(
			'M-10 340C80 328 160 318 236 300H252C210 330 130 372 60 420C34 440 10 466 0 492H-10Z',
			'url(#water)',
		),
	) +
	dashes(r, 90, box(-10, 330, 190, 120), ['#fff8e0', '#5d97ae'], {
		angle: -12,
		spread: 5,
		length: [8, 26],
		width: 1.2,
		opacity: 0.35,
	}) +
	grass(r, 110, box(-4, 330, 60, 8), [6, 16], ['#4b7d3d', '#79a04e']);

function sails(): string {
	const one = (angle: number): string => {
		const cloth = [0, 1, 2, 3, 4, 5].map(
			(i) =>
				rect(34 + i * 19, 4, 19, 31, i % 2 ? '#fbf3e2' : '#c5352d') +
				path(`M${34 + i * 19} 35h19v-9z`, '#3b1a12', { opacity: 0.14 }),
		);
		return group(
			{ transform: `translate(${hub[0]} ${hub[1]}) rotate(${angle})` },
			path('M0 -5L154 -3.4V3.4L0 5Z', '#4a3020'),
			...cloth,
			stroke('M34 4H148V35H34Z', '#5b3b26', 2.6),
			stroke('M34 14.5H148M34 25H148', '#6d4a30', 1.2, { opacity: 0.75 }),
			dashes(r, 40, box(34, 4, 112, 30), ['#fff', '#5b1510'], {
				angle: 90,
				length: [3, 8],
				opacity: 0.3,
				width: 0.9,
			}),
			stroke('M6 -3L150 -2', '#a87c52', 1.4, { opacity: 0.8 }),
		);
	};
	return group(
		{ filter: 'url(#grain)' },
		...sailAngles.map(one),
		circle(hub[0], hub[1], 15, '#3a2519'),
		circle(hub[0], hub[1], 11, '#c99a4a'),
		circle(hub[0] - 3, hub[1] - 3, 4, '#ffe6a4'),
		...sailAngles.map((a) =>
			circle(
				hub[0] + 8 * Math.cos((a * Math.PI) / 180),
				hub[1] + 8 * Math.sin((a * Math.PI) / 180),
				1.6,
				'#3a2519',
			),
		),
	);
}

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 312, 'url(#sky)')),
	circle(176, 236, 190, 'url(#sun)'),
	cloud(r, [150, 88], [210, 44], ['#c9d9e2', '#f4f1ea', '#ffffff'], 0.85),
	cloud(r, [352, 50], [150, 28], ['#c3d6e2', '#f1efe8', '#ffffff'], 0.75),
	cloud(r, [756, 96], [190, 40], ['#c3d3df', '#f6ecdc', '#fffaf0'], 0.85),
	path(
		ridge(r, 832, () => 286, 16, 320, 0),
		'#b9c9b4',
		{ opacity: 0.8 },
	),
	group(
		{ filter: 'url(#grain)' },
		path(
			ridge(r, 832, () => 296, 8, 330, 0),
			'#86a878',
		),
	),
	poplars(),
	foliage(r, [700, 268], [46, 38], 170, ['#33573f', '#48774a', '#6f9a55', '#a7bd68'], [9, 4]),
	foliage(r, [772, 262], [58, 46], 220, ['#33573f', '#456f47', '#6c9553', '#9fb765'], [10, 4]),
	field(),
	canal(),
	mill(),
].join('');

/** A point of a sail and where it goes while the whole turns. */
const arc = (angle: number, radius: number, turn: number): Place[] =>
	Array.from({ length: 6 }, (_, i) => {
		const a = ((angle + (turn * i) / 5) * Math.PI) / 180;
		return [hub[0] + radius * Math.cos(a), hub[1] + radius * Math.sin(a)] as const;
	});

export const windmill: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-sails', svg: sails() },
	]),
	id: 'windmill',
	name: 'Wind over the tulips',
	prompt:
		'The sails of a windmill turn slowly clockwise in the morning wind, tulip fields stand still.',
	tracks: [
		...sailAngles.map((angle, i) =>
			moves('sails', `Sail ${i + 1}`, arc(angle + 10, reach * 0.72, 80), {
				groupId: 'sails',
				snap: 0,
			}),
		),
		...pins([250, 290], [720, 270], [549, 384], [180, 410]),
	],
};
