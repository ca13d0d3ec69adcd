// One picture, drawn from back to front; long because a picture has many parts.
import { random } from './kit/random.ts';
import { layered, pins, type Scene } from './kit/scene.ts';
import { type Place, polygon } from './kit/shapes.ts';
import { at, circle, ellipse, group, linear, path, radial, rect, stroke } from './kit/svg.ts';
import { box, cloud, dabs, dashes, foliage } from './kit/textures.ts';

const r = random(101);
/** Where all lines meet. */
const far: Place = [250, 420];

const defs = [
	linear('sky', [
		[0, '#f7b267'],
		[0.5, '#fbd38d'],
		[1, '#fff0c4'],
	]),
	radial('end', [
		[0, '#fff9dc'],
		[0.5, '#ffe9a8', 0.85],
		[1, '#ffd27a', 0],
	]),
	linear(
		'leftWall',
		[
			[0, '#b4623f'],
			[1, '#f0b27a'],
		],
		[0, 0, 1, 0],
	),
	linear(
		'rightWall',
		[
			[0, '#e8c79a'],
			[1, '#7d5a6a'],
		],
		[0, 0, 1, 0],
	),
	linear('path', [
		[0, '#f2d9a8'],
		[1, '#7d6470'],
	]),
].join('');

/** A place on a wall: `t` 0 at the near edge, 1 at the far end; `h` is the height over the vanishing point at the near edge. */
const onWall = (side: -1 | 1, t: number, h: number): Place => {
	const depth = 1 - 0.88 * t;
	return [far[0] + side * 262 * depth, far[1] + h * depth];
};
const panel = (side: -1 | 1, t0: number, t1: number, h0: number, h1: number): string =>
	polygon([onWall(side, t0, h0), onWall(side, t1, h0), onWall(side, t1, h1), onWall(side, t0, h1)]);

function wall(side: -1 | 1): string {
	const colors =
		side < 0
			? ['#c9744a', '#d98f5c', '#b85c3f', '#e0a46c', '#c06a48']
			: ['#9c8a9c', '#c9a48a', '#8a6a78', '#b4948a', '#a87d70'];
	const parts: string[] = [];
	const cuts = [0, 0.26, 0.48, 0.66, 0.82, 0.94];
	for (let i = 4; i >= 0; i--) {
		const [t0, t1] = [cuts[i]!, cuts[i + 1]!];
		const roof = -390 + (i % 3) * 46;
		parts.push(path(panel(side, t0, t1, roof, 330), colors[i]!));
		for (let k = 0; k < 60; k++) {
			const t = t0 + (t1 - t0) * r() * 0.94;
			const h = r.between(roof + 8, 320);
			parts.push(
				path(
					panel(side, t, Math.min(t1, t + 0.03), h, h + 9),
					r.pick(['#fff0d0', '#5d2f2a', '#f6cfa0']),
					{ opacity: r.between(0.12, 0.4) },
				),
			);
		}
		parts.push(
			path(panel(side, t0 - 0.012, t1 + 0.004, roof - 16, roof + 4), '#6d3a30'),
			path(panel(side, t0 - 0.012, t1 + 0.004, roof - 16, roof - 9), '#b86a4a'),
		);
		for (let floor = 0; floor < 3; floor++)
			for (const at2 of [0.2, 0.62]) {
				const w0 = t0 + (t1 - t0) * at2;
				const w1 = w0 + (t1 - t0) * 0.24;
				const h = roof + 60 + floor * 138;
				if (h > 130) continue;
				const lit = r() < 0.3;
				parts.push(
					path(panel(side, w0 - 0.012, w1 + 0.012, h - 8, h + 82), '#f6e6c4'),
					path(panel(side, w0, w1, h, h + 74), lit ? '#ffd77a' : '#3c4a60'),
					path(panel(side, (w0 + w1) / 2 - 0.003, (w0 + w1) / 2 + 0.003, h, h + 74), '#f6e6c4'),
					path(panel(side, w0, w1, h + 34, h + 39), '#f6e6c4'),
					path(
						panel(side, w0 - 0.045, w0 - 0.014, h - 4, h + 80),
						side < 0 ? '#2f6a66' : '#3f6a50',
					),
					path(
						panel(side, w1 + 0.014, w1 + 0.045, h - 4, h + 80),
						side < 0 ? '#2f6a66' : '#3f6a50',
					),
				);
				const [fx, fy] = onWall(side, (w0 + w1) / 2, h + 88);
				const k = 1 - 0.88 * w0;
				parts.push(
					foliage(
						r,
						[fx, fy],
						[24 * k, 11 * k],
						26,
						['#2f5a3a', '#4a7f45', '#79a855'],
						[8 * k, 4 * k],
					),
					dabs(
						r,
						14,
						box(fx - 22 * k, fy - 12 * k, 44 * k, 14 * k),
						['#f2506a', '#ffd15a', '#fff0e0'],
						{ size: [1.6 * k, 3.6 * k], opacity: 0.95 },
					),
				);
			}
		const door0 = t0 + (t1 - t0) * 0.4;
		parts.push(
			path(panel(side, door0 - 0.014, door0 + (t1 - t0) * 0.3 + 0.014, 166, 326), '#f2dcb4'),
			path(
				panel(side, door0, door0 + (t1 - t0) * 0.3, 178, 326),
				['#2f5f78', '#7a2f34', '#3f6a4a', '#8a5a2c', '#4a3f70'][i]!,
			),
			path(panel(side, door0 + (t1 - t0) * 0.05, door0 + (t1 - t0) * 0.13, 192, 240), '#1f2f3c', {
				opacity: 0.5,
			}),
			path(panel(side, door0 + (t1 - t0) * 0.17, door0 + (t1 - t0) * 0.25, 192, 240), '#1f2f3c', {
				opacity: 0.5,
			}),
		);
		parts.push(
			path(panel(side, t0, t0 + 0.02, roof, 330), '#3a1f24', { opacity: 0.35 }),
			path(panel(side, t0, t1, roof, 330), side > 0 ? '#3f2a58' : '#ffcf80', {
				opacity: side > 0 ? 0.24 : 0.14,
			}),
		);
	}
	return group({ filter: 'url(#grain)' }, ...parts);
}

function cobbles(): string {
	const stones: string[] = [];
	for (let row = 0; row < 34; row++) {
		const t = 1 - row / 26;
		const depth = t > 0 ? 1 - 0.88 * t ** 0.8 : 1 - 0.9 * t;
		const y = far[1] + 330 * depth;
		const half = 262 * depth;
		const n = 13;
		for (let k = 0; k < n; k++) {
			const w = (2 * half) / n;
			const x = far[0] - half + w * (k + (row % 2) * 0.5);
			if (x + w > far[0] + half + 2) continue;
			stones.push(
				rect(
					x + w * 0.06,
					y,
					w * 0.88,
					30 * depth * 0.42 + 1,
					r.pick(['#d9bd94', '#b89a84', '#a08478', '#e8d0a4', '#8f7670']),
					{ rx: 4 * depth },
				),
			);
		}
	}
	return group(
		{ filter: 'url(#grain)' },
		path(
			polygon([
				onWall(-1, 0.97, 326),
				onWall(1, 0.97, 326),
				onWall(1, -0.3, 326),
				onWall(-1, -0.3, 326),
			]),
			'#6d5660',
		),
		...stones,
		path(
			polygon([onWall(1, 0.97, 326), onWall(1, -0.3, 326), [far[0] + 40, 832], [far[0] + 2, 470]]),
			'#2f2048',
			{ opacity: 0.3 },
		),
	);
}

function garland(t: number, colors: readonly string[]): string {
	const [x0, y0] = onWall(-1, t, -250);
	const [x1, y1] = onWall(1, t, -250);
	const sag = 60 * (1 - 0.88 * t);
	const k = 1 - 0.88 * t;
	const flags = Array.from({ length: 11 }, (_, i) => {
		const s = (i + 0.5) / 11;
		const x = x0 + (x1 - x0) * s;
		const y = y0 + (y1 - y0) * s + sag * 4 * s * (1 - s);
		return (
			path(
				`M${x - 15 * k} ${y}L${x + 15 * k} ${y}L${x} ${y + 34 * k}Z`,
				colors[i % colors.length]!,
			) +
			path(`M${x} ${y}L${x + 15 * k} ${y}L${x} ${y + 34 * k}Z`, '#3a1f34', { opacity: 0.2 }) +
			circle(x - 2 * k, y + 10 * k, 4 * k, '#fff6e0', { opacity: 0.9 })
		);
	}).join('');
	return (
		stroke(`M${x0} ${y0}Q${(x0 + x1) / 2} ${y0 + 2 * sag} ${x1} ${y1}`, '#4a2f38', 1.8 * k + 0.4) +
		group({ filter: 'url(#grain)' }, flags)
	);
}

const lamp = (side: -1 | 1, t: number): string => {
	const [x, y] = onWall(side, t, -60);
	const k = 1 - 0.88 * t;
	return group(
		at(x - side * 30 * k, y, k),
		stroke(`M${side * 30} -26Q0 -40 0 -20`, '#2a2030', 4),
		circle(0, 4, 46, '#ffdf8a', { opacity: 0.25, filter: 'url(#blur8)' }),
		path('M-15 -20H15L10 24H-10Z', '#2a2030'),
		path('M-11 -15H11L7 19H-7Z', '#ffe9a0'),
		stroke('M0 -15V19M-11 2H9', '#2a2030', 2),
		path('M-18 -20L0 -34L18 -20Z', '#2a2030'),
	);
};

const pot = (x: number, y: number, k: number, color: string): string =>
	group(
		at(x, y, k),
		ellipse(4, 2, 32, 6, '#2f2030', { opacity: 0.5 }),
		foliage(r, [0, -66], [36, 34], 130, ['#234a34', '#37703f', '#5f9a4c', '#9cc468'], [11, 5]),
		dabs(r, 22, box(-28, -92, 56, 50), ['#f2607a', '#fff0f2', '#ffc24a'], {
			size: [2.6, 4.6],
			opacity: 0.95,
		}),
		group(
			{ filter: 'url(#grain)' },
			path('M-26 -40H26L19 2H-19Z', color),
			rect(-29, -46, 58, 10, color),
			path('M8 -46H29V-36H25L19 2H8Z', '#3a1a24', { opacity: 0.3 }),
		),
	);

const ground = [
	group({ filter: 'url(#grain)' }, rect(-5, -5, 490, 480, 'url(#sky)')),
	cloud(r, [170, 96], [230, 40], ['#f0a86a', '#ffcf94', '#fff0cc'], 0.8),
	cloud(r, [330, 170], [170, 26], ['#f2b078', '#ffd9a0', '#fff4d6'], 0.75),
	...[
		[286, 66],
		[312, 54],
		[332, 74],
	].map(([x, y]) => stroke(`M${x! - 9} ${y! - 3}q5 -5 9 2q4 -7 9 -2`, '#6d4450', 1.8)),
	circle(far[0], far[1] - 34, 150, 'url(#end)'),
	group(
		{ filter: 'url(#mottle)' },
		path(
			'M206 420L214 356L226 350V332L236 316L246 332V350L262 340L268 300L274 340L296 356L300 482H204Z',
			'#b8806a',
		),
		rect(204, 424, 96, 58, '#a06e60'),
		...[222, 236, 256, 272, 284].map((x) => rect(x, 372, 5, 11, '#ffe6a0')),
		...[222, 238, 256, 272].map((x) => rect(x, 396, 5, 11, '#6d4450')),
		path('M240 482V452Q240 440 250 440Q260 440 260 452V482Z', '#5a3440'),
		...[216, 276].map((x) => rect(x, 436, 8, 16, '#ffe6a0')),
	),
	circle(268, 296, 3.4, '#ffe08a'),
	stroke('M268 293V280M263 285H273', '#7a4a3a', 1.6),
	cobbles(),
	wall(-1),
	wall(1),
	garland(0.8, ['#e2463a', '#f6c244', '#2f8a8c', '#fff0d0']),
	garland(0.56, ['#2f8a8c', '#fff0d0', '#e2463a', '#f6c244']),
	garland(0.22, ['#f6c244', '#e2463a', '#fff0d0', '#2f8a8c', '#e8789a']),
	lamp(-1, 0.44),
	lamp(1, 0.3),
	lamp(1, 0.7),
	pot(62, 752, 1.15, '#b8583a'),
	pot(424, 776, 1.25, '#3f6a78'),
	pot(132, 640, 0.62, '#c98a4a'),
	pot(352, 634, 0.58, '#b8583a'),
	pot(196, 548, 0.3, '#b8583a'),
	pot(306, 546, 0.3, '#3f6a78'),
	group(
		at(318, 722, 0.9),
		ellipse(4, 2, 40, 6, '#2f2030', { opacity: 0.5 }),
		group(
			{ filter: 'url(#grain)' },
			path('M-26 0C-34 -26 -16 -46 4 -44C22 -42 28 -20 24 0Z', '#3a3440'),
			path('M-4 -40C-14 -52 -12 -70 -12 -76L-2 -66H12L22 -76C22 -66 24 -50 14 -40Z', '#46404e'),
			path('M24 -2C44 -4 44 -30 36 -40', 'none', {
				stroke: '#3a3440',
				'stroke-width': 7,
				'stroke-linecap': 'round',
			}),
			path('M-8 -24Q4 -8 14 -24L10 0H-6Z', '#f2eadc'),
			circle(0, -58, 3, '#f6d24a'),
			circle(12, -58, 3, '#f6d24a'),
			circle(0.6, -58, 1.3, '#15121a'),
			circle(12.6, -58, 1.3, '#15121a'),
			path('M4 -52h5l-2.5 3Z', '#e8909a'),
		),
	),
	dashes(r, 60, box(20, 660, 440, 160), ['#fff0cc', '#4a3448'], {
		angle: 0,
		spread: 6,
		length: [8, 24],
		width: 1.3,
		opacity: 0.35,
	}),
].join('');

export const alley: Scene = {
	...layered(480, 832, defs, [{ name: 'ground', svg: ground }]),
	id: 'alley',
	name: 'Down the lane',
	prompt:
		'The camera moves slowly forward into a narrow old lane with flags and flower pots, a cat sits still. Dolly in.',
	camera: [{ time: 1, zoom: 1.4 }],
	tracks: pins(
		[150, 270],
		[340, 262],
		[130, 424],
		[372, 410],
		[142, 590],
		[330, 590],
		[318, 676],
		[250, 400],
		[210, 500],
	),
};
