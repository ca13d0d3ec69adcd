import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import {
	createTrack,
	documentSchema,
	emptyDocument,
	type WanDocument,
} from '../document/document.ts';
import { toBase64 } from './base64.ts';
import { readShareLink, shareLinkLimits, writeShareLink } from './shareLink.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'Forêt 🦊.png',
	mediaType: 'image/png',
};

const place = fc.integer({ min: -100_000, max: 200_000 }).map((value) => value / 100);
const anyTrack = fc.record({
	id: fc.uuid(),
	places: fc.array(fc.record({ x: place, y: place }), { minLength: 1, maxLength: 6 }),
	groupId: fc.option(fc.uuid(), { nil: undefined }),
	time: fc.option(fc.constantFrom(0, 0.2, 1), { nil: undefined }),
});
const anyDocument = fc
	.record({
		tracks: fc.uniqueArray(anyTrack, { maxLength: 6, selector: ({ id }) => id }),
		prompt: fc.string({ maxLength: 80, unit: 'grapheme' }),
	})
	.map(
		({ tracks, prompt }): WanDocument => ({
			...emptyDocument,
			image,
			shot: { ...emptyDocument.shot, prompt },
			tracks: tracks.map(({ id, places, groupId, time }, n) => ({
				...createTrack(
					emptyDocument,
					id,
					'path',
					places.map((p) => ({
						...p,
						mode: 'smooth' as const,
						...(time !== undefined && { time }),
					})),
				),
				...(groupId !== undefined && { groupId }),
				...(n > 0 && {
					follow: { trackId: tracks[n - 1]!.id, delay: 0.1, rotate: false, scale: 1 },
				}),
			})),
		}),
	);

const written = (document: WanDocument): string => {
	const link = writeShareLink(document);
	if (!link.ok) throw new Error(`too long: ${link.error.characters}`);
	return link.value;
};

const read = (fragment: string): WanDocument => {
	const shot = readShareLink(fragment);
	if (!shot?.ok) throw new Error(JSON.stringify(shot));
	return shot.value;
};

/** Who leads whom and who is grouped, by place in the list: ids are made anew. */
const structure = ({ tracks, regions }: WanDocument) => {
	const at = (id: string | undefined) => tracks.findIndex((track) => track.id === id);
	return tracks.map(({ follow, groupId, points, name }, n) => ({
		region: regions[n] && { ...regions[n], id: '', trackIds: regions[n].trackIds.map(at) },
		leader: at(follow?.trackId),
		group: tracks.findIndex((other) => groupId !== undefined && other.groupId === groupId),
		points,
		name,
	}));
};

test('a shot comes out of its link as it went in, ids made short; once more changes nothing', () => {
	fc.assert(
		fc.property(anyDocument, (document) => {
			const copy = read(`#${written(document)}`);
			expect(structure(copy)).toEqual(structure(document));
			const rest = { tracks: [], regions: [] };
			expect({ ...copy, ...rest }).toEqual({ ...document, ...rest });
			expect(documentSchema.safeParse(copy).success).toBe(true);
			expect(read(written(copy))).toEqual(copy);
			expect(written(document)).toMatch(/^shot=[\w-]+$/);
		}),
		{ numRuns: 60 },
	);
});

test('no fragment throws, whatever it holds', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }), (a, b) => {
			readShareLink(a);
			for (const text of [`shot=${a}`, `#shot=${b}`]) expect(readShareLink(text)?.ok).toBe(false);
		}),
	);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
			const base64 = toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_');
			expect(readShareLink(`shot=${base64}`)?.ok).toBe(false);
		}),
	);
});

test('a link that was cut or changed on its way is told, not opened as something else', () => {
	const link = written({ ...emptyDocument, image, shot: { ...emptyDocument.shot, prompt: 'fox' } });
	fc.assert(
		fc.property(fc.integer({ min: 5, max: link.length - 2 }), (length) => {
			expect(readShareLink(link.slice(0, length))?.ok).toBe(false);
		}),
	);
});

const packed = (text: string) =>
	`shot=${toBase64(deflateSync(new TextEncoder().encode(text)))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '')}`;

test('what unpacks to more than a shot can be is left packed', () => {
	const bomb = packed('a'.repeat(4 * 1024 * 1024));
	expect(bomb.length).toBeLessThan(shareLinkLimits.characters);
	expect(readShareLink(bomb)).toEqual({
		ok: false,
		error: { kind: 'tooLarge', limit: shareLinkLimits.inflatedBytes },
	});
});

test('a shot that a link cannot hold says how long it would be', () => {
	const points = Array.from({ length: 3000 }, (_, i) => ({
		x: Math.round(Math.sin(i * i) * 40_000) / 100,
		y: Math.round(Math.cos(i * 7) * 40_000) / 100,
		mode: 'smooth' as const,
	}));
	const link = writeShareLink({
		...emptyDocument,
		image,
		tracks: [createTrack(emptyDocument, 'a', 'path', points)],
	});
	expect(link).toMatchObject({ ok: false, error: { kind: 'tooLong', limit: 8192 } });
	expect(readShareLink(`shot=${'A'.repeat(9000)}`)).toMatchObject({
		ok: false,
		error: { kind: 'tooLong' },
	});
});

test('another address has no shot; JSON of another kind is named', () => {
	expect(['', '#', '#tracks', 'shots=1', '?lang=fr'].map(readShareLink)).toEqual(
		Array(5).fill(undefined),
	);
	expect(readShareLink(packed('{"a":1}'))).toEqual({
		ok: false,
		error: { kind: 'project', error: { kind: 'notAProject' } },
	});
});
