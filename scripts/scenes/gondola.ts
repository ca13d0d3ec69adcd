// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, moves, pins, type Scene, timed } from './kit/scene.ts';
import { type Place, polygon, ridge } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, rect, stroke } from './kit/svg.ts';
import { box, cloud, dabs, dashes, fir } from './kit/textures.ts';

const r = random(31);
/** The rope, from the valley on the left to the summit on the right. */
const ropeAt = (x: number): number => 262 - 0.3 * x + 0.00012 * (x - 416) ** 2;
const cabin: Place = [186, ropeAt(186)];

const defs = [
	linear('sky', [
		[0, '#2d6cb4'],
		[0.6, '#8cc4e6'],
		[1, '#e6f3f4'],
	]),
	linear('slope', [
		[0, '#ffffff'],
		[1, '#b9d4ec'],
	]),
	linear('red', [
		[0, '#f2564a'],
		[0.5, '#d9302c'],
		[1, '#93191f'],
	]),
	linear('glass', [
		[0, '#dff4ff'],
		[0.5, '#7fb6d6'],
		[1, '#3b6f98'],
	]),
].join('');

/** A peak with its lit side and the shade that falls to the right. */
function peak(x: number, y: number, w: number, h: number): string {
	const base = y + h;
	const left = Array.from(
		{ length: 7 },
		(_, i): Place => [
			x - (w * (i + 1)) / 7 + r.between(-6, 6),
			y + (h * (i + 1)) / 7 + r.between(-10, 10),
		],
	);
	const right = Array.from(
		{ length: 7 },
		(_, i): Place => [
			x + (w * (i + 1)) / 7 + r.between(-6, 6),
			y + (h * (i + 1)) / 7 + r.between(-10, 10),
		],
	);
	const spine = Array.from(
		{ length: 7 },
		(_, i): Place => [x + (i % 2 ? 18 : -8) + i * 5, y + (h * (i + 1)) / 7],
	);
	const rocks = Array.from({ length: 46 }, () => {
		const t = r.between(0.12, 1);
		const px = x + r.between(-0.9, 0.9) * w * t;
		const py = y + h * t;
		const s = r.between(4, 11);
		// Steep ribs that the snow does not hold on to.
		return path(
			polygon([
				[px, py],
				[px + s * 0.7, py + s * 0.5],
				[px + s * 1.5, py + s * 2.6],
				[px + s * 0.7, py + s * 1.9],
				[px + s * 0.1, py + s * 2.3],
			]),
			r.pick(['#6c7f9a', '#8296b2', '#566a86']),
			{ opacity: 0.7 },
		);
	}).join('');
	const whole = polygon([[x, y], ...right, [x + w, base], [x - w, base], ...left.reverse()]);
	return group(
		{ filter: 'url(#mottle)' },
		cut(
			`peak${Math.round(x)}`,
			whole,
			'#f7fbff',
			path(
				polygon([[x, y], ...right, [x + w, base], [x + 60, base], ...spine.reverse()]),
				'#7f9cc4',
			),
			rocks,
			dashes(r, 90, box(x - w, y, 2 * w, h), ['#ffffff', '#4d6690'], {
				angle: 62,
				spread: 24,
				length: [8, 26],
				width: 1.3,
				opacity: 0.4,
			}),
		),
	);
}

function gondola(): string {
	const window = (x: number, w: number) =>
		rect(x, 50, w, 34, 'url(#glass)', { rx: 4 }) +
		path(`M${x + 4} 82L${x + w * 0.5} 52h8L${x + 14} 82Z`, '#fff', { opacity: 0.55 });
	const head = (x: number, skin: string, hat: string) =>
		circle(x, 74, 6, skin) + path(`M${x - 7} 72q7 -12 14 0Z`, hat) + rect(x - 7, 79, 14, 8, hat);
	return group(
		at(cabin[0], cabin[1], 1.06),
		group(
			{ filter: 'url(#grain)' },
			path('M-26 -9H26L32 3H-32Z', '#39424e'),
			circle(-18, -4, 6.5, '#1c2128'),
			circle(18, -4, 6.5, '#1c2128'),
			circle(-18, -4, 2.4, '#d5a53e'),
			circle(18, -4, 2.4, '#d5a53e'),
			path('M-5 0H5L9 36H-9Z', '#56626f'),
			stroke('M-4 4L6 30M4 4L-6 30', '#2c333c', 1.8),
			path('M-58 42Q-56 34 -48 34H48Q56 34 58 42Z', '#f5efe2'),
			rect(-30, 26, 60, 9, '#8e1a1f', { rx: 2 }),
			cut(
				'cabin',
				'M-60 42H60Q66 76 58 112Q55 120 46 120H-46Q-55 120 -58 112Q-66 76 -60 42Z',
				'url(#red)',
				rect(-64, 90, 128, 6, '#fff3dc'),
				rect(-64, 99, 128, 2.6, '#fff3dc'),
				path('M30 40H66V122H22Q44 90 30 40Z', '#5a0c14', { opacity: 0.35 }),
				dashes(r, 60, box(-60, 42, 120, 78), ['#ff9a84', '#6a0f16'], {
					angle: 90,
					length: [4, 10],
					width: 1,
					opacity: 0.35,
				}),
			),
			window(-54, 32),
			window(-17, 34),
			window(22, 32),
			head(-40, '#e8b98e', '#2f6db0'),
			head(-4, '#c98f66', '#e8b33a'),
			head(10, '#f0c8a4', '#4a8a5c'),
			head(38, '#e8b98e', '#8c4fa0'),
			stroke('M-54 84H54M-19.5 46V88M19.5 46V88', '#7d131a', 2.4),
			rect(-18, 98, 36, 18, '#fff6e2', { rx: 3 }),
			path('M-12 113L-4 101L1 107L5 103L12 113Z', '#c92d2a'),
			stroke('M-60 42Q-66 76 -58 112Q-55 120 -46 120H46Q55 120 58 112Q66 76 60 42', '#6d1016', 2, {
				opacity: 0.7,
			}),
		),
	);
}

const pylon = (x: number): string => {
	const top = ropeAt(x) + 4;
	return group(
		{ filter: 'url(#grain)' },
		stroke(`M${x - 4} ${top}L${x - 18} 486M${x + 4} ${top}L${x + 18} 486`, '#4a5460', 4),
		stroke(
			Array.from(
				{ length: 9 },
				(_, i) =>
					`M${x - 5 - i * 1.4} ${top + 14 + i * 26}L${x + 6 + i * 1.5} ${top + 30 + i * 26}M${x + 5 + i * 1.4} ${top + 14 + i * 26}L${x - 6 - i * 1.5} ${top + 30 + i * 26}`,
			).join(''),
			'#5d6874',
			2,
		),
		rect(x - 26, top - 4, 52, 7, '#39424e'),
	);
};

const chalet = (x: number, y: number, k: number): string =>
	group(
		at(x, y, k),
		ellipse(10, 6, 70, 8, '#7fa3c8', { opacity: 0.7 }),
		group(
			{ filter: 'url(#bark)' },
			rect(-46, -36, 92, 42, '#8a5530'),
			rect(-46, -8, 92, 14, '#e5d8c2'),
		),
		path('M-62 -30L0 -66L62 -30L56 -26L0 -56L-56 -26Z', '#f8fcff'),
		path('M-56 -30L0 -62L56 -30Z', '#6d4327', { opacity: 0.9 }),
		path('M-62 -32L0 -70L62 -32L54 -32L0 -62L-54 -32Z', '#ffffff'),
		...[-30, -6, 18].map(
			(wx) =>
				rect(wx, -28, 14, 14, '#ffd98a') + stroke(`M${wx + 7} -28v14M${wx} -21h14`, '#5a3821', 1.4),
		),
		rect(26, -74, 9, 20, '#7a4a34'),
	);

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 400, 'url(#sky)')),
	cloud(r, [150, 70], [210, 40], ['#b6d2e8', '#eef5f8', '#ffffff'], 0.85),
	cloud(r, [560, 40], [180, 28], ['#b6d2e8', '#eef5f8', '#ffffff'], 0.8),
	group({ opacity: 0.75 }, peak(120, 170, 190, 190), peak(420, 130, 210, 230)),
	peak(640, 84, 260, 320),
	peak(300, 216, 190, 180),
	group(
		{ filter: 'url(#mottle)' },
		path(
			ridge(r, 832, (s) => 372 - 40 * s + 20 * Math.sin(s * 7), 24, 490, 0.25),
			'#8fb2cf',
		),
	),
	...Array.from({ length: 34 }, (_, i) =>
		fir(r, i * 25 + r.between(-8, 8), 392 - i * 1.2 + r.between(-6, 10), r.between(40, 64), [
			'#2b5a5a',
			'#7fae9f',
		]),
	),
	group(
		{ filter: 'url(#grain)' },
		path('M-10 404Q160 370 340 396T660 372T842 340V490H-10Z', 'url(#slope)'),
	),
	dashes(r, 150, box(0, 392, 832, 90), ['#ffffff', '#8fb3d6'], {
		angle: -6,
		spread: 10,
		length: [10, 36],
		width: 1.5,
		opacity: 0.6,
	}),
	stroke('M520 390C470 410 560 430 480 452S520 474 470 490', '#9dbfe0', 2.4),
	stroke('M530 390C480 410 570 430 490 452S530 474 480 490', '#9dbfe0', 2.4),
	chalet(318, 436, 0.9),
	chalet(96, 424, 0.72),
	pylon(420),
	pylon(742),
	stroke(
		`M-10 ${ropeAt(-10)}${Array.from({ length: 44 }, (_, i) => `L${i * 20} ${ropeAt(i * 20)}`).join('')}`,
		'#2c333c',
		2.4,
	),
	stroke(
		`M-10 ${ropeAt(-10) + 7}${Array.from({ length: 44 }, (_, i) => `L${i * 20} ${ropeAt(i * 20) + 7 + 3 * Math.sin((i * 20 * Math.PI) / 322)}`).join('')}`,
		'#4a5460',
		1.3,
	),
	...[
		[22, 490, 130],
		[66, 486, 96],
		[230, 492, 110],
		[300, 488, 84],
		[620, 490, 120],
		[676, 486, 150],
		[800, 492, 140],
		[560, 490, 76],
	].map(([x, y, h]) => fir(r, x!, y!, h!, ['#1f4a46', '#dcedf2'])),
	dabs(r, 110, box(0, 380, 832, 100), ['#ffffff', '#a9c9e6'], { size: [0.8, 2], opacity: 0.8 }),
].join('');

const ride = [186, 300, 420, 540, 640].map((x): Place => [x, ropeAt(x) + 96]);

export const gondolaScene: Scene = {
	...layered(832, 480, defs, [
		{ name: 'ground', svg: ground },
		{ name: 'mover-gondola', svg: gondola() },
	]),
	id: 'gondola',
	name: 'Up to the summit',
	prompt:
		'A red cable car starts gently, glides up along its rope over a snowy valley and comes to a soft stop, the mountains stand still.',
	tracks: [
		moves('gondola', 'Cable car', ride, {
			snap: 16,
			...timed({ start: 0.06, end: 0.94, easing: 'easeInOut' }),
		}),
		...pins([120, 210], [660, 300], [318, 416], [96, 408], [676, 400]),
	],
};
