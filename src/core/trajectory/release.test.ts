import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type Track, type WanDocument } from '../document/document.ts';
import { parseAtiTracks, serializeAtiTracks } from '../formats/atiTracks.ts';
import { tracksFromSamples } from '../formats/tracksToDocument.ts';
import { guidanceOfTracks } from '../guidance/guidanceOfTracks.ts';
import { lintDocument } from '../lint/lintDocument.ts';
import { frameSamples } from './frameSamples.ts';
import { holdLast } from './releasedAt.ts';

const path = createTrack(emptyDocument, 'a', 'path', [
	{ x: 100, y: 100, mode: 'smooth' },
	{ x: 400, y: 160, mode: 'smooth' },
]);
const pin = createTrack(emptyDocument, 'b', 'pin', [{ x: 600, y: 300, mode: 'smooth' }]);
const releasedAtHalf = (track: Track): Track => ({
	...track,
	timing: { ...track.timing, release: 0.5 },
});
const document: WanDocument = {
	...emptyDocument,
	image: { sha256: 'a'.repeat(64), width: 832, height: 480, name: 'a', mediaType: 'image/png' },
	tracks: [releasedAtHalf(path), pin],
};

test('a released track gives its first samples as they were, and says how many', () => {
	const [released, still] = frameSamples(document);
	const [whole] = frameSamples({ ...document, tracks: [path] });
	expect([released!.releasedAt, still!.releasedAt]).toEqual([61, 121]);
	expect([...released!.samples]).toEqual([...whole!.samples.slice(0, 122)]);
});

test('the model sees it until then and not after', () => {
	const samples = frameSamples(document).map((entry) => entry.samples);
	const { frames } = guidanceOfTracks(samples, 81);
	const visible = (frame: number, track: number) => frames[(frame * 2 + track) * 3 + 2];
	expect([visible(40, 0), visible(41, 0), visible(80, 0)]).toEqual([1, 0, 0]);
	expect(visible(80, 1)).toBe(1);
});

test('written, read and written again it is the same text', () => {
	const entries = frameSamples(document);
	const text = serializeAtiTracks(
		entries.map(({ samples }) => samples),
		entries.map(({ releasedAt }) => releasedAt),
	);
	const read = parseAtiTracks(text);
	if (!read.ok) throw new Error(read.error.kind);
	let n = 0;
	const tracks = tracksFromSamples(document, read.value.tracks, () => `${n++}`);
	expect(tracks.map(({ timing }) => timing.release)).toEqual([0.5, undefined]);
	const again = frameSamples({ ...document, tracks });
	expect(again.map(({ releasedAt }) => releasedAt)).toEqual([61, 121]);
	again.forEach(({ samples }, i) => {
		samples.forEach((value, at) => {
			expect(Math.abs(value - entries[i]!.samples[at]!)).toBeLessThan(0.5);
		});
	});
});

test('the checks read a short track without stumbling', () => {
	for (const finding of lintDocument(document))
		for (const value of Object.values(finding.values)) expect(value).not.toBeNaN();
});

test('holding repeats the last sample to the end', () => {
	const held = holdLast(frameSamples(document)[0]!.samples);
	expect(held).toHaveLength(242);
	expect([held[240], held[241]]).toEqual([held[120], held[121]]);
});
