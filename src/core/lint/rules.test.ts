import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import {
	type ControlPoint,
	createTrack,
	emptyDocument,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { tracksFromSamples } from '../formats/tracksToDocument.ts';
import { type LumaPicture, lumaSize } from '../pins/lumaPicture.ts';
import { type FrameSamples, frameSamples } from '../trajectory/frameSamples.ts';
import { lintDocument } from './lintDocument.ts';
import { type RuleId, ruleIds } from './rules.ts';

/*
 * Every rule with a shot that breaks it and one that just does not. The frame is the picture: 832 x 480, 81 frames, 16 fps.
 */

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a.png',
	mediaType: 'image/png',
};
const base: WanDocument = {
	...emptyDocument,
	image,
	shot: { ...emptyDocument.shot, prompt: 'A ball rolls over the floor.' },
};

type XY = readonly [x: number, y: number];
type Patch = Partial<Track>;

type TrackSpec = readonly XY[] | readonly [Patch, ...XY[]];

const shot = (...specs: readonly TrackSpec[]): WanDocument => {
	let document = base;
	for (const [n, [first, ...rest]] of specs.entries()) {
		const patch = Array.isArray(first) ? {} : (first as Patch);
		const places = (Array.isArray(first) ? [first, ...rest] : rest) as XY[];
		const points = places.map(([x, y]): ControlPoint => ({ x, y, mode: 'corner' }));
		const kind = points.length === 1 ? 'pin' : 'path';
		const track = { ...createTrack(document, `t${n}`, kind, points), ...patch };
		document = { ...document, tracks: [...document.tracks, track] };
	}
	return document;
};

const withShot = (document: WanDocument, patch: Partial<WanDocument['shot']>): WanDocument => ({
	...document,
	shot: { ...document.shot, ...patch },
});
const withFrame = (document: WanDocument, patch: Partial<WanDocument['frame']>): WanDocument => ({
	...document,
	frame: { ...document.frame, ...patch },
});

/** To and fro between two heights while it goes right. */
const zigzag = (turns: number): XY[] =>
	Array.from({ length: turns + 1 }, (_, n) => [100 + (500 * n) / turns, n % 2 ? 260 : 220]);

const many = (count: number, dx: number): WanDocument =>
	shot(
		...Array.from({ length: count }, (_, n): readonly XY[] => {
			const x = 60 + 100 * (n % 8);
			const y = 40 + 56 * Math.floor(n / 8);
			// Alternately right and left, so that no move of the camera is seen in it.
			return dx === 0
				? [[x, y]]
				: [
						[x, y],
						[x + (n % 2 ? dx : -dx), y],
					];
		}),
	);

/** Samples given one by one: every sample a keyed corner. */
const bySamples = (places: readonly XY[]): WanDocument => {
	const document = shot(places);
	const [track] = document.tracks;
	const points = track!.points.map((point, i) =>
		i === 0 || i === places.length - 1 ? point : { ...point, time: i / (places.length - 1) },
	);
	return { ...document, tracks: [{ ...track!, points }] };
};
const sampled = (place: (i: number) => XY): WanDocument =>
	bySamples(Array.from({ length: 121 }, (_, i) => place(i)));

/** A bright disc of the given radius on a dark checkered ground; the disc itself is plain. */
const disc = (radius: number): LumaPicture => {
	const { width, height } = lumaSize(image);
	const data = new Uint8Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const ground = ((x >> 3) + (y >> 3)) % 2 ? 20 : 70;
			data[y * width + x] = Math.hypot(x - 200, y - 240) <= radius ? 220 : ground;
		}
	return { width, height, data };
};

interface Fixture {
	readonly fails: WanDocument;
	readonly passes: WanDocument;
	/** Looked at in both; `failsWith` only in the first. */
	readonly picture?: LumaPicture;
	readonly failsWith?: LumaPicture;
}

const mover: readonly XY[] = [
	[200, 240],
	[400, 240],
];
const nearEdge: readonly XY[] = [
	[312, 240],
	[500, 240],
];
const pin: readonly XY[] = [[700, 100]];
const plain = shot(mover, pin);

const fixtures: Readonly<Record<RuleId, Fixture>> = {
	'no-image': { fails: { ...plain, image: null }, passes: plain },
	'no-tracks': { fails: base, passes: plain },
	'length-too-short': {
		fails: withFrame(plain, { length: 4 }),
		passes: withFrame(
			shot([
				[200, 240],
				[260, 240],
			]),
			{ length: 5 },
		),
	},
	'length-not-4n-plus-1': {
		fails: withFrame(plain, { length: 80 }),
		passes: withFrame(plain, { length: 77 }),
	},
	'length-multiple-of-120': {
		fails: withFrame(plain, { length: 121 }),
		passes: withFrame(plain, { length: 125 }),
	},
	'size-not-multiple-of-16': {
		fails: withFrame(plain, { width: 840 }),
		passes: withFrame(plain, { width: 848 }),
	},
	'start-outside-frame': {
		fails: shot(
			[
				[-4, 240],
				[200, 240],
			],
			pin,
		),
		passes: shot(
			[
				[4, 240],
				[200, 240],
			],
			pin,
		),
	},
	'starts-too-close': {
		fails: shot(mover, [
			[220, 240],
			[220, 400],
		]),
		passes: shot(mover, [
			[200, 266],
			[200, 400],
		]),
	},
	'tracks-too-close': {
		fails: shot(mover, [
			[404, 400],
			[404, 240],
		]),
		passes: shot(mover, [
			[420, 400],
			[420, 240],
		]),
	},
	'weights-overlap': {
		fails: shot(mover, [
			[220, 240],
			[420, 240],
		]),
		passes: shot(mover, [
			[230, 240],
			[430, 240],
		]),
	},
	'topk-clusters': {
		fails: withShot(
			shot(
				mover,
				[
					[200, 252],
					[400, 252],
				],
				[
					[200, 228],
					[400, 228],
				],
			),
			{ topk: 10 },
		),
		passes: withShot(
			shot(
				mover,
				[
					[200, 300],
					[400, 300],
				],
				[
					[200, 180],
					[400, 180],
				],
			),
			{ topk: 10 },
		),
	},
	'too-fast': {
		fails: shot(
			[{ timing: { start: 0.5, end: 0.52, easing: 'linear' } }, [20, 240], [700, 240]],
			pin,
		),
		passes: shot(
			[{ timing: { start: 0.3, end: 0.7, easing: 'linear' } }, [20, 240], [700, 240]],
			pin,
		),
	},
	'moves-too-little': {
		fails: shot(
			[
				[200, 240],
				[206, 240],
			],
			pin,
		),
		passes: shot(
			[
				[200, 240],
				[209, 240],
			],
			pin,
		),
	},
	'too-many-moving': { fails: many(21, 20), passes: many(20, 20) },
	'too-many-tracks': { fails: many(47, 0), passes: many(46, 0) },
	// 5 seconds: 30 turns are 3 Hz, 16 are 1.6 Hz.
	wiggle: { fails: shot(zigzag(30), pin), passes: shot(zigzag(16), pin) },
	stutter: {
		fails: sampled((i) => [100 + 8 * (i >> 1), 240]),
		passes: sampled((i) => [100 + 4 * i, 240]),
	},
	'integer-rounded': {
		fails: sampled((i) => [100 + Math.round(0.51 * i), 240]),
		passes: sampled((i) => [100 + i, 240]),
	},
	'flat-start': { fails: plain, passes: plain, picture: disc(9), failsWith: disc(120) },
	// The start lies near the disc's edge, so there is something to take hold of.
	'uncovered-region': {
		fails: shot(nearEdge, pin),
		passes: plain,
		picture: disc(12),
		failsWith: disc(120),
	},
	'no-pin': {
		fails: shot(mover, [
			[200, 100],
			[390, 110],
		]),
		passes: shot(
			mover,
			[
				[200, 100],
				[390, 110],
			],
			pin,
		),
	},
	'prompt-empty': { fails: withShot(plain, { prompt: ' ' }), passes: plain },
	'prompt-no-motion': {
		fails: withShot(plain, { prompt: 'A red ball on a wooden floor in the morning, photo.' }),
		passes: withShot(plain, { prompt: 'A red ball rolling.' }),
	},
};

test.each(ruleIds)('%s: found where it is broken, not where it is kept', (rule) => {
	const { fails, passes, picture, failsWith } = fixtures[rule];
	const found = lintDocument(fails, failsWith ?? picture).filter((f) => f.rule === rule);
	expect(found.length).toBeGreaterThan(0);
	const { trackId, span } = found[0]!;
	if (trackId) expect(fails.tracks.map(({ id }) => id)).toContain(trackId);
	if (span) {
		expect(span.fromSample).toBeGreaterThanOrEqual(0);
		expect(span.toSample).toBeGreaterThanOrEqual(span.fromSample);
		expect(span.toSample).toBeLessThanOrEqual(120);
	}
	expect(lintDocument(passes, picture).map((f) => f.rule)).not.toContain(rule);
});

const fixable = ruleIds.filter((rule) => {
	const { fails, failsWith } = fixtures[rule];
	return lintDocument(fails, failsWith).some((f) => f.rule === rule && f.fixes.length > 0);
});

test('most rules have a button that mends them', () => {
	const withoutFix: RuleId[] = [
		'no-image',
		'no-tracks',
		'tracks-too-close',
		'too-many-moving',
		'too-many-tracks',
		'flat-start',
		'prompt-empty',
		'prompt-no-motion',
	];
	expect(ruleIds.filter((rule) => !fixable.includes(rule))).toEqual(withoutFix);
});

test.each(fixable)('%s: each fix removes the finding and brings no error', (rule) => {
	const { fails, failsWith } = fixtures[rule];
	for (const finding of lintDocument(fails, failsWith).filter((f) => f.rule === rule))
		for (const fix of finding.fixes) {
			const after = fix.commands.reduce(applyCommand, fails);
			const left = lintDocument(after, failsWith);
			expect(left.filter((f) => f.rule === rule && f.trackId === finding.trackId)).toEqual([]);
			expect(left.filter((f) => f.severity === 'error')).toEqual([]);
			expect(new Set(after.tracks.map(({ id }) => id)).size).toBe(after.tracks.length);
		}
});

test('too fast is told with the px, the limit and the place', () => {
	const [finding] = lintDocument(fixtures['too-fast'].fails).filter((f) => f.rule === 'too-fast');
	expect(finding).toMatchObject({
		trackId: 't0',
		values: { track: 'Track 1', limit: 416, from: 2.5, to: 2.6 },
	});
	expect(finding!.values.px).toBeGreaterThan(416);
});

test('smoothing keeps the ends and stays near the middle of the shake', () => {
	const document = fixtures.wiggle.fails;
	const [finding] = lintDocument(document).filter((f) => f.rule === 'wiggle');
	const after = finding!.fixes[0]!.commands.reduce(applyCommand, document);
	const [before] = frameSamples(document);
	const [smooth] = frameSamples(after);
	expect(smooth!.samples.slice(0, 2)).toEqual(before!.samples.slice(0, 2));
	expect(smooth!.samples.slice(-2)).toEqual(before!.samples.slice(-2));
	for (let i = 20; i < 100; i++) expect(smooth!.samples[i * 2 + 1]).toBeCloseTo(240, -1);
});

test('a slow import rounded to whole pixels is told, and smoothed with one click', () => {
	const rounded = Float64Array.from({ length: 242 }, (_, k) =>
		Math.round(k % 2 ? 200 + 0.2 * (k >> 1) : 100 + 0.51 * (k >> 1)),
	);
	const tracks = tracksFromSamples(base, [rounded], () => 'imported');
	const document = { ...base, tracks };
	const [finding] = lintDocument(document).filter((f) => f.rule === 'integer-rounded');
	const after = finding!.fixes[0]!.commands.reduce(applyCommand, document);
	const [{ samples }] = frameSamples(after) as [FrameSamples];
	for (let i = 2; i < 119; i++) {
		const step = (j: number) => samples[j * 2]! - samples[j * 2 - 2]!;
		expect(Math.abs(step(i) - step(i + 1))).toBeLessThan(0.1);
	}
});

test('two tracks with one start: one finding, and the later one is moved', () => {
	const document = shot(mover, mover, pin);
	const found = lintDocument(document).filter((f) => f.rule === 'starts-too-close');
	expect(found).toHaveLength(1);
	expect(found[0]).toMatchObject({ trackId: 't1', values: { other: 'Track 1', px: 0 } });
});
