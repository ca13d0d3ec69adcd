/** Texts of the starter shots: a title and the idea in one line each. */
export const starters = {
	title: 'Starter shots',
	hint: 'one idea each, ready to change',
	dialogHint: 'One idea each, ready to change. One undo brings back what is open now.',
	shots: {
		balloons: {
			title: 'Several objects',
			idea: 'A track for each thing that moves, pins for the land.',
		},
		lanterns: {
			title: 'Many small things',
			idea: 'Nine short tracks, each beginning a little later.',
		},
		windmill: { title: 'Turn as one', idea: 'Four tracks in a group turn about one point.' },
		sailboat: {
			title: 'Pin the background',
			idea: 'Two tracks carry the boat, five pins hold the mountains still.',
		},
		cyclist: { title: 'Move one thing', idea: 'One track from here to there, at an even pace.' },
		canyon: {
			title: 'Pan the camera',
			idea: 'No thing moves: the camera does, and every point with it.',
		},
		alley: { title: 'Zoom', idea: 'The camera goes in; points spread from the far end.' },
		moon: { title: 'Orbit', idea: 'A closed path, once round at an even pace.' },
		fox: { title: 'A walk', idea: 'Head and body rise and fall with each step.' },
		robot: { title: 'Wave', idea: 'Hand and elbow swing about the shoulder, to and fro.' },
		ducks: { title: 'Follow the leader', idea: 'One track is drawn; three follow it, each later.' },
		koi: { title: 'Curves', idea: 'A few smooth points make a swimming line.' },
		bee: { title: 'Spiral', idea: 'Narrowing loops that slow down at the end.' },
		'beach-ball': {
			title: 'Bounce',
			idea: 'Time keys at the ground, so that it falls faster and faster.',
		},
		clock: { title: 'To and fro', idea: 'One swing, repeated there and back.' },
		frog: {
			title: 'Wait, then go',
			idea: 'The track holds still for two seconds before the leap.',
		},
		rocket: { title: 'Slow, then fast', idea: 'Ease in: the same path gathers speed.' },
		gondola: { title: 'Soft start, soft stop', idea: 'Ease in and out along a straight line.' },
		penguin: {
			title: 'At your own speed',
			idea: 'A time key on each point: fast downhill, slow at the end.',
		},
		kite: { title: 'Let go', idea: 'Released half way: the model carries on by itself.' },
	},
};
