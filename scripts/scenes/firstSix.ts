import { drawnIn, moves, pins, type Scene, timed } from './kit/scene.ts';

/** Scenes whose pictures are kept as SVG files. */
export const firstSix: readonly Scene[] = [
	{
		...drawnIn('balloons.svg'),
		id: 'balloons',
		name: 'Balloons at dawn',
		prompt:
			'Three hot-air balloons drift and rise slowly over green fields at dawn, the land stands still.',
		tracks: [
			moves('red', 'Red balloon', [
				[206, 176],
				[262, 118],
				[340, 94],
				[440, 100],
			]),
			moves('amber', 'Amber balloon', [
				[417, 222],
				[475, 254],
				[540, 232],
				[590, 240],
			]),
			moves('teal', 'Teal balloon', [
				[640, 146],
				[666, 108],
				[712, 114],
				[748, 76],
			]),
			...pins([91, 330], [352, 352], [560, 420], [770, 420]),
		],
	},
	{
		...drawnIn('sailboat.svg'),
		id: 'sailboat',
		name: 'Sailing past the mountains',
		prompt:
			'A small sailing boat glides to the right over a mountain lake, the mountains stand still.',
		tracks: [
			moves(
				'boat',
				'Sail',
				[
					[302, 272],
					[380, 280],
					[450, 274],
					[510, 262],
				],
				{ groupId: 'boat' },
			),
			moves(
				'boat',
				'Hull',
				[
					[330, 364],
					[408, 372],
					[478, 366],
					[538, 354],
				],
				{ groupId: 'boat' },
			),
			...pins([90, 180], [250, 150], [680, 170], [740, 150], [700, 330]),
		],
	},
	{
		...drawnIn('fox.svg'),
		id: 'fox',
		name: 'A walk in the birches',
		prompt: 'A fox walks to the right through a birch forest in autumn, the trees stand still.',
		tracks: [
			moves('fox', 'Head', [
				[555, 318],
				[615, 306],
				[675, 318],
				[735, 306],
			]),
			moves('fox', 'Body', [
				[420, 330],
				[480, 322],
				[540, 332],
				[600, 322],
			]),
			...pins([78, 222], [300, 120], [760, 120]),
		],
	},
	{
		...drawnIn('rocket.svg'),
		id: 'rocket',
		name: 'Lift-off',
		prompt:
			'A rocket lifts off slowly and rises faster and faster at dusk, smoke spreads over the ground.',
		tracks: [
			moves(
				'rocket',
				'Rocket',
				[
					[420, 216],
					[420, 150],
					[421, 90],
					[423, 30],
				],
				timed({ easing: 'easeIn' }),
			),
			...pins([140, 400], [720, 330], [560, 120]),
		],
	},
	{
		...drawnIn('cyclist.svg'),
		id: 'cyclist',
		name: 'Cycling home',
		prompt: 'A cyclist rides to the right along a cobbled street, the houses stand still.',
		tracks: [
			moves('cyclist', 'Cyclist', [
				[296, 300],
				[400, 296],
				[500, 294],
				[610, 298],
			]),
			...pins([80, 180], [260, 150], [560, 150], [770, 180]),
		],
	},
	{
		...drawnIn('koi.svg'),
		id: 'koi',
		name: 'Koi in the pond',
		prompt: 'Koi carp swim in gentle curves through clear green water, lily pads stand still.',
		tracks: [
			moves('white', 'White koi', [
				[296, 206],
				[400, 140],
				[440, 230],
				[350, 300],
			]),
			moves('orange', 'Orange koi', [
				[530, 342],
				[460, 390],
				[370, 380],
				[300, 420],
			]),
			...pins([720, 60], [70, 60], [740, 420]),
		],
	},
];
