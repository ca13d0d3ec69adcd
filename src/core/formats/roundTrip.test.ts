import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type Track, type WanDocument } from '../document/document.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { exportSourceOf, exportSourceOfForeign } from './exportSource.ts';
import type { ForeignTracks, FormatId } from './formatTypes.ts';
import { placeForeign, samplesInFrame } from './placeForeign.ts';
import { readForeign } from './readForeign.ts';
import { type WrittenFile, writeForeign } from './writeForeign.ts';

/* What is written is read back as the same motion, within what the format can say. */

const place = fc.record({
	x: fc.integer({ min: -200, max: 1800 }),
	y: fc.integer({ min: -200, max: 1200 }),
});
const handle = fc.record({
	x: fc.integer({ min: -300, max: 300 }),
	y: fc.integer({ min: -300, max: 300 }),
});
const point = fc.oneof(
	place.map((p) => ({ ...p, mode: 'smooth' as const })),
	place.map((p) => ({ ...p, mode: 'corner' as const })),
	fc
		.tuple(place, handle, handle)
		.map(([p, handleIn, handleOut]) => ({ ...p, mode: 'bezier' as const, handleIn, handleOut })),
);
const release = fc.option(fc.integer({ min: 12, max: 118 }), { nil: undefined });
const curves = fc.array(
	fc.record({ points: fc.array(point, { minLength: 1, maxLength: 6 }), release }),
	{
		minLength: 1,
		maxLength: 4,
	},
);

/** @param keepsRelease Whether early release is drawn too. */
const shots = (keepsRelease: boolean): fc.Arbitrary<WanDocument> =>
	fc
		.record({ curves, length: fc.constantFrom(49, 81, 117), wide: fc.boolean() })
		.map(({ curves: drawn, length, wide }) => {
			const image = {
				sha256: 'b'.repeat(64),
				width: wide ? 1600 : 1000,
				height: wide ? 700 : 1000,
				name: '',
				mediaType: 'image/png',
			};
			const base: WanDocument = {
				...emptyDocument,
				image,
				frame: { ...emptyDocument.frame, length },
			};
			const tracks = drawn.map(({ points, release: at }, n): Track => {
				const track = createTrack(base, `t${n}`, points.length === 1 ? 'pin' : 'path', points);
				// Where all are released ATI tracks are spread, see `parseAtiTracks`.
				const isReleased = keepsRelease && at !== undefined && n > 0;
				return {
					...track,
					name: `Track ${n + 1}`,
					timing: isReleased ? { ...track.timing, release: at / 120 } : track.timing,
				};
			});
			return { ...base, tracks };
		});

function write(document: WanDocument, format: FormatId, options = {}): readonly WrittenFile[] {
	const written = writeForeign(format, exportSourceOf(document), options);
	if (!written.ok) throw new Error(written.error.kind);
	return written.value;
}

function read(
	content: WrittenFile['content'],
	format: FormatId,
	document: WanDocument,
	beside?: WrittenFile['content'],
): ForeignTracks {
	const result = readForeign(
		{ content, format, ...(beside instanceof Uint8Array ? { beside } : {}) },
		document.frame,
	);
	if (!result.ok || result.value.kind !== 'tracks') throw new Error(JSON.stringify(result));
	return result.value;
}

/** Farthest that a track's positions are from those that were written, frame px; infinite when it is told for another time. */
function farthest(file: ForeignTracks, document: WanDocument, slack = 0): number {
	const given = frameSamples(document).map(({ samples }) => samples);
	const back = samplesInFrame(file, document);
	if (given.length !== back.length) return Number.POSITIVE_INFINITY;
	let most = 0;
	for (const [n, own] of given.entries()) {
		const other = back[n]!;
		if (Math.abs(other.length - own.length) > slack * 2) return Number.POSITIVE_INFINITY;
		for (let i = 0; i + 1 < Math.min(own.length, other.length); i += 2)
			most = Math.max(most, Math.hypot(own[i]! - other[i]!, own[i + 1]! - other[i + 1]!));
	}
	return most;
}

const runs = { numRuns: 15 };

test.each([
	// Two decimals, float32 times 8, whole pixels of the node.
	['ati-json', {}, 0.011],
	['ati-pth', {}, 0.02],
	['kj-coordinates', {}, 0.011],
	['ltx-tracks', { time: '121' }, 0.011],
	['csv', {}, 0.011],
	['csv', { space: 'image' }, 0.02],
	['csv', { space: 'unit' }, 0.011],
] as const)(
	'%s %j brings every sample back, and where it is released',
	(format, options, within) => {
		fc.assert(
			fc.property(shots(true), (document) => {
				const [file] = write(document, format, options);
				expect(farthest(read(file!.content, format, document), document)).toBeLessThan(within);
			}),
			runs,
		);
	},
);

test.each(['kj-points', 'svg'] as const)('%s brings every curve back', (format) => {
	fc.assert(
		fc.property(shots(false), (document) => {
			// Where two points coincide there is no way to say how long the path stays.
			const [file] = write(document, format);
			const back = read(file!.content, format, document);
			// Handles are rounded to 0.01 px, and the pace follows the length.
			expect(farthest(back, document)).toBeLessThan(0.6);
			expect(back.tracks.every(({ kind }) => kind === 'curve')).toBe(true);
		}),
		runs,
	);
});

test.each(['wan-move', 'wan2gp', 'wan-move-json', 'after-effects'] as const)(
	'%s brings a position a frame back, the very same when it is written again',
	(format) => {
		fc.assert(
			fc.property(shots(format === 'wan-move' || format === 'wan2gp'), (document) => {
				const [file, beside] = write(document, format);
				const back = read(file!.content, format, document, beside?.content);
				const again = writeForeign(format, exportSourceOfForeign(back, document));
				// What lies half outside may read as absent; all else is the same.
				if (format === 'wan-move' || format === 'wan-move-json')
					expect(again.ok && again.value[0]!.content).toEqual(file!.content);
				expect(back.tracks).toHaveLength(document.tracks.length);
			}),
			runs,
		);
	},
);

test('one position a frame loses no more than what lies between two frames', () => {
	const document: WanDocument = {
		...emptyDocument,
		image: { sha256: 'c'.repeat(64), width: 832, height: 480, name: '', mediaType: 'image/png' },
	};
	const track = createTrack(document, 'a', 'path', [
		{ x: 100, y: 100, mode: 'smooth' },
		{ x: 400, y: 300, mode: 'smooth' },
		{ x: 700, y: 100, mode: 'smooth' },
	]);
	const shot = { ...document, tracks: [track] };
	for (const format of ['wan-move', 'wan2gp', 'wan-move-json', 'after-effects'] as const) {
		const [file, beside] = write(shot, format);
		expect(farthest(read(file!.content, format, shot, beside?.content), shot)).toBeLessThan(0.2);
	}
});

test('what has fewer numbers comes back near: whole pixels, 256 steps, straight pieces', () => {
	const document: WanDocument = {
		...emptyDocument,
		image: { sha256: 'c'.repeat(64), width: 832, height: 480, name: '', mediaType: 'image/png' },
	};
	const track = createTrack(document, 'a', 'path', [
		{ x: 100, y: 100, mode: 'smooth' },
		{ x: 400, y: 300, mode: 'smooth' },
		{ x: 700, y: 100, mode: 'smooth' },
	]);
	const shot = { ...document, tracks: [track] };
	for (const [format, within] of [
		['tora', 4],
		['motionpro', 4],
		['draganything', 4],
		['fl-paths', 1],
		['wan2gp-designer', 1],
		['spline-path-control', 2],
	] as const) {
		const [file] = write(shot, format);
		expect([format, farthest(read(file!.content, format, shot), shot) < within]).toEqual([
			format,
			true,
		]);
	}
});

test('samples become tracks within half a pixel; kept, they are the very same', () => {
	fc.assert(
		fc.property(shots(true), (document) => {
			const [file] = write(document, 'ati-json');
			const back = read(file!.content, 'ati-json', document);
			let id = 0;
			const createId = () => `i${id++}`;
			const fitted = placeForeign(back, { ...document, tracks: [] }, createId);
			const kept = placeForeign(back, { ...document, tracks: [] }, createId, { keepSamples: true });
			const samples = (tracks: readonly Track[]) =>
				frameSamples({ ...document, tracks: tracks.map((track) => ({ ...track })) });
			for (const [n, { samples: own }] of frameSamples(document).entries()) {
				const near = samples(fitted)[n]!.samples;
				expect(samples(kept)[n]!.samples).toEqual(own);
				for (let i = 0; i < own.length; i++) expect(Math.abs(near[i]! - own[i]!)).toBeLessThan(0.6);
			}
		}),
		{ numRuns: 6 },
	);
});

test('a single track is written flat for KJNodes, and lists otherwise', () => {
	const [one, two] = [1, 2].map((count): WanDocument => {
		const document = { ...emptyDocument };
		const tracks = Array.from({ length: count }, (_, n) =>
			createTrack(document, `t${n}`, 'pin', [{ x: 1, y: 2, mode: 'smooth' }]),
		);
		return { ...document, tracks };
	});
	expect(write(one!, 'kj-coordinates')[0]!.content).toMatch(/^\[\{/);
	expect(write(two!, 'kj-coordinates')[0]!.content).toMatch(/^\[\[\{/);
	expect(writeForeign('ati-json', exportSourceOf(emptyDocument))).toMatchObject({
		error: { kind: 'noTracks' },
	});
	expect(writeForeign('qq-layers', exportSourceOf(one!))).toMatchObject({
		error: { kind: 'notWritable' },
	});
});
