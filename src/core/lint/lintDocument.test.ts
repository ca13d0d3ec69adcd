import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import {
	createTrack,
	emptyDocument,
	type OutputFrame,
	type WanDocument,
} from '../document/document.ts';
import { hasErrors, lintDocument, lintErrors, ruleIds, ruleTextKey } from './lintDocument.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 1664,
	height: 960,
	name: 'a.png',
	mediaType: 'image/png',
};
const start = createTrack(emptyDocument, 'a', 'path', [
	{ x: 100, y: 100, mode: 'smooth' },
	{ x: 300, y: 100, mode: 'smooth' },
]);
const good: WanDocument = {
	...emptyDocument,
	image,
	tracks: [start],
	shot: { ...emptyDocument.shot, prompt: 'A leaf falls slowly.' },
};
const withFrame = (patch: Partial<OutputFrame>): WanDocument => ({
	...good,
	frame: { ...good.frame, ...patch },
});
const rulesOf = (document: WanDocument) => lintDocument(document).map((f) => f.rule);
const errorsOf = (document: WanDocument) => lintErrors(document).map((f) => f.rule);

test('a shot that ComfyUI renders has no finding', () => {
	expect(lintDocument(good)).toEqual([]);
	expect(hasErrors(lintDocument(good))).toBe(false);
});

test('an empty document says what to do first', () => {
	expect(rulesOf(emptyDocument)).toEqual(['no-image', 'no-tracks']);
	expect(hasErrors(lintDocument(emptyDocument))).toBe(true);
});

test.each([
	[1, 'length-too-short', [5]],
	[4, 'length-too-short', [5]],
	[80, 'length-not-4n-plus-1', [77, 81]],
	[120, 'length-not-4n-plus-1', [117, 125]],
	[121, 'length-multiple-of-120', [117, 125]],
	[241, 'length-multiple-of-120', [237, 245]],
	[16_384, 'length-not-4n-plus-1', [16_381]],
])('%i frames: %s, use %j', (length, rule, lengths) => {
	const [finding, ...others] = lintDocument(withFrame({ length }));
	expect(others).toEqual([]);
	expect(finding!.rule).toBe(rule);
	expect(finding!.fixes.map((f) => f.values.length)).toEqual(lengths);
});

test('a size that is no multiple of 16 names the nearest one', () => {
	const [finding] = lintDocument(withFrame({ width: 845, height: 480 }));
	expect(finding).toMatchObject({
		rule: 'size-not-multiple-of-16',
		values: { width: 845, height: 480 },
		fixes: [{ id: 'useSize-848x480' }],
	});
});

test('hidden tracks count as none, and can be shown', () => {
	const hidden = { ...good, tracks: [{ ...start, visible: false }] };
	const [finding] = lintDocument(hidden);
	expect(finding).toMatchObject({ rule: 'no-tracks', fixes: [{ kind: 'showTracks' }] });
	expect(lintDocument(applyCommand(hidden, finding!.fixes[0]!.commands[0]!))).toEqual([]);
});

test('a start outside the frame names the track; a pin can only move whole', () => {
	const out = applyCommand(good, { type: 'track/translate', trackIds: ['a'], dx: -500, dy: 0 });
	const [finding] = lintDocument(out);
	expect(finding).toMatchObject({ trackId: 'a', values: { track: 'Track 1', x: -200, y: 50 } });
	expect(finding!.fixes.map((f) => f.kind)).toEqual(['moveStart', 'moveTrack']);
	const pin = createTrack(good, 'p', 'pin', [{ x: -5, y: 5, mode: 'smooth' }]);
	const [pinFinding] = lintDocument({ ...good, tracks: [pin] });
	expect(pinFinding!.fixes.map((f) => f.kind)).toEqual(['moveTrack']);
});

test('each fix removes its finding and brings no new error', () => {
	const anyDocument = fc
		.record({
			length: fc.integer({ min: 1, max: 16_384 }),
			width: fc.integer({ min: 16, max: 2000 }),
			height: fc.integer({ min: 16, max: 2000 }),
			x: fc.integer({ min: -3000, max: 5000 }),
			y: fc.integer({ min: -3000, max: 5000 }),
			visible: fc.boolean(),
		})
		.map(({ x, y, visible, ...frame }) => {
			const track = createTrack(good, 'b', 'path', [
				{ x, y, mode: 'smooth' },
				{ x: 1, y: 1, mode: 'smooth' },
			]);
			return { ...withFrame(frame), tracks: [{ ...track, visible }] };
		});
	fc.assert(
		fc.property(anyDocument, (document) => {
			const mended = new Set(errorsOf(document));
			for (const finding of lintDocument(document))
				for (const fix of finding.fixes) {
					const next = fix.commands.reduce(applyCommand, document);
					expect(rulesOf(next)).not.toContain(finding.rule);
					const after = errorsOf(next);
					// Showing a hidden track, or a new size, may bring to light where it starts.
					const brought = after.filter((r) => !mended.has(r) && r !== 'start-outside-frame');
					expect(brought).toEqual([]);
				}
		}),
	);
});

test('findings are remembered by document', () => {
	expect(lintDocument(good)).toBe(lintDocument(good));
});

test('each rule has its own key in the catalogue', () => {
	expect(ruleTextKey('length-not-4n-plus-1')).toBe('lengthNot4nPlus1');
	expect(new Set(ruleIds.map(ruleTextKey)).size).toBe(ruleIds.length);
});
