// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, pins, type Scene } from './kit/scene.ts';
import { blob, type Place, polygon, ridge } from './kit/shapes.ts';
import { at, circle, cut, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, cloud, dabs, dashes, grass } from './kit/textures.ts';

const r = random(83);

const defs = [
	linear('sky', [
		[0, '#3aa0b8'],
		[0.5, '#9fd6c6'],
		[1, '#fbe7b4'],
	]),
	radial('sun', [
		[0, '#fffbe0'],
		[0.3, '#fff0b0', 0.8],
		[1, '#fff0b0', 0],
	]),
	linear('far', [
		[0, '#d9a08a'],
		[1, '#e8c2a0'],
	]),
	linear('mid', [
		[0, '#d9774a'],
		[0.6, '#c25f3f'],
		[1, '#a85040'],
	]),
	linear('near', [
		[0, '#b4492f'],
		[1, '#6d2a2a'],
	]),
	linear('floor', [
		[0, '#e8b070'],
		[0.4, '#d9935a'],
		[1, '#a85f3c'],
	]),
].join('');

/** A table mountain: layers of stone, a lit and a shaded side, rubble at its foot. */
function mesa(
	x: number,
	y: number,
	w: number,
	h: number,
	fill: string,
	[light, dark]: readonly [string, string],
): string {
	const steps = 5;
	const edge = (side: number): Place[] =>
		Array.from({ length: steps * 2 }, (_, i) => {
			const t = i / (steps * 2 - 1);
			const flare = t < 0.62 ? 0.06 * Math.floor(t * 8) : 0.3 + (t - 0.62) * 1.5;
			return [x + side * (w / 2) * (1 + flare) + r.between(-3, 3), y + h * t] as const;
		});
	const right = edge(1);
	const left = edge(-1).reverse();
	const top = Array.from(
		{ length: 6 },
		(_, i): Place => [x - w / 2 + (w * i) / 5, y + r.between(-3, 3)],
	);
	const layers = Array.from({ length: 16 }, (_, i) => {
		const ly = y + (h * (i + 0.6)) / 16;
		return stroke(
			`M${x - w} ${ly}q${w * 0.5} ${r.between(-4, 4)} ${w} 0t${w} 0`,
			i % 2 ? light : dark,
			r.between(1.2, 4),
			{ opacity: r.between(0.25, 0.6) },
		);
	}).join('');
	const cracks = Array.from({ length: 12 }, () => {
		const cx = x + r.between(-w * 0.5, w * 0.5);
		return stroke(
			`M${cx} ${y + r.between(0, 10)}l${r.between(-4, 4)} ${h * r.between(0.25, 0.5)}`,
			dark,
			r.between(1, 2.6),
			{ opacity: 0.6 },
		);
	}).join('');
	return group(
		{ filter: 'url(#mottle)' },
		cut(
			`mesa${Math.round(x)}`,
			polygon([...top, ...right, ...left]),
			fill,
			layers,
			cracks,
			path(
				polygon([
					[x + w * 0.16, y - 6],
					[x + w * 1.4, y - 6],
					[x + w * 1.8, y + h],
					[x + w * 0.3, y + h],
				]),
				dark,
				{ opacity: 0.45 },
			),
			path(
				polygon([
					[x - w, y - 6],
					[x - w * 0.34, y - 6],
					[x - w * 0.4, y + h],
					[x - w * 1.6, y + h],
				]),
				light,
				{ opacity: 0.35 },
			),
		),
	);
}

function cactus(x: number, y: number, k: number): string {
	const arm = (d: string, w: number): string =>
		stroke(d, '#2c5a3c', w) +
		stroke(d, '#4f8a50', w * 0.72) +
		stroke(d, '#8fbf6a', w * 0.16, { opacity: 0.9 }) +
		stroke(d, '#234a34', w * 0.08, { transform: `translate(${w * 0.22} 0)` });
	return group(
		at(x, y, k),
		ellipse(26, 2, 62, 7, '#6d3a28', { opacity: 0.5, filter: 'url(#blur2)' }),
		group(
			{ filter: 'url(#grain)' },
			arm('M-30 -66V-98Q-30 -110 -30 -112M-30 -66Q-28 -52 0 -52', 17),
			arm('M30 -92V-128M30 -92Q28 -76 0 -76', 15),
			arm('M0 0V-170', 25),
		),
		...Array.from({ length: 60 }, () =>
			stroke(
				`M${r.between(-12, 12)} ${r.between(-168, -4)}l${r.between(-4, 4)} -3`,
				'#f6eec0',
				0.9,
			),
		),
		...[
			[0, -183],
			[-30, -120],
			[30, -136],
		].map(
			([cx, cy]) =>
				[0, 72, 144, 216, 288]
					.map((a) => circle(cx! + 4 * Math.cos(a), cy! + 4 * Math.sin(a), 3.4, '#f28aa0'))
					.join('') + circle(cx!, cy!, 2.6, '#ffd95a'),
		),
	);
}

const balanced = (x: number, y: number): string =>
	group(
		{ filter: 'url(#mottle)' },
		path(`M${x - 20} ${y}L${x - 9} ${y - 56}H${x + 9}L${x + 22} ${y}Z`, '#b4552f'),
		path(blob(r, x, y - 74, 36, 24, 0.14), '#d2703f'),
		path(`M${x + 4} ${y - 56}H${x + 9}L${x + 22} ${y}H${x + 8}Z`, '#6d2a26', { opacity: 0.6 }),
	);

const bush = (x: number, y: number, k: number): string =>
	group(
		at(x, y, k),
		ellipse(4, 2, 26, 4, '#6d3a28', { opacity: 0.45 }),
		grass(r, 46, box(-18, 0, 36, 3), [10, 26], ['#8a9a5a', '#b4b472', '#5f7348']),
	);

const road = (): string =>
	group(
		{ filter: 'url(#grain)' },
		path(
			'M420 344C440 356 330 372 350 392C380 420 560 420 600 486H330C320 440 230 420 250 386C264 364 404 358 408 344Z',
			'#7d6a66',
		),
		path('M414 348C424 358 330 370 306 392C296 420 440 430 466 486', 'none', {
			stroke: '#ffe9b0',
			'stroke-width': 2.6,
			'stroke-dasharray': '9 9',
		}),
	);

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 842, 360, 'url(#sky)')),
	circle(690, 120, 200, 'url(#sun)'),
	circle(690, 120, 28, '#fffbe4'),
	cloud(r, [250, 66], [280, 36], ['#b4d2cc', '#f2f0e0', '#ffffff'], 0.85),
	cloud(r, [520, 120], [170, 22], ['#b4d2cc', '#f6eed8', '#ffffff'], 0.75),
	group(
		{ filter: 'url(#mottle)', opacity: 0.85 },
		path(
			ridge(r, 832, (s) => 286 - 26 * Math.sin(s * 9), 24, 360, 0.5),
			'url(#far)',
		),
	),
	group(
		{ opacity: 0.82 },
		mesa(510, 218, 80, 130, 'url(#far)', ['#f2cfae', '#b4756a']),
		mesa(602, 246, 40, 100, 'url(#far)', ['#f2cfae', '#b4756a']),
		mesa(384, 246, 56, 100, 'url(#far)', ['#f2cfae', '#b4756a']),
	),
	group(
		{ filter: 'url(#grain)' },
		path('M-10 338Q200 324 420 340T842 332V490H-10Z', 'url(#floor)'),
	),
	mesa(150, 148, 150, 212, 'url(#mid)', ['#f6b07c', '#7d3434']),
	mesa(306, 214, 54, 140, 'url(#mid)', ['#f6b07c', '#7d3434']),
	mesa(728, 178, 120, 190, 'url(#mid)', ['#f6b07c', '#7d3434']),
	dashes(r, 190, box(0, 346, 832, 134), ['#f6cc8a', '#8f4a32', '#c98a58'], {
		angle: 2,
		spread: 5,
		length: [10, 44],
		width: 1.4,
		opacity: 0.5,
	}),
	road(),
	balanced(598, 392),
	dabs(r, 240, box(0, 350, 832, 130), ['#8f4a32', '#f2c690', '#6d3a2c', '#d98f5c'], {
		size: [1, 4],
		flat: 0.6,
		opacity: 0.75,
		depth: 1,
	}),
	...[
		[480, 376, 0.8],
		[700, 404, 1],
		[226, 396, 0.9],
		[64, 384, 0.8],
		[790, 440, 1.3],
		[560, 440, 1.1],
		[30, 470, 1.4],
		[250, 466, 1.2],
	].map(([x, y, k]) => bush(x!, y!, k!)),
	cactus(686, 456, 0.9),
	cactus(118, 452, 1.16),
	cactus(440, 386, 0.34),
	cactus(538, 376, 0.26),
	group(
		{},
		...[
			[420, 150],
			[446, 138],
			[402, 132],
		].map(([x, y]) => stroke(`M${x! - 10} ${y! - 4}q6 -4 10 3q4 -7 10 -3`, '#4a2f38', 2.2)),
	),
].join('');

export const canyon: Scene = {
	...layered(832, 480, defs, [{ name: 'ground', svg: ground }]),
	id: 'canyon',
	name: 'Along the canyon',
	prompt:
		'The camera pans slowly to the right along a red desert canyon with table mountains, cacti and a road. Panning shot.',
	camera: [{ time: 1, x: -150 }],
	tracks: pins(
		[686, 404],
		[598, 318],
		[728, 230],
		[300, 250],
		[480, 430],
		[512, 250],
		[404, 64],
		[790, 430],
		[370, 360],
	),
};
