import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import {
	createTrack,
	documentSchema,
	emptyDocument,
	type WanDocument,
} from '../document/document.ts';
import { lintDocument } from './lintDocument.ts';
import { perRule } from './rules.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a.png',
	mediaType: 'image/png',
};
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyTrack = fc.record({
	places: fc.array(
		fc.record({ x: fc.integer({ min: -200, max: 1000 }), y: fc.integer({ min: -200, max: 700 }) }),
		{ minLength: 1, maxLength: 6 },
	),
	times: fc.tuple(share, share),
	easing: fc.constantFrom('linear', 'easeIn', 'steps', 'hold', 'elastic'),
	release: fc.option(share, { nil: undefined }),
	visible: fc.boolean(),
	closed: fc.boolean(),
});

const anyDocument = fc
	.record({
		tracks: fc.array(anyTrack, { maxLength: 6 }),
		length: fc.integer({ min: 1, max: 200 }),
		topk: fc.integer({ min: 1, max: 10 }),
		temperature: fc.integer({ min: 1, max: 1000 }),
		prompt: fc.string({ maxLength: 40 }),
	})
	.map(({ tracks, length, topk, temperature, prompt }) => {
		let document: WanDocument = {
			...emptyDocument,
			image,
			frame: { ...emptyDocument.frame, length },
			shot: { ...emptyDocument.shot, topk, temperature, prompt },
		};
		for (const [n, { places, times, easing, release, visible, closed }] of tracks.entries()) {
			const points = places.map((place) => ({ ...place, mode: 'smooth' as const }));
			const kind = points.length === 1 ? 'pin' : 'path';
			const track = {
				...createTrack(document, `t${n}`, kind, points),
				visible,
				closed,
				timing: {
					start: Math.min(...times),
					end: Math.max(...times),
					easing,
					...(release !== undefined && { release }),
				},
			};
			document = { ...document, tracks: [...document.tracks, track] };
		}
		return document;
	});

test('whatever the document: places that exist, values that can be said, fixes that keep it valid', () => {
	fc.assert(
		fc.property(anyDocument, (document) => {
			const findings = lintDocument(document);
			for (const rule of new Set(findings.map((f) => f.rule)))
				expect(findings.filter((f) => f.rule === rule).length).toBeLessThanOrEqual(perRule);
			const ids = document.tracks.map(({ id }) => id);
			for (const { trackId, span, values, fixes } of findings) {
				if (trackId) expect(ids).toContain(trackId);
				if (span) {
					expect(ids).toContain(span.trackId);
					expect(span.fromSample).toBeGreaterThanOrEqual(0);
					expect(span.toSample).toBeLessThanOrEqual(120);
					expect(span.fromSample).toBeLessThanOrEqual(span.toSample);
				}
				for (const value of Object.values(values))
					if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
				for (const fix of fixes) {
					const mended = fix.commands.reduce(applyCommand, document);
					expect(documentSchema.safeParse(mended).success).toBe(true);
				}
			}
		}),
		{ numRuns: 100 },
	);
});
