import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import type { Command } from '../document/commands.ts';
import {
	createTrack,
	documentSchema,
	emptyDocument,
	type Follow,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { frameSamples } from './frameSamples.ts';
import { sampleDocumentTrack } from './sampleDocumentTrack.ts';
import { sampleTrack } from './sampleTrack.ts';

const leader = createTrack(emptyDocument, 'leader', 'path', [
	{ x: 100, y: 100, mode: 'corner' },
	{ x: 220, y: 100, mode: 'corner' },
]);
const pin = createTrack(emptyDocument, 'child', 'pin', [{ x: 100, y: 150, mode: 'smooth' }]);
const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a',
	mediaType: 'image/png',
};
const rigid: Follow = { trackId: 'leader', delay: 0, rotate: false, scale: 1 };

const withTracks = (...tracks: Track[]): WanDocument => ({ ...emptyDocument, image, tracks });
const apply = (document: WanDocument, ...commands: Command[]) =>
	commands.reduce(applyCommand, document);
const place = (document: WanDocument, id: string, i: number) => {
	const samples = sampleDocumentTrack(document, document.tracks.find((t) => t.id === id)!);
	return [samples[i * 2]!, samples[i * 2 + 1]!];
};

test('a follower starts where it was drawn and makes its leader’s way', () => {
	const document = withTracks(leader, { ...pin, follow: rigid });
	expect(place(document, 'child', 0)).toEqual([100, 150]);
	expect(place(document, 'child', 60)).toEqual([160, 150]);
	expect(place(document, 'child', 120)).toEqual([220, 150]);
});

test('delay comes later, scale goes less far', () => {
	const document = withTracks(leader, { ...pin, follow: { ...rigid, delay: 0.25, scale: 0.5 } });
	expect(place(document, 'child', 30)).toEqual([100, 150]);
	expect(place(document, 'child', 120)[0]).toBeCloseTo(145, 9);
});

test('with rotation it keeps its side while the leader turns a quarter', () => {
	const corner = {
		...leader,
		points: [...leader.points, { x: 220, y: 220, mode: 'corner' as const }],
	};
	const document = withTracks(corner, { ...pin, follow: { ...rigid, rotate: true } });
	const [x, y] = place(document, 'child', 120);
	expect(x).toBeCloseTo(170, 6);
	expect(y).toBeCloseTo(220, 6);
});

test('editing the leader moves its followers, and only them, in what is exported', () => {
	const other = { ...pin, id: 'other' };
	const document = withTracks(leader, { ...pin, follow: rigid }, other);
	const before = frameSamples(document);
	const after = frameSamples(
		apply(document, { type: 'point/translate', trackId: 'leader', indices: [1], dx: 30, dy: 0 }),
	);
	expect(after[1]!.samples[240]).toBe(before[1]!.samples[240]! + 30);
	expect(after[2]!.samples).toBe(before[2]!.samples);
	expect(sampleDocumentTrack(document, document.tracks[1]!)).toBe(
		sampleDocumentTrack(document, document.tracks[1]!),
	);
});

test('a circle cannot be closed, and one from a file leads nowhere', () => {
	const document = withTracks(leader, { ...pin, follow: rigid });
	const circle: Command = {
		type: 'track/follow',
		trackIds: ['leader'],
		follow: { ...rigid, trackId: 'child' },
	};
	expect(apply(document, circle)).toBe(document);
	const self: Command = { ...circle, follow: { ...rigid, trackId: 'leader' } };
	expect(apply(document, self)).toBe(document);
	const broken = withTracks(
		{ ...leader, follow: { ...rigid, trackId: 'child' } },
		{ ...pin, follow: rigid },
	);
	expect(place(broken, 'leader', 0)).toEqual([100, 100]);
});

test('a leader that is deleted leaves its followers where they are; undo brings both back', () => {
	const document = withTracks(leader, { ...pin, follow: rigid });
	const left = apply(document, { type: 'track/remove', trackIds: ['leader'] });
	expect(sampleDocumentTrack(left, left.tracks[0]!)).toBe(sampleTrack(left.tracks[0]!));
});

test('any series of follow commands stays acyclic, valid and finite', () => {
	const ids = ['a', 'b', 'c', 'd'];
	const tracks = ids.map((id, i) => ({ ...(i % 2 ? pin : leader), id }));
	const link = fc.record({
		child: fc.constantFrom(...ids),
		trackId: fc.constantFrom(...ids),
		delay: fc.double({ min: 0, max: 1, noNaN: true }),
		rotate: fc.boolean(),
		scale: fc.double({ min: -2, max: 2, noNaN: true }),
	});
	fc.assert(
		fc.property(fc.array(link, { maxLength: 10 }), (links) => {
			let document = withTracks(...tracks);
			for (const { child, ...follow } of links)
				document = apply(document, { type: 'track/follow', trackIds: [child], follow });
			expect(documentSchema.safeParse(document).success).toBe(true);
			for (const track of document.tracks) {
				let hops = 0;
				for (let at: Track | undefined = track; at?.follow; hops++) {
					const next: string = at.follow.trackId;
					at = document.tracks.find((t) => t.id === next);
					expect(hops).toBeLessThan(ids.length);
				}
				expect(sampleDocumentTrack(document, track).every(Number.isFinite)).toBe(true);
			}
		}),
		{ numRuns: 100 },
	);
});
