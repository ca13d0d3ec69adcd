import { expect, test } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { detectFormat } from './detectFormat.ts';
import { formats } from './formats.ts';
import type { ForeignTracks, FormatId } from './formatTypes.ts';
import { serializeNpy, serializeNpyBooleans } from './npy.ts';
import { samplesInFrame } from './placeForeign.ts';
import { readForeign } from './readForeign.ts';
import { sampleFiles } from './testing/sampleFiles.ts';

const clip = emptyDocument.frame;

function read(content: Uint8Array | string, format?: FormatId): ForeignTracks {
	const result = readForeign({ content, ...(format ? { format } : {}) }, clip);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	if (result.value.kind !== 'tracks') throw new Error('a project');
	return result.value;
}

/** Frame px of a track at sample i, whole. */
function at(
	file: ForeignTracks,
	track: number,
	i: number,
	image?: { width: number; height: number },
) {
	const samples = samplesInFrame(file, { frame: clip, image: image ?? null })[track]!;
	return [Math.round(samples[2 * i]!), Math.round(samples[2 * i + 1]!)];
}

const json = (value: unknown): string => JSON.stringify(value);

test.each(formats.filter(({ isDetected }) => isDetected).map(({ id }) => id))(
	'%s is told by its content alone',
	(id) => {
		expect(detectFormat(sampleFiles[id])).toBe(id);
		const text = sampleFiles[id];
		if (typeof text === 'string') expect(detectFormat(new TextEncoder().encode(text))).toBe(id);
	},
);

test.each(formats.map(({ id }) => id))('%s is read', (id) => {
	const result = readForeign({ content: sampleFiles[id], format: id }, clip);
	expect(result.ok && result.value.format).toBe(id);
});

test('what is nothing is said to be nothing', () => {
	expect(detectFormat(Uint8Array.of(1, 0, 2, 3))).toBeNull();
	expect(detectFormat('hello, world')).toBeNull();
	expect(readForeign({ content: '' }, clip)).toMatchObject({ error: { kind: 'empty' } });
	expect(readForeign({ content: 'hello' }, clip)).toMatchObject({
		error: { kind: 'unknownFormat' },
	});
});

test('KJNodes: handles are absolute, h1 comes in and h2 goes out', () => {
	const point = (x: number, y: number, more = {}) => ({ x, y, ...more });
	const file = read(
		json([
			{
				points: [
					point(0, 100, { h1x: 0, h1y: 100, h2x: 50, h2y: 40 }),
					point(200, 100, { h1x: 150, h1y: 160, h2x: 200, h2y: 100 }),
				],
				name: 'Arc',
			},
			{ points: [point(5, 6)], isSinglePoint: true },
		]),
	);
	expect(file.tracks[0]).toMatchObject({
		kind: 'curve',
		name: 'Arc',
		points: [
			{ mode: 'bezier', handleOut: { x: 50, y: -60 } },
			{ mode: 'bezier', handleIn: { x: -50, y: 60 } },
		],
	});
	expect(file.tracks[1]).toMatchObject({ points: [{ x: 5, y: 6 }] });
	// A cubic at its middle: an eighth of the ends, three eighths of the handles.
	expect(at(file, 0, 60)).toEqual([100, 100]);
});

test('KJNodes: without handles its cardinal spline, as its editor draws it', () => {
	// Protovis: M0,0 Q c,100,0 then Q: the control point is p1 - 2/3 t with t = 0.25 (p2 - p0) = (50, 0).
	const file = read(
		json([
			{
				points: [
					{ x: 0, y: 0 },
					{ x: 100, y: 50 },
					{ x: 200, y: 0 },
				],
			},
		]),
	);
	const [curve] = file.tracks;
	const points = curve?.kind === 'curve' ? curve.points : [];
	expect(points[0]!.handleOut!.x).toBeCloseTo((2 / 3) * (100 - 100 / 3));
	expect(points[0]!.handleOut!.y).toBeCloseTo((2 / 3) * 50);
	expect(points[1]!.handleIn!.x).toBeCloseTo(-200 / 9);
	expect(points[1]!.handleOut!.x).toBeCloseTo(200 / 9);
	expect(points[2]!.handleIn!.x).toBeCloseTo((-2 / 3) * (100 - 100 / 3));
});

test('FL: its times, easing and canvas; pop releases at the end', () => {
	const file = read(
		json({
			paths: [
				{
					name: 'Path 1',
					points: [
						{ x: 0, y: 256 },
						{ x: 512, y: 256 },
					],
					startTime: 0.25,
					endTime: 0.75,
					interpolation: 'ease-in',
					visibilityMode: 'pop',
				},
			],
			canvas_size: { width: 512, height: 512 },
		}),
	);
	expect(file.tracks[0]).toMatchObject({
		timing: { start: 0.25, end: 0.75, easing: 'easeIn', release: 0.75 },
	});
	expect([0, 30, 60, 90].map((i) => at(file, 0, i)[0])).toEqual([0, 0, 208, 832]);
	expect(at(file, 0, 0)[1]).toBe(240);
});

test('FL: a hand’s stroke becomes few points', () => {
	const points = Array.from({ length: 120 }, (_, i) => ({
		x: 3 * i,
		y: 100 + 40 * Math.sin(i / 19),
	}));
	const [track] = read(json({ paths: [{ points }], canvas_size: clip })).tracks;
	expect(track?.kind === 'curve' && track.points.length).toBeLessThan(20);
});

test('WanMove Path Animator: a curve that goes back', () => {
	const path = {
		points: [
			{ x: 0, y: 0 },
			{ x: 100, y: 0 },
		],
		bezier_pts: [1, 0, 1, 1, 0, 0],
	};
	const file = read(json({ paths: [path], canvas_size: clip }));
	expect([at(file, 0, 0)[0], at(file, 0, 60)[0], at(file, 0, 120)[0]]).toEqual([100, 50, 0]);
});

test('Spline-Path-Control: spline, frames of its timeline, straight pieces of easing, anchors', () => {
	const scene = {
		splines: [
			{
				startFrame: 0,
				totalFrames: 40,
				tension: 1,
				hideOnComplete: true,
				easingCurve: [
					{ x: 0, y: 0 },
					{ x: 0.5, y: 1 },
					{ x: 1, y: 1 },
				],
				points: [
					{ x: 0, y: 0 },
					{ x: 416, y: 240 },
				],
			},
		],
		staticShapes: [{ pos: { x: 10, y: 20 }, isStatic: true }],
		originalImageDimensions: { width: 416, height: 240 },
	};
	const bytes = new TextEncoder().encode(`\x89PNG....IENDSPLINEDATA::${json(scene)}`);
	const file = read(bytes, 'spline-path-control');
	const [moving] = samplesInFrame(file, { frame: clip, image: null });
	expect(moving!.length / 2).toBe(61);
	expect([at(file, 0, 15), at(file, 0, 30), at(file, 0, 60)]).toEqual([
		[416, 240],
		[832, 480],
		[832, 480],
	]);
	expect(at(file, 1, 0)).toEqual([20, 40]);
});

test('a canvas of the picture’s shape lies on the picture, not on the frame', () => {
	const scene = {
		splines: [
			{
				points: [
					{ x: 50, y: 50 },
					{ x: 100, y: 100 },
				],
			},
		],
		originalImageDimensions: { width: 100, height: 100 },
	};
	const file = read(json(scene), 'spline-path-control');
	// A square picture shows its middle: 1000 x 577 of 1000 x 1000.
	const last = at(file, 0, 120, { width: 1000, height: 1000 });
	expect(last[0]).toBe(832);
	expect(last[1]).toBeGreaterThan(640);
});

test('QQ: shares of the frame, pauses in frames, keys of boxes, layers that are off', () => {
	const file = read(sampleFiles['qq-layers']);
	expect(file.tracks).toHaveLength(2);
	expect(file.tracks[0]).toMatchObject({ timing: { start: 0.1, easing: 'easeInOut' } });
	expect([at(file, 1, 0), at(file, 1, 30), at(file, 1, 60)]).toEqual([
		[166, 96],
		[250, 240],
		[333, 384],
	]);
});

test('Wan-Move: hidden at the end is released, hidden before stands still, never visible is left out', () => {
	const frames = 5;
	const tracks = serializeNpy(
		Float32Array.from({ length: frames * 3 * 2 }, (_, i) => 100 + i),
		[1, frames, 3, 2],
	);
	const visible = Uint8Array.from({ length: frames * 3 }, (_, i) => {
		const [frame, track] = [Math.floor(i / 3), i % 3];
		return track === 0 ? Number(frame < 3) : track === 1 ? Number(frame > 1) : 0;
	});
	const beside = serializeNpyBooleans(visible, [1, frames, 3]);
	const result = readForeign({ content: tracks, beside }, clip);
	const file = result.ok && result.value.kind === 'tracks' ? result.value : null;
	expect(file?.notes).toEqual([
		{ kind: 'invisibleTracks', count: 1 },
		{ kind: 'gapsFilled', count: 1 },
	]);
	expect(file?.tracks).toMatchObject([
		{ of: 5, samples: { length: 6 } },
		{ of: 5, samples: { length: 10 } },
	]);
	const [, late] = samplesInFrame(file!, { frame: clip, image: null });
	expect([late![0], late![60], late![240]]).toEqual([114, 114, 126]);
});

test('Wan2GP: shares, -1 -1 is absent; Motion Designer: its speeds', () => {
	const npy = serializeNpy(Float32Array.of(0, 0, 0.5, 0.5, -1, -1), [3, 1, 2]);
	const shares = read(npy);
	expect([shares.format, shares.space]).toEqual(['wan2gp', { of: 'unit' }]);
	expect(at(shares, 0, 60)).toEqual([416, 240]);
	expect(samplesInFrame(shares, { frame: clip, image: null })[0]!.length / 2).toBe(61);
	const layer = {
		path: [
			{ x: 0, y: 0 },
			{ x: 416, y: 0 },
		],
		startFrame: 0,
		endFrame: 81,
		speedMode: 'accelerate',
		speedRatio: 3,
	};
	const scene = { fps: 16, totalFrames: 82 };
	const file = read(json({ resolution: { width: 416, height: 240 }, scene, layers: [layer] }));
	// From speed 1 to 3: after half of the time 3/8 of the way.
	expect(at(file, 0, 60)[0]).toBe(312);
});

test('MotionPro, DragAnything and Tora: points at even times', () => {
	const keys = [
		[0, 0],
		[512, 0],
		[512, 320],
	];
	const motion = read(json({ traj_key_points: [keys] }));
	expect(motion.space).toMatchObject({ width: 512, height: 320 });
	expect(at(motion, 0, 60)).toEqual([832, 0]);
	expect(at(read(json([keys]), 'draganything'), 0, 60)).toEqual([512, 0]);
	expect(detectFormat(json([keys]))).toBe('ati-json');
	expect(at(read('0, 0\n128,128\r\n256, 0'), 0, 60)).toEqual([416, 240]);
});

test('After Effects: keys in frames of its own rate, several properties, later keys left out', () => {
	const text = [
		'Adobe After Effects 8.0 Keyframe Data',
		'',
		'\tUnits Per Second\t24',
		'\tSource Width\t1664',
		'\tSource Height\t960',
		'',
		'Transform\tPosition',
		'\tFrame\tX pixels\tY pixels\tZ pixels\t',
		'\t0\t0\t0\t0\t',
		'\t60\t832\t480\t0\t',
		'\t120\t1664\t0\t0\t',
		'\t240\t0\t0\t0\t',
		'',
		'Transform\tScale',
		'\tFrame\tX percent\tY percent\tZ percent\t',
		'\t0\t100\t100\t100\t',
		'Effects\tPoint Control #1\tPoint #2',
		'\tFrame\tX pixels\tY pixels\t',
		'\t0\t10\t20\t',
		'End of Keyframe Data',
	].join('\r\n');
	const file = read(text);
	expect(file.tracks).toHaveLength(2);
	expect(file.notes).toEqual([{ kind: 'afterTheEnd', count: 1 }]);
	expect([at(file, 0, 60), at(file, 0, 120), at(file, 1, 0)]).toEqual([
		[416, 240],
		[832, 0],
		[5, 10],
	]);
});

test('CSV: names, seconds, shares and what is hidden', () => {
	const file = read('time;track;share_x;share_y\n0;a;0;0\n5;a;1;1\n0;b;0.5;0.5\n');
	expect(file.tracks.map(({ name }) => name)).toEqual(['a', 'b']);
	expect([at(file, 0, 60), at(file, 1, 0)]).toEqual([
		[416, 240],
		[416, 240],
	]);
	const hidden = read('frame,track,x,y,visible\n0,0,1,2,1\n1,0,3,4,1\n2,0,0,0,0\n');
	expect(samplesInFrame(hidden, { frame: clip, image: null })[0]!.length / 2).toBe(61);
	expect(readForeign({ content: 'x,y\n1,2\nno,3' }, clip)).toMatchObject({
		error: { kind: 'damaged', what: 'text', at: 3 },
	});
});

test('SVG: every command, shapes, groups, pins; defs are no drawing', () => {
	const svg = `<?xml version="1.0"?><svg viewBox="0 0 416 240"><!-- <path d="M9 9L8 8"/> -->
		<defs><path d="M0 0L9 9"/></defs>
		<g transform="translate(10 20) scale(2)"><path id="p&amp;q" d="m0 0 l10,0 v10h-10z"/></g>
		<path d="M0 0C0 50 100 50 100 0S200-50 200 0Q250 50 300 0T400 0A10 10 0 0120 20"/>
		<circle cx="5" cy="6" r="3" data-pin=""/><polyline points="0,0 5,5 10,0"/></svg>`;
	const file = read(svg);
	expect(file.tracks.map((t) => t.kind === 'curve' && [t.points.length, t.closed])).toEqual([
		[4, true],
		[expect.any(Number), false],
		[1, false],
		[3, false],
	]);
	expect(file.tracks[0]).toMatchObject({
		name: 'p&q',
		points: [{ x: 10, y: 20 }, { x: 30, y: 20 }, {}, {}],
	});
	const [, path] = file.tracks;
	const points = path?.kind === 'curve' ? path.points : [];
	// The mirrored handle of S, and the quadratic's two thirds.
	expect(points[1]).toMatchObject({
		x: 100,
		handleIn: { x: 0, y: 50 },
		handleOut: { x: 0, y: -50 },
	});
	expect(points[2]!.handleOut!.x).toBeCloseTo((2 / 3) * 50);
	expect(points.at(-1)).toMatchObject({ x: 20, y: 20 });
});

test('a circle of SVG arcs is round', () => {
	const [track] = read(
		'<svg viewBox="0 0 832 480"><circle cx="200" cy="200" r="100"/></svg>',
	).tracks;
	const file = { ...read(sampleFiles.svg), tracks: [track!] };
	const samples = samplesInFrame(file, { frame: clip, image: null })[0]!;
	for (let i = 0; i < samples.length; i += 2)
		expect(Math.hypot(samples[i]! - 200, samples[i + 1]! - 200)).toBeCloseTo(100, 0);
});

test('a workflow gives what its editors hold, in the size beside it; the API format too', () => {
	const file = read(sampleFiles['comfy-workflow']);
	expect(file.tracks).toMatchObject([{ kind: 'curve', name: 'Arc' }]);
	expect(file.notes).toEqual([{ kind: 'fromNodes', nodes: ['SplineEditor'] }]);
	expect(at(file, 0, 120)).toEqual([832, 240]);
	const tracks = json([
		[
			{ x: 10, y: 10 },
			{ x: 20, y: 20 },
		],
	]);
	const api = read(
		json({
			'5': {
				class_type: 'WanTrackToVideo',
				inputs: { tracks, width: 416, height: 240, start_image: ['4', 0] },
			},
			'6': { class_type: 'CLIPTextEncode', inputs: { text: '[not tracks]' } },
		}),
	);
	expect(at(api, 0, 120)).toEqual([40, 40]);
	const sparse = { class_type: 'LTXVSparseTrackEditor', inputs: { points_store: tracks } };
	expect(read(json({ '1': sparse })).tracks).toMatchObject([{ kind: 'samples' }]);
	const nothing = readForeign({ content: json({ nodes: [], links: [] }) }, clip);
	expect(nothing).toMatchObject({ error: { kind: 'noTracks' } });
});

test('LTX: the points of a spline whose pieces take the same time', () => {
	const store = json([
		[
			{ x: 0, y: 0 },
			{ x: 10, y: 0 },
			{ x: 110, y: 0 },
		],
	]);
	expect(at(read(store, 'ltx-tracks'), 0, 60)).toEqual([10, 0]);
});
