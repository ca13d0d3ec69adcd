import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProject, serializeProject } from '../formats/projectFile.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { applyCommand } from './applyCommand.ts';
import type { Command } from './commands.ts';
import {
	type ControlPoint,
	createTrack,
	documentSchema,
	easings,
	emptyDocument,
	type WanDocument,
} from './document.ts';

const ids = ['a', 'b', 'c'];
const document: WanDocument = {
	...emptyDocument,
	image: { sha256: 'a'.repeat(64), width: 832, height: 480, name: 'a', mediaType: 'image/png' },
	tracks: ids.map((id, n) =>
		createTrack(
			emptyDocument,
			id,
			n === 2 ? 'pin' : 'path',
			[0, 1, 2, 3].map((i): ControlPoint => ({ x: 100 + i * 90, y: 80 + n * 60, mode: 'smooth' })),
		),
	),
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
const id = fc.constantFrom(...ids, 'nobody');
const timing = fc
	.record(
		{
			start: share,
			length: share,
			easing: fc.constantFrom(...easings),
			curve: fc.tuple(share, share, share, share),
			steps: fc.integer({ min: 1, max: 60 }),
			repeat: fc.record({ count: fc.integer({ min: 1, max: 20 }), pingPong: fc.boolean() }),
			release: share,
		},
		{ requiredKeys: ['start', 'length', 'easing'] },
	)
	.map(({ start, length, ...rest }) => ({ ...rest, start, end: start + length * (1 - start) }));
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		type: fc.constant('track/set' as const),
		trackIds: fc.array(id, { maxLength: 2 }),
		patch: fc.record({ timing }),
	}),
	fc.record({
		type: fc.constant('track/retime' as const),
		trackIds: fc.array(id, { maxLength: 2 }),
		from: fc.record({ start: share, end: share }),
		to: fc.record({ start: share, end: share }),
	}),
	fc.record({
		type: fc.constant('track/follow' as const),
		trackIds: fc.array(id, { maxLength: 2 }),
		follow: fc.option(
			fc.record({
				trackId: id,
				delay: share,
				rotate: fc.boolean(),
				// Without -0, which JSON writes as 0: the same place, but not the same to toEqual.
				scale: fc.double({ min: -10, max: 10, noNaN: true }).map((value) => value + 0),
			}),
		),
	}),
	fc.record({
		type: fc.constant('point/retime' as const),
		trackId: id,
		index: fc.integer({ min: -1, max: 5 }),
		time: fc.option(share),
	}),
	fc.record({
		type: fc.constant('point/setPace' as const),
		trackId: id,
		index: fc.integer({ min: -1, max: 5 }),
		pace: fc.double({ min: -1, max: 20, noNaN: true }),
	}),
);

test('any commands about time keep the document valid, its samples finite, and the project file exact', () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
			const after = commands.reduce(applyCommand, document);
			expect(documentSchema.safeParse(after).success).toBe(true);
			for (const { samples, releasedAt } of frameSamples(after)) {
				expect(samples).toHaveLength(releasedAt * 2);
				expect(samples.every(Number.isFinite)).toBe(true);
			}
			const read = parseProject(serializeProject(after));
			expect(read.ok && frameSamples(read.value.document)).toEqual(frameSamples(after));
		}),
		{ numRuns: 150 },
	);
});

test.each<Command>([
	{
		type: 'track/retime',
		trackIds: ['nobody'],
		from: document.tracks[0]!.timing,
		to: { start: 0, end: 0.5 },
	},
	{ type: 'track/retime', trackIds: ['a'], from: { start: 0, end: 1 }, to: { start: 0, end: 1 } },
	{ type: 'track/follow', trackIds: ['a'], follow: null },
	{
		type: 'track/follow',
		trackIds: ['a'],
		follow: { trackId: 'nobody', delay: 0, rotate: false, scale: 1 },
	},
	{ type: 'point/retime', trackId: 'a', index: 9, time: 0.5 },
	{ type: 'point/retime', trackId: 'c', index: 0, time: 0.5 },
	{ type: 'point/setPace', trackId: 'a', index: 9, pace: 2 },
	{
		type: 'track/reshape',
		trackId: 'a',
		points: [],
		closed: false,
		timing: document.tracks[0]!.timing,
	},
])('$type with nothing to act on changes nothing', (nothing) => {
	expect(applyCommand(document, nothing)).toBe(document);
});
